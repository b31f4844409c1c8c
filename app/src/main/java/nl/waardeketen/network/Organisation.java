// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.network;

/**
 * An organisation of the region.
 *
 * @param code its code, as delivered
 * @param confirmed false for one that was only met in a delivery
 */
public record Organisation(String code, String name, String kind, boolean confirmed) {}
