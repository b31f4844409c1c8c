// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

/**
 * Sums over the episodes of one unit in one quarter that belong to the same subgroups.
 *
 * @param subgroups bit i is set when they belong to subgroup i
 * @param n episodes with a value
 * @param missing episodes of the population without one
 * @param observed sum of the values y
 * @param expected sum of the fitted values μ
 * @param expectedSquares sum of μ²
 * @param squares sum of y²
 * @param products sum of yμ; 0 for events
 */
public record QuarterSums(
        String unit,
        Period quarter,
        int subgroups,
        long n,
        long missing,
        double observed,
        double expected,
        double expectedSquares,
        double squares,
        double products) {

    /** Both together, as the unit and quarter of this one. */
    public QuarterSums plus(QuarterSums other) {
        return new QuarterSums(
                unit,
                quarter,
                subgroups & other.subgroups,
                n + other.n,
                missing + other.missing,
                observed + other.observed,
                expected + other.expected,
                expectedSquares + other.expectedSquares,
                squares + other.squares,
                products + other.products);
    }
}
