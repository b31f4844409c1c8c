// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.waardeketen.statistics.OnlyZeros;
import org.jspecify.annotations.Nullable;

/** Finds, among the facts of a release, units and quarters whose durations or costs are all zero where that cannot be. */
final class ZeroDeliveries {
    private final FactQueries queries;
    private final List<String> units;
    private final List<ZeroDelivery> found = new ArrayList<>();
    private final List<String> places = new ArrayList<>();

    private ZeroDeliveries(FactQueries queries, List<String> units) {
        this.queries = queries;
        this.units = units;
    }

    /** Of all indicators that are durations or costs. */
    static ZeroDeliveries among(Engine engine, FactQueries queries, List<String> units) {
        var deliveries = new ZeroDeliveries(queries, units);
        for (var ofOneDate : queries.amounts()) {
            var table = engine.numbers(queries.zeros(ofOneDate), Map.of());
            ofOneDate.forEach(indicator -> deliveries.find(indicator, table));
        }
        return deliveries;
    }

    /** By indicator, unit and quarter. */
    List<ZeroDelivery> found() {
        return found.stream()
                .sorted(Comparator.comparingInt(ZeroDelivery::indicator))
                .toList();
    }

    /** Conditions on rows before they are facts, by indicator: where a value is none. */
    @Nullable
    String condition(int indicator) {
        var conditions = IntStream.range(0, found.size())
                .filter(i -> found.get(i).indicator() == indicator)
                .mapToObj(places::get)
                .toList();
        return conditions.isEmpty() ? null : String.join(" OR ", conditions);
    }

    /** Values and zeros of one indicator per unit and quarter, by unit. */
    private record Counts(double[] unit, double[] quarter, double[] values, double[] zeros) {
        Counts(NumberTable table, int indicator) {
            this(
                    table.column("unit"),
                    table.column("quarter"),
                    table.column("n" + indicator),
                    table.column("z" + indicator));
        }

        boolean isZero(int row) {
            return zeros[row] == values[row];
        }

        long sum(double[] column, int from, int until) {
            return Math.round(
                    IntStream.range(from, until).mapToDouble(i -> column[i]).sum());
        }

        /** The sum where there is any amount. */
        long elsewhere(double[] column) {
            return Math.round(IntStream.range(0, column.length)
                    .filter(row -> !isZero(row))
                    .mapToDouble(row -> column[row])
                    .sum());
        }

        int end(int from) {
            int end = from;
            while (end < unit.length && unit[end] == unit[from]) {
                end++;
            }
            return end;
        }
    }

    private void find(int indicator, NumberTable table) {
        var counts = new Counts(table, indicator);
        long values = counts.elsewhere(counts.values());
        long zeros = counts.elsewhere(counts.zeros());
        for (int from = 0; from < counts.unit().length; from = counts.end(from)) {
            int until = counts.end(from);
            long all = counts.sum(counts.values(), from, until);
            boolean onlyZeros = IntStream.range(from, until).allMatch(counts::isZero);
            if (onlyZeros && OnlyZeros.isFault(all, zeros, values)) {
                add(indicator, (int) counts.unit()[from], null, all);
            } else {
                IntStream.range(from, until)
                        .filter(counts::isZero)
                        .filter(row -> OnlyZeros.isFault(Math.round(counts.values()[row]), zeros, values))
                        .forEach(row -> add(
                                indicator,
                                (int) counts.unit()[row],
                                (int) counts.quarter()[row],
                                Math.round(counts.values()[row])));
            }
        }
    }

    private void add(int indicator, int unit, @Nullable Integer quarter, long episodes) {
        var period = quarter == null ? null : Period.quarter(quarter / 4, quarter % 4 + 1);
        found.add(new ZeroDelivery(indicator, units.get(unit), period, episodes));
        places.add("(unit_code = " + unit
                + (quarter == null ? "" : " AND q" + queries.date(indicator) + " = " + quarter) + ")");
    }
}
