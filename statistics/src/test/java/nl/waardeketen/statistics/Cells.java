// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The rows of a comparison before they are counted, so that tests can shuffle, repeat and change them. */
record Cells(List<String> units, int[] unitOf, Patterns patterns) {

    Cohort cohort() {
        return new Cohort(units, unitOf, patterns);
    }

    CaseMixFit fit(Kind kind) {
        return cohort().fit(kind);
    }

    List<UnitTotals> totals(Kind kind) {
        return totals(kind, IntervalMethod.ANALYTIC);
    }

    List<UnitTotals> totals(Kind kind, IntervalMethod interval) {
        var cohort = cohort();
        return cohort.totals(cohort.fit(kind), interval);
    }

    Comparison comparison(Kind kind, ComparisonRules rules) {
        return Comparison.of(kind, totals(kind), rules);
    }

    Cells shuffled(SplittableRandom random) {
        var order = order(unitOf.length, random);
        return new Cells(units, IntStream.of(order).map(i -> unitOf[i]).toArray(), selected(order));
    }

    Cells withUnitsShuffled(SplittableRandom random) {
        var order = order(units.size(), random);
        var place = new int[order.length];
        IntStream.range(0, order.length).forEach(i -> place[order[i]] = i);
        return new Cells(
                IntStream.of(order).mapToObj(units::get).toList(),
                IntStream.of(unitOf).map(unit -> place[unit]).toArray(),
                patterns);
    }

    /** Every row twice. */
    Cells twice() {
        int[] order = IntStream.range(0, 2 * unitOf.length).map(i -> i / 2).toArray();
        return new Cells(units, IntStream.of(order).map(i -> unitOf[i]).toArray(), selected(order));
    }

    /** The same rows in half as many cells, when each row occurs twice in succession. */
    Cells doubled() {
        return new Cells(
                units,
                unitOf,
                new Patterns(
                        patterns.columns(),
                        doubled(patterns.rows()),
                        doubled(patterns.weight()),
                        doubled(patterns.observed()),
                        doubled(patterns.squares())));
    }

    /** One cell per unit and case-mix pattern, in the order of the patterns, as a GROUP BY would give them. */
    Cells counted() {
        var cells = new TreeMap<String, List<Integer>>();
        for (int row = 0; row < unitOf.length; row++) {
            cells.computeIfAbsent(pattern(row) + unitOf[row], key -> new ArrayList<>())
                    .add(row);
        }
        var groups = List.copyOf(cells.values());
        int[] first = groups.stream().mapToInt(group -> group.get(0)).toArray();
        return new Cells(
                units,
                IntStream.of(first).map(i -> unitOf[i]).toArray(),
                new Patterns(
                        patterns.columns().stream()
                                .map(column -> column.select(first))
                                .toList(),
                        summed(patterns.rows(), groups),
                        summed(patterns.weight(), groups),
                        summed(patterns.observed(), groups),
                        summed(patterns.squares(), groups)));
    }

    private String pattern(int row) {
        var pattern = new StringBuilder();
        for (var column : patterns.columns()) {
            pattern.append(
                            column instanceof CaseMixColumn.Numeric numeric
                                    ? numeric.values()[row]
                                    : ((CaseMixColumn.Factor) column).codes()[row])
                    .append('|');
        }
        return pattern.toString();
    }

    private static double[] summed(double[] values, List<List<Integer>> groups) {
        return groups.stream()
                .mapToDouble(group -> group.stream().mapToDouble(i -> values[i]).sum())
                .toArray();
    }

    /** The same patients, whose outcome is this many times as much. */
    Cells times(double factor) {
        return new Cells(
                units,
                unitOf,
                new Patterns(
                        patterns.columns(),
                        patterns.rows(),
                        patterns.weight(),
                        DoubleStream.of(patterns.observed())
                                .map(y -> factor * y)
                                .toArray(),
                        DoubleStream.of(patterns.squares())
                                .map(y -> factor * factor * y)
                                .toArray()));
    }

    Cells changing(UnaryOperator<CaseMixColumn> change) {
        return new Cells(
                units,
                unitOf,
                new Patterns(
                        patterns.columns().stream().map(change).toList(),
                        patterns.rows(),
                        patterns.weight(),
                        patterns.observed(),
                        patterns.squares()));
    }

    private Patterns selected(int[] order) {
        return new Patterns(
                patterns.columns().stream().map(column -> column.select(order)).toList(),
                selected(patterns.rows(), order),
                selected(patterns.weight(), order),
                selected(patterns.observed(), order),
                selected(patterns.squares(), order));
    }

    private static double[] selected(double[] values, int[] order) {
        return IntStream.of(order).mapToDouble(i -> values[i]).toArray();
    }

    private static double[] doubled(double[] values) {
        return DoubleStream.of(values).map(value -> 2 * value).toArray();
    }

    private static int[] order(int size, SplittableRandom random) {
        var order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }
}
