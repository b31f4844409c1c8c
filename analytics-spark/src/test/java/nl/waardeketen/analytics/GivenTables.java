// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tables that questions read, and one with edge cases of dates and times. */
final class GivenTables {
    private static final String[] DATES = {
        "1880-01-01", "1900-02-28", "1950-06-15", "1999-12-31", "2000-01-01", "2000-02-28", "2000-02-29", "2000-03-01",
        "2001-02-28", "2004-02-29", "2023-03-31", "2023-04-30", "2023-11-30", "2024-02-28", "2024-02-29", "2024-03-01",
        "2024-03-31", "2024-10-27", "2025-02-27", "2025-02-28", "2025-12-31", "2026-01-30", "2026-01-31", "2026-06-14",
        "2026-06-15", "2026-07-31", "2100-12-31"
    };
    private static final String[] TIMES = {"00:00:00", "02:30:00", "12:34:59", "23:59:00"};

    private GivenTables() {}

    static void keep(Engine engine) {
        engine.keep("edge", edges(), Map.of());
        engine.keep("unit", SqlFile.named("release/units"), Map.of());
        engine.keep("staged", rows("staged", "record, organisation", """
                (0, 'B'), (1, 'A'), (2, 'é'), (3, 'A'), (4, NULL), (5, 'a'), (6, 'Z')"""), Map.of());
        engine.keep("broken", rows("broken", "record, variable, rule, value", """
                (1, 'age', 'value.too-low', '-1'), (1, 'sex', 'value.unknown-code', NULL), (3, 'age', 'value.too-low', '-2'),
                (4, 'organisation', 'organisation.missing', NULL), (5, 'age', 'value.too-low', '-3'),
                (6, 'age', 'value.too-low', '-4'), (7, 'age', 'value.too-low', '-5'), (8, 'age', 'value.too-low', '-6')"""), Map.of());
        engine.keep("unit_texts", rows("unit_texts", "code, unit", "(1, 'b'), (0, 'a'), (2, '')"), Map.of());
    }

    private static ComposedQuery rows(String table, String columns, String values) {
        return new ComposedQuery("table " + table, "SELECT * FROM (VALUES " + values + ") AS made(" + columns + ")");
    }

    /** Every date with every other, each with some time of the day; and nothing. */
    private static ComposedQuery edges() {
        var pairs = Stream.of(DATES)
                .flatMap(from -> Stream.of(DATES).map(to -> from + " " + to))
                .toList();
        var values = IntStream.range(0, pairs.size())
                .mapToObj(i -> row(i, pairs.get(i).split(" ")))
                .collect(Collectors.joining(", "));
        return rows(
                "edge",
                "number_of_edge, from_date, to_date, from_time, to_time",
                values + ", (-1, NULL, DATE '2024-01-01', NULL, TIMESTAMP '2024-01-01 00:00:00')");
    }

    private static String row(int number, String[] dates) {
        return "(%d, DATE '%s', DATE '%s', TIMESTAMP '%s %s', TIMESTAMP '%s %s')"
                .formatted(number, dates[0], dates[1], dates[0], TIMES[number % 4], dates[1], TIMES[(number / 4) % 4]);
    }
}
