// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.waardeketen.analytics.DeliveryPlan.FromColumn;

/**
 * The rows of a table that do not land, as they were written: the columns of the file under their own names, with the line
 * and the reasons before them, and the patient as the first of them. A patient is known by the pseudonym; what may be a citizen service number is masked.
 */
final class Quarantine {
    private static final String KEPT =
            "SELECT record FROM kept_out WHERE record NOT IN (SELECT record FROM left_out) ORDER BY record";
    private static final SqlFile ROWS = SqlFile.named("delivery/rows");

    private final StagedTable table;
    private final DuckDbEngine engine;
    private final List<String> columns;

    private record Kept(long record) {}

    Quarantine(StagedTable table) {
        this.table = table;
        this.engine = table.engine();
        this.columns = table.plan().fileColumns();
    }

    /** Whether a file with this header was given out as rows in quarantine. */
    static boolean wrote(Header header) {
        return header.names().containsAll(List.of("line", "reasons"));
    }

    /** Writes the file, unless all rows land. */
    void write(Path file) throws IOException {
        if (table.quarantined() == 0) {
            return;
        }
        var records = engine.query(new ComposedQuery("kept", KEPT), Map.of(), Kept.class).stream()
                .map(Kept::record)
                .toList();
        keepLines(records);
        keepRows();
        keepReasons();
        engine.keep("quarantined", lines(), header());
        engine.writeTexts(
                file, new ComposedQuery("quarantined", "SELECT * EXCLUDE record FROM quarantined ORDER BY record"));
    }

    private void keepLines(List<Long> records) throws IOException {
        var lines = table.lines(records);
        var numbers = new double[2][records.size()];
        for (int i = 0; i < records.size(); i++) {
            numbers[0][i] = records.get(i);
            numbers[1][i] = lines.lines().get(i);
        }
        engine.keep("line", new NumberTable(List.of("record", "line"), numbers));
    }

    /** Texts of sound rows were not kept; the few that are wanted after all are read again. */
    private void keepRows() {
        var texts = IntStream.range(0, columns.size())
                .mapToObj(i -> ", t_row[" + (i + 1) + "] AS c" + i)
                .collect(Collectors.joining());
        var kept = "SELECT record, patient" + texts + " FROM staged WHERE t_row IS NOT NULL";
        if (!table.hasLate()) {
            engine.keep("written", new ComposedQuery("delivery/written", kept), Map.of());
            return;
        }
        var again = "SELECT record, patient"
                + IntStream.range(0, columns.size()).mapToObj(i -> ", c" + i).collect(Collectors.joining())
                + " FROM (SELECT row_number() OVER () - 1 AS record, * FROM (" + ROWS.positional() + ")) file"
                + " JOIN (SELECT record, patient FROM staged WHERE t_row IS NULL) sound USING (record)"
                + " WHERE record IN (SELECT record FROM kept_out)";
        engine.keep(
                "written",
                new ComposedQuery("delivery/written", again + " UNION ALL " + kept, ROWS.parameters()),
                table.extract().parameters());
    }

    private void keepReasons() {
        var names = table.places().stream()
                .map(place -> "'" + place.variable() + ": '")
                .collect(Collectors.joining(", "));
        engine.keep(
                "reason",
                new ComposedQuery(
                        "delivery/reasons",
                        "SELECT record, string_agg(words, '; ' ORDER BY words) AS reasons FROM (SELECT record, ["
                                + names + "][place + 1] || rule AS words FROM broken"
                                + " UNION ALL SELECT record, rule FROM late WHERE stays) GROUP BY record"),
                Map.of());
    }

    private ComposedQuery lines() {
        var texts = new ArrayList<String>();
        var names = new ArrayList<>(List.of("line", "reasons"));
        for (int i : patientFirst()) {
            texts.add(columns.get(i).equals(patient()) ? "lower(hex(pseudonym))" : "coalesce(masked(c" + i + "), '')");
            names.add("p" + i);
        }
        return new ComposedQuery(
                "delivery/quarantined",
                "SELECT -1 AS record, " + names.stream().map(name -> "?").collect(Collectors.joining(", "))
                        + " UNION ALL SELECT CAST(record AS BIGINT), CAST(CAST(line AS BIGINT) AS VARCHAR), reasons, "
                        + String.join(", ", texts)
                        + " FROM written JOIN line USING (record) JOIN reason USING (record)"
                        + " LEFT JOIN pseudonym USING (patient)",
                names);
    }

    private List<Integer> patientFirst() {
        return IntStream.range(0, columns.size())
                .boxed()
                .sorted(Comparator.comparing(i -> !columns.get(i).equals(patient())))
                .toList();
    }

    private String patient() {
        return table.plan().patient() instanceof FromColumn from ? from.column() : "";
    }

    private Map<String, Object> header() {
        var header = new HashMap<String, Object>(Map.of("line", "line", "reasons", "reasons"));
        IntStream.range(0, columns.size()).forEach(i -> header.put("p" + i, columns.get(i)));
        return header;
    }
}
