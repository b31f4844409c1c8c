// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;

/**
 * Sums over the episodes of one unit in one quarter.
 *
 * @param n episodes with a value
 * @param missing episodes of the population without one
 * @param observed sum of the values y
 * @param expected sum of the fitted values μ
 * @param expectedSquares sum of μ²
 * @param squares sum of y²
 * @param products sum of yμ
 */
public record QuarterSums(
        String unit,
        Period quarter,
        long n,
        long missing,
        double observed,
        double expected,
        double expectedSquares,
        double squares,
        double products) {

    static QuarterSums of(List<String> units, NumberTable table, int row) {
        int quarter = (int) table.column("quarter")[row];
        return new QuarterSums(
                units.get((int) table.column("unit")[row]),
                Period.quarter(quarter / 4, quarter % 4 + 1),
                Math.round(table.column("n")[row]),
                Math.round(table.column("missing")[row]),
                table.column("observed")[row],
                table.column("expected")[row],
                table.column("expected_squares")[row],
                table.column("squares")[row],
                table.column("products")[row]);
    }

    /** Both together, as the unit and quarter of this one. */
    public QuarterSums plus(QuarterSums other) {
        return new QuarterSums(
                unit,
                quarter,
                n + other.n,
                missing + other.missing,
                observed + other.observed,
                expected + other.expected,
                expectedSquares + other.expectedSquares,
                squares + other.squares,
                products + other.products);
    }
}
