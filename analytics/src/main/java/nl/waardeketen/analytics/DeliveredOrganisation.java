// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

/**
 * An organisation in a delivery.
 *
 * @param rows that can land, of all tables
 * @param line where it stands first in the first table that has it
 */
public record DeliveredOrganisation(String code, long rows, long line) {}
