// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import org.jspecify.annotations.Nullable;

/**
 * Durations or costs of a unit that are all zero where that cannot be, see {@link nl.waardeketen.statistics.OnlyZeros}; they
 * count as missing.
 *
 * @param indicator its number in the plan
 * @param quarter in which they are; {@code null} where the unit has no amount in the whole reference period
 * @param episodes how many
 */
public record ZeroDelivery(
        int indicator, String unit, @Nullable Period quarter, long episodes) {}
