// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the episodes of one file come to on each indicator, neither adjusted nor cut. */
public final class LakeIndicators {
    private LakeIndicators() {}

    /**
     * A value of an indicator.
     *
     * @param n episodes that count
     * @param value their share with the event, or their mean; not a number when there are none
     */
    public record Crude(long n, double value) {}

    /**
     * Their values, in the order of the indicators.
     *
     * @param file episodes with all variables that the indicators ask for
     */
    public static List<Crude> of(Path file, List<FactIndicator> indicators, Scratch scratch) {
        try (var engine = DuckDbEngine.open(List.of(file), scratch.folder())) {
            engine.defineLake("episode", List.of(file));
            var each = IntStream.range(0, indicators.size())
                    .mapToObj(i -> "count(*) FILTER (" + counts(indicators.get(i)) + ") AS n" + i + ", avg("
                            + measure(indicators.get(i)) + ") FILTER (" + counts(indicators.get(i)) + ") AS v" + i)
                    .collect(Collectors.joining(", "));
            var found = engine.numbers(
                    new ComposedQuery("delivery/indicators", "SELECT " + each + " FROM episode"), Map.of());
            return IntStream.range(0, indicators.size())
                    .mapToObj(i -> new Crude(Math.round(found.column("n" + i)[0]), found.column("v" + i)[0]))
                    .toList();
        }
    }

    private static String counts(FactIndicator indicator) {
        return indicator.population().sql() + " AND " + indicator.measure().sql() + " IS NOT NULL";
    }

    private static String measure(FactIndicator indicator) {
        var sql = indicator.measure().sql();
        return indicator.isEvent() ? "CASE WHEN " + sql + " THEN 1.0 ELSE 0.0 END" : "CAST(" + sql + " AS DOUBLE)";
    }
}
