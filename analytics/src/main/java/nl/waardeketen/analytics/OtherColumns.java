// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Columns of a file that no variable is read from. Nothing of them is kept; they are only searched for citizen service
 * numbers, which do not belong in an extract at all.
 */
final class OtherColumns {
    private static final SqlFile ROWS = SqlFile.named("delivery/rows");

    /** One in eleven numbers stands the eleven-test by chance; from so many on, far more than that are no chance. */
    private static final int FEWEST = 20;

    private static final double CLEARLY = 0.5;

    private final TablePlan plan;
    private final Extract extract;
    private final List<String> columns;

    OtherColumns(TablePlan plan, Extract extract) {
        this.plan = plan;
        this.extract = extract;
        var names = extract.file().header().names();
        this.columns = names.stream()
                .filter(name -> !plan.fileColumns().contains(name) && Collections.frequency(names, name) == 1)
                .toList();
    }

    /** What was found in them; the values are not told. */
    List<Problem> problems(DuckDbEngine engine) throws IOException {
        if (columns.isEmpty()) {
            return List.of();
        }
        var roles = Roles.numbered(columns);
        var parameters = new HashMap<>(extract.parameters());
        parameters.put("columns", roles.named(extract.file().header()));
        parameters.put("wanted", roles.pattern());
        var counts = engine.numbers(
                new ComposedQuery(
                        "delivery/other_columns",
                        "SELECT "
                                + each("count(*) FILTER (n%1$d) AS n%1$d, count(*) FILTER (b%1$d) AS b%1$d,"
                                        + " min(record) FILTER (b%1$d) AS r%1$d")
                                + " FROM (SELECT record, "
                                + each("regexp_full_match(trim(c%1$d), '[0-9]{9}') AS n%1$d,"
                                        + " strlen(c%1$d) >= 8 AND looks_like_bsn(c%1$d) AS b%1$d")
                                + " FROM (SELECT row_number() OVER () - 1 AS record, * FROM (" + ROWS.positional()
                                + ")))",
                        ROWS.parameters()),
                parameters);
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < columns.size(); i++) {
            long found = Math.round(counts.column("b" + i)[0]);
            long numbers = Math.round(counts.column("n" + i)[0]);
            boolean chance = numbers >= FEWEST && found < CLEARLY * numbers;
            if (found > 0 && !chance) {
                long record = Math.round(counts.column("r" + i)[0]);
                problems.add(problem(columns.get(i), record, found));
            }
        }
        return problems;
    }

    private String each(String form) {
        return IntStream.range(0, columns.size()).mapToObj(form::formatted).collect(Collectors.joining(", "));
    }

    private Problem problem(String column, long record, long times) throws IOException {
        long line = extract.file().linesOfRecords(List.of(record)).get(0);
        return new Problem(
                plan.name(),
                line,
                column,
                "",
                "identifier.bsn",
                "this column is not delivered, and holds what looks like citizen service numbers; nothing has landed"
                        + (times > 1 ? " (" + times + " rows)" : ""),
                "leave it out of the extract, or map it as the patient",
                plan.table().code(),
                Severity.STOP,
                times,
                Owner.DATA_STEWARD);
    }
}
