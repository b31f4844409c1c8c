// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts what a staged table holds of each variable, in few passes. Values of large tables are counted by estimate. */
final class TableStatistics {
    /** Up to so many rows, different values are counted one by one. */
    private static final long EXACT = 100_000;

    /** Of a larger table, so many rows are looked at. */
    private static final long MANY = 1_000_000;

    private static final int RUNS = 50;

    /** In a larger table, what is frequent is looked for among so many rows. */
    private static final long SAMPLE = 25_000;

    /** In a larger table, what fewer than one in so many rows hold is not told as frequent. */
    private static final long FREQUENT = 1_000;

    private final StagedTable table;
    private final DuckDbEngine engine;
    private final long rows;
    private final List<Variable> variables;

    private record Frequent(long place, @Nullable String value) {}

    TableStatistics(StagedTable table, long rows) {
        this.table = table;
        this.engine = table.engine();
        this.rows = rows;
        this.variables = table.plan().variables();
    }

    /**
     * What the table holds.
     *
     * @param broken how often the values of a place break a rule
     */
    List<VariableReport> report(Map<Long, Long> broken) {
        if (variables.isEmpty()) {
            return List.of();
        }
        var counts = engine.numbers(new ComposedQuery("delivery/counts", "SELECT " + counts() + SOUND), Map.of());
        engine.define("looked", new ComposedQuery("delivery/looked", looked()));
        var different = engine.numbers(
                new ComposedQuery("delivery/different", "SELECT " + each(this::different) + " FROM looked"), Map.of());
        engine.keep("top", new ComposedQuery("delivery/top", "SELECT " + each(this::top) + sample()), Map.of());
        var often = engine.numbers(
                new ComposedQuery(
                        "delivery/often",
                        "SELECT " + each(i -> "count(*) FILTER (staged." + code(i) + " = top." + code(i) + ") AS c" + i)
                                + " FROM staged, top WHERE t_row IS NULL"),
                Map.of());
        var frequent = frequent();
        var suspects = table.givenInSuspects();
        var reports = new ArrayList<VariableReport>();
        for (int i = 0; i < variables.size(); i++) {
            long given = count(counts, "g" + i) + suspects[i];
            long wrong = broken.getOrDefault(i + 2L, 0L);
            long times = count(often, "c" + i);
            boolean told = times > 0 && (rows <= EXACT || times >= rows / FREQUENT);
            boolean numeric = variables.get(i).type().isNumeric();
            reports.add(new VariableReport(
                    code(i),
                    given,
                    rows - given - wrong,
                    wrong,
                    count(different, "d" + i),
                    told ? frequent.getOrDefault((long) i, "") : "",
                    told ? times : 0,
                    numeric ? number(counts, "l" + i) : null,
                    numeric ? number(counts, "m" + i) : null,
                    numeric ? number(counts, "h" + i) : null));
        }
        return reports;
    }

    private static final String SOUND = " FROM staged WHERE t_row IS NULL";

    private String code(int i) {
        return variables.get(i).code();
    }

    private String each(Function<Integer, String> part) {
        return IntStream.range(0, variables.size()).boxed().map(part).collect(Collectors.joining(", "));
    }

    private String counts() {
        return each(i -> {
            var name = code(i);
            var numbers = variables.get(i).type().isNumeric()
                    ? ", min(" + name + ") AS l" + i + ", avg(" + name + ") AS m" + i + ", max(" + name + ") AS h" + i
                    : "";
            return "count(" + name + ") AS g" + i + numbers;
        });
    }

    private String different(int i) {
        return (rows <= EXACT ? "count(DISTINCT " + code(i) + ")" : "approx_count_distinct(" + code(i) + ")") + " AS d"
                + i;
    }

    private String top(int i) {
        return (rows <= EXACT ? "mode(" + code(i) + ")" : "approx_top_k(" + code(i) + ", 1)[1]") + " AS " + code(i);
    }

    /** All sound rows, or runs of them, evenly spread: the engine passes over what lies between. */
    private String looked() {
        if (rows <= MANY) {
            return "SELECT *" + SOUND;
        }
        return IntStream.range(0, RUNS)
                .mapToLong(run -> rows / RUNS * run)
                .mapToObj(
                        from -> "SELECT *" + SOUND + " AND record >= " + from + " AND record < " + (from + MANY / RUNS))
                .collect(Collectors.joining(" UNION ALL "));
    }

    private String sample() {
        long each = Math.min(rows, MANY) / SAMPLE;
        return " FROM looked" + (rows <= EXACT ? "" : " WHERE record % " + each + " = 0");
    }

    private Map<Long, String> frequent() {
        var query = new ComposedQuery(
                "delivery/frequent",
                "SELECT unnest([" + each(String::valueOf) + "]) AS place, left(masked(unnest(["
                        + each(i -> "CAST(" + code(i) + " AS VARCHAR)") + "])), 60) AS value FROM top");
        return engine.query(query, Map.of(), Frequent.class).stream()
                .filter(each -> each.value() != null)
                .collect(Collectors.toMap(Frequent::place, each -> String.valueOf(each.value())));
    }

    private static long count(NumberTable numbers, String column) {
        return Math.round(numbers.column(column)[0]);
    }

    private static @Nullable Double number(NumberTable numbers, String column) {
        double number = numbers.column(column)[0];
        return Double.isFinite(number) ? number : null;
    }
}
