// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/**
 * A point of a control chart.
 *
 * @param value the measurement, or events over denominator
 * @param centre mean, median or overall rate of its segment
 * @param limits the limits that judged; {@code NaN} where there are none
 * @param shown the same, cut to values that can occur
 * @param rule the first rule in order of precedence that it breaks
 */
public record ChartPoint(
        double value, double centre, Interval limits, Interval shown, SpecialCause rule, Judgement judgement) {}
