// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The facts of a release: one row per episode, one value per indicator, made in one pass over the lake. The engine counts
 * over case-mix patterns and sums over units and quarters; what it gives grows with patterns and units, not with
 * patients. All sums are exact, so that the same deliveries give the same digits, in whatever order and by whatever engine.
 */
public final class Facts implements AutoCloseable {
    private static final SqlFile UNITS = SqlFile.named("release/units");
    private static final SqlFile UNIT_NAMES = SqlFile.named("release/unit_names");
    private static final SqlFile EPISODES = SqlFile.named("release/episodes");

    private final Engine engine;
    private final FactPlan plan;
    private final FactQueries queries;
    private final FactSums sums;
    private final List<String> units;
    private final List<ZeroDelivery> zeroDeliveries;
    private final List<PatternTable> tables = new ArrayList<>();

    private record Text(String text) {}

    private Facts(Engine engine, FactPlan plan) {
        this.engine = engine;
        this.plan = plan;
        queries = new FactQueries(plan);
        sums = new FactSums(queries, plan.indicators());
        engine.keep("unit", UNITS, Map.of());
        units = engine.query(UNIT_NAMES, Map.of(), Text.class).stream()
                .map(Text::text)
                .toList();
        engine.keep("fact", queries.facts(), Map.of());
        var zeros = ZeroDeliveries.among(engine, queries, units);
        zeroDeliveries = zeros.found();
        if (!zeroDeliveries.isEmpty()) {
            engine.keep("fact", queries.facts(zeros::condition), Map.of());
        }
        if (!queries.cutIndicators().isEmpty()) {
            engine.keep("cap", queries.caps(), Map.of());
        }
        for (int set = 0; set < queries.sets().size(); set++) {
            engine.keep("pattern" + set, sums.patterns(set), Map.of());
            tables.add(PatternTable.read(engine, queries, sums, set));
        }
    }

    /**
     * Makes the facts; the engine is closed with them.
     *
     * @param episodes lake files with a row per episode, which the engine may read
     */
    public static Facts of(Engine engine, List<Path> episodes, FactPlan plan) {
        try {
            engine.defineLake("episode", episodes);
            return new Facts(engine, plan);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /** Episodes in the lake files, whatever their period. */
    public long episodes() {
        return Math.round(engine.numbers(EPISODES, Map.of()).column("episodes")[0]);
    }

    /** Organisations with episodes, by code. */
    public List<String> units() {
        return units;
    }

    /** Durations and costs that were taken for missing, as all of a unit, or of a unit in a quarter, are zero. */
    public List<ZeroDelivery> zeroDeliveries() {
        return zeroDeliveries;
    }

    /** What was cut, of each indicator that declares a cap, by its number. */
    public Map<Integer, Cut> cuts() {
        var cut = queries.cutIndicators();
        if (cut.isEmpty()) {
            return Map.of();
        }
        var caps = engine.numbers(queries.capsFound(), Map.of());
        var cuts = engine.numbers(queries.cuts(), Map.of());
        var found = new TreeMap<Integer, Cut>();
        for (int i : cut) {
            found.put(
                    i, new Cut(caps.column("c" + i)[0], Math.round(cuts.column("k" + i)[0]), cuts.column("w" + i)[0]));
        }
        return found;
    }

    /**
     * Episodes of an indicator counted over its case-mix patterns, those without any left out. Made anew at every call, as
     * all of them together may be more than fits in memory; known also when the facts are closed.
     */
    public IndicatorPatterns patterns(int indicator) {
        int set = queries.sets().indexOf(plan.indicators().get(indicator).caseMix());
        return tables.get(set).of(indicator);
    }

    /**
     * Sums of every indicator per unit, quarter and set of subgroups, in that order.
     *
     * @param rates of each indicator the fitted value of every pattern of its case-mix set, see {@link IndicatorPatterns#spread}
     */
    public List<List<QuarterSums>> sums(List<double[]> rates) {
        var found = new ArrayList<List<QuarterSums>>(
                Collections.nCopies(plan.indicators().size(), List.of()));
        for (var pass : queries.passes()) {
            int set = queries.sets().indexOf(plan.indicators().get(pass.get(0)).caseMix());
            engine.keep("rate", rates(pass, rates));
            engine.keep("fitted", sums.fitted(set, pass), Map.of());
            var table = engine.numbers(sums.totals(set, pass), Map.of());
            pass.forEach(indicator -> found.set(indicator, sums(indicator, table)));
        }
        return List.copyOf(found);
    }

    private static NumberTable rates(List<Integer> pass, List<double[]> rates) {
        var names = new ArrayList<>(List.of("code"));
        var columns = new ArrayList<double[]>();
        columns.add(IntStream.range(0, rates.get(pass.get(0)).length)
                .asDoubleStream()
                .toArray());
        for (int indicator : pass) {
            names.add("r" + indicator);
            columns.add(rates.get(indicator));
        }
        return new NumberTable(names, columns.toArray(double[][]::new));
    }

    private List<QuarterSums> sums(int indicator, NumberTable table) {
        var column = new SumColumns(table, indicator);
        boolean event = plan.indicators().get(indicator).isEvent();
        return IntStream.range(0, table.columns()[0].length)
                .filter(row -> column.n(row) + column.missing(row) > 0)
                .mapToObj(row -> column.sums(units, row, event))
                .toList();
    }

    /** The columns of one indicator among the totals of a pass. */
    private record SumColumns(
            double[] unit,
            double[] quarter,
            double[] subgroups,
            double[] n,
            double[] missing,
            NumberTable table,
            int indicator) {
        SumColumns(NumberTable table, int indicator) {
            this(
                    table.column("unit"),
                    table.column("quarter"),
                    table.column("subgroups"),
                    table.column("n" + indicator),
                    table.column("m" + indicator),
                    table,
                    indicator);
        }

        long n(int row) {
            return Math.round(n[row]);
        }

        long missing(int row) {
            return Math.round(missing[row]);
        }

        QuarterSums sums(List<String> units, int row, boolean event) {
            int number = (int) quarter[row];
            return new QuarterSums(
                    units.get((int) unit[row]),
                    Period.quarter(number / 4, number % 4 + 1),
                    (int) subgroups[row],
                    n(row),
                    missing(row),
                    at("o", row),
                    at("e", row),
                    at("v", row),
                    at(event ? "o" : "s", row),
                    event ? 0 : at("p", row));
        }

        private double at(String name, int row) {
            return table.column(name + indicator)[row];
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
