// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/**
 * One unit in a comparison. Everything is on the scale of observed over expected with target 1; {@code NaN} is "not a
 * number": nothing expected, or a place on the scale that does not exist.
 *
 * @param totals what it observed and what was expected of it
 * @param ratio observed over expected
 * @param own 95 % confidence interval of the ratio from the unit's own patients
 * @param adjustedRate ratio × overall rate
 * @param z standardised distance from the target on the transformed scale, positive when more than expected
 * @param zAdjusted the same, allowing for overdispersion
 * @param limits the limits that judged
 * @param exact limits by chance alone
 * @param signal the judgement
 */
public record ComparedUnit(
        UnitTotals totals,
        double ratio,
        Interval own,
        double adjustedRate,
        double z,
        double zAdjusted,
        Limits limits,
        Limits exact,
        Signal signal) {}
