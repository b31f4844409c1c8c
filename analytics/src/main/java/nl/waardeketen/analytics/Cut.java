// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

/**
 * What was cut of the largest numbers of an indicator.
 *
 * @param at the largest value kept; {@code NaN} without any value
 * @param rows values above it
 * @param amount by how much they were above it, all together
 */
public record Cut(double at, long rows, double amount) {}
