// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Totals per unit when the outcome is an amount: the variance of the observed total is dispersion × Σμ², and the spread of
 * the unit's own amounts comes along. {@code expected} holds the sum of the expected amounts of each cell, whose rows all
 * expect the same.
 */
record AmountTotals(List<String> units, int[] unitOfCell, Patterns cells, double[] expected, IntervalMethod interval) {

    /** Around expected amounts from elsewhere, which take no parameters. */
    double dispersion() {
        var means = new double[cells.size()];
        Arrays.setAll(means, this::mean);
        var ofAmounts = new Patterns(List.of(), cells.rows(), cells.weight(), cells.observed(), ofCells(this::squares));
        return AmountDispersion.of(ofAmounts, means, cells.totalRows());
    }

    List<UnitTotals> of(double dispersion) {
        var rows = byUnit(cells.rows());
        var observed = byUnit(cells.observed());
        var exposure = byUnit(cells.weight());
        var expectedOfUnit = byUnit(expected);
        var squares = byUnit(ofCells(this::squares));
        var products = byUnit(ofCells(cell -> cells.observed()[cell] * mean(cell)));
        var expectedSquares = byUnit(ofCells(cell -> expected[cell] * mean(cell)));
        var resampled = interval == IntervalMethod.BOOTSTRAP ? resampled() : null;
        return IntStream.range(0, units.size())
                .mapToObj(unit -> new UnitTotals(
                        units.get(unit),
                        Math.round(rows[unit]),
                        observed[unit],
                        exposure[unit],
                        expectedOfUnit[unit],
                        dispersion * expectedSquares[unit],
                        new Spread(
                                squares[unit],
                                products[unit],
                                expectedSquares[unit],
                                times(resampled, unit, expectedOfUnit[unit]))))
                .sorted(UnitTotals.BY_UNIT)
                .toList();
    }

    private double mean(int cell) {
        return expected[cell] / cells.rows()[cell];
    }

    /** Σy², of which the cells hold y²/weight. */
    private double squares(int cell) {
        return cells.squares()[cell] * (cells.weight()[cell] / cells.rows()[cell]);
    }

    private double[] ofCells(IntToDoubleFunction value) {
        var values = new double[cells.size()];
        Arrays.setAll(values, value);
        return values;
    }

    private double[] byUnit(double[] ofCell) {
        return Cohort.carefulSum(ofCell, unitOfCell, units.size());
    }

    private static @Nullable Interval times(Interval @Nullable [] ratios, int unit, double expected) {
        return ratios == null ? null : new Interval(ratios[unit].low() * expected, ratios[unit].high() * expected);
    }

    /** Intervals of the ratio of each unit. */
    private Interval[] resampled() {
        var cellsOfUnit = IntStream.range(0, units.size())
                .mapToObj(unit -> IntStream.builder())
                .toList();
        for (int cell = 0; cell < cells.size(); cell++) {
            requireOneAmount(cell);
            cellsOfUnit.get(unitOfCell[cell]).add(cell);
        }
        return cellsOfUnit.parallelStream()
                .map(builder -> builder.build().toArray())
                .map(own -> UnitBootstrap.ofRatio(
                        of(own, cell -> cells.rows()[cell]),
                        of(own, cell -> cells.observed()[cell] / cells.rows()[cell]),
                        of(own, this::mean)))
                .toArray(Interval[]::new);
    }

    private void requireOneAmount(int cell) {
        double observed = cells.observed()[cell];
        double differing = squares(cell) - observed * observed / cells.rows()[cell];
        if (Math.abs(differing) > 1e-9 * squares(cell)) {
            throw new IllegalArgumentException(
                    "a bootstrap takes cells of one amount, not cell " + cell + " of several");
        }
    }

    private static double[] of(int[] own, IntToDoubleFunction value) {
        return Arrays.stream(own).mapToDouble(value).toArray();
    }
}
