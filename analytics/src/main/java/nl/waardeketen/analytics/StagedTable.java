// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One table of a delivery in the engine, typed, with the texts of those rows in which something is broken. The tables of a
 * delivery share an engine; the questions about one see it as {@code staged}.
 */
final class StagedTable {
    private static final SqlFile ROWS = SqlFile.named("delivery/rows");
    private static final SqlFile PROBLEMS = SqlFile.named("delivery/problems");
    private static final ComposedQuery SENDER = new ComposedQuery(
            "delivery/sender", "SELECT coalesce(given(CAST(? AS VARCHAR)), '')", List.of("organisation"));
    private static final ComposedQuery SUSPECTS =
            new ComposedQuery("delivery/suspects", "SELECT count(t_row) AS number FROM staged");
    private static final ComposedQuery NOTHING_BROKEN =
            new ComposedQuery("delivery/broken", "SELECT 0 AS record, 0 AS place, '' AS rule, '' AS value WHERE false");
    private static final ComposedQuery ROW_COUNT =
            new ComposedQuery("delivery/row_count", "SELECT count(*) AS number FROM staged");
    private static final ComposedQuery KEPT_COUNT =
            new ComposedQuery("delivery/quarantined", "SELECT count(*) AS number FROM kept_out");
    private static final SqlFile KEPT_OUT = SqlFile.named("delivery/kept_out");

    private final TablePlan plan;
    private final TableQueries queries;
    private final Extract extract;
    private final DuckDbEngine engine;
    private final List<RowCheck> checks;
    private boolean judged;
    private long suspects;
    private long quarantined;

    private StagedTable(
            TablePlan plan, TableQueries queries, Extract extract, DuckDbEngine engine, List<RowCheck> checks) {
        this.plan = plan;
        this.queries = queries;
        this.extract = extract;
        this.engine = engine;
        this.checks = checks;
    }

    /** Reads a file into a table. */
    static StagedTable of(TablePlan plan, DeliveryPlan delivery, DuckDbEngine engine, Scratch scratch)
            throws IOException {
        var roles = Roles.numbered(plan.fileColumns());
        var found = TableFile.inspect(plan.file(), plan.name(), roles.columns(), plan.part(), scratch);
        var code = plan.table().code();
        var checks = delivery.checks().stream()
                .filter(check -> check.table().equals(code))
                .toList();
        var strict = checks.stream()
                .filter(check -> check.severity() != Severity.NOTE)
                .toList();
        var queries = new TableQueries(plan, delivery.patients(), strict, Quarantine.wrote(found.header()));
        var staged = queries.staged(ROWS);
        Extract.Reading reading = (own, file) -> {
            var parameters = new HashMap<>(queries.parameters());
            parameters.putAll(file);
            // In a file of one column the engine would take blank lines for records.
            if (found.header().names().size() > 1) {
                parameters.put("null_text", "");
            }
            own.share("staged_" + code, staged, parameters);
        };
        var extract = Extract.of(found, roles, reading, scratch, file -> engine.beside());
        engine.shareView("rows_" + code, rows(plan, engine));
        return new StagedTable(plan, queries, extract, engine, checks);
    }

    /** The rows with their numbers. An organisation that all of them have is no column; a type of one value brings it here. */
    private static ComposedQuery rows(TablePlan plan, DuckDbEngine engine) {
        var code = plan.table().code();
        var organisation = "";
        if (plan.organisation() instanceof DeliveryPlan.Constant constant) {
            engine.shareType("sender_" + code, SENDER, Map.of("organisation", constant.value()));
            organisation = "enum_first(CAST(NULL AS sender_" + code + ")) AS organisation, ";
        }
        return new ComposedQuery("staged", "SELECT rowid AS record, " + organisation + "* FROM staged_" + code);
    }

    TablePlan plan() {
        return plan;
    }

    String code() {
        return plan.table().code();
    }

    List<String> notes() {
        return extract.notes();
    }

    List<RowCheck> notedChecks() {
        return checks.stream()
                .filter(check -> check.severity() == Severity.NOTE)
                .toList();
    }

    /** Lets questions see this table. */
    void look() {
        engine.define("staged", new ComposedQuery("staged", "SELECT * FROM rows_" + code()));
        engine.define("broken", new ComposedQuery("broken", "SELECT * FROM broken_" + code()));
        if (judged) {
            engine.define("late", new ComposedQuery("late", "SELECT * FROM late_" + code()));
            engine.define("kept_out", new ComposedQuery("kept_out", "SELECT * FROM kept_out_" + code()));
        }
    }

    /** Makes the same identifier the same text, in the order of the rows. */
    void writeIdentifiersAlike() {
        engine.share(
                "staged_" + code(),
                new ComposedQuery(
                        "delivery/written_alike",
                        "SELECT * REPLACE (" + RowKey.of(plan).hash() + " AS t_hash) FROM ("
                                + "SELECT * REPLACE (identifier(patient) AS patient) FROM staged_" + code() + ")"),
                Map.of());
    }

    /** Judges rows on their own. */
    void judge() {
        engine.define("staged", new ComposedQuery("staged", "SELECT * FROM rows_" + code()));
        suspects = engine.query(SUSPECTS, Map.of(), Count.class).get(0).number();
        engine.keep(
                "broken_" + code(),
                suspects > 0 ? queries.broken() : NOTHING_BROKEN,
                suspects > 0 ? queries.parameters() : Map.of());
    }

    /** Rows whose own values are sound, but that break a rule beside others: record, rule, other, value, stays. */
    void keepLate(Question late) {
        engine.keep("late_" + code(), late, Map.of());
        engine.define("late", new ComposedQuery("late", "SELECT * FROM late_" + code()));
        engine.define("staged", new ComposedQuery("staged", "SELECT * FROM rows_" + code()));
        engine.keep("kept_out_" + code(), KEPT_OUT, Map.of());
        judged = true;
        look();
        quarantined = engine.query(KEPT_COUNT, Map.of(), Count.class).get(0).number();
    }

    long rows() {
        return engine.query(ROW_COUNT, Map.of(), Count.class).get(0).number();
    }

    private record Count(long number) {}

    /** Rows that do not land. */
    long quarantined() {
        return quarantined;
    }

    /** Whether rows whose own values are sound do not land. */
    boolean hasLate() {
        return quarantined > suspects;
    }

    /** A value that breaks a rule. */
    record Broken(long place, String rule, long times, long record, String value) {}

    List<Broken> broken() {
        return engine.query(PROBLEMS, Map.of(), Broken.class);
    }

    List<Problem> problems(List<Broken> broken) throws IOException {
        var lines = lines(broken.stream().map(Broken::record).toList());
        var places = queries.places();
        var problems = new ArrayList<Problem>();
        for (var each : broken) {
            var place = places.get((int) each.place());
            var line = lines.of(each.record());
            var check = place.check();
            problems.add(
                    check == null
                            ? DeliveryRule.of(each.rule())
                                    .problem(
                                            plan.name(),
                                            line,
                                            place.column(),
                                            each.value(),
                                            place.meant(),
                                            each.times())
                                    .in(code())
                            : checked(check, line, place.column(), each.value(), each.times()));
        }
        return problems;
    }

    /** A row that breaks a rule over several variables. */
    Problem checked(RowCheck check, long line, String column, String value, long times) {
        return new Problem(
                plan.name(),
                line,
                column,
                value,
                check.rule(),
                check.words() + (times > 1 ? " (" + times + " rows)" : ""),
                "check these values at the source",
                code(),
                check.severity(),
                times,
                check.owner());
    }

    /** How often the values of each place break a rule of their own, not counting those that are missing. */
    static Map<Long, Long> brokenValues(List<Broken> broken) {
        var times = new HashMap<Long, Long>();
        broken.stream()
                .filter(each -> !each.rule().equals("value.missing"))
                .collect(Collectors.toMap(each -> Map.entry(each.place(), each.rule()), Broken::times, Math::max))
                .forEach((place, count) -> times.merge(place.getKey(), count, Long::sum));
        return times;
    }

    /** In how many suspect rows each column is given and sound. */
    long[] givenInSuspects() {
        if (suspects == 0) {
            return new long[plan.columns().size()];
        }
        var counts = engine.numbers(queries.givenInSuspects(), queries.parameters());
        return IntStream.range(0, plan.columns().size())
                .mapToLong(i -> Math.round(counts.columns()[i][0]))
                .toArray();
    }

    /** Lines of the file on which some records start. */
    record Lines(List<Long> records, List<Long> lines) {
        long of(long record) {
            return lines.get(Collections.binarySearch(records, record));
        }
    }

    Lines lines(List<Long> records) throws IOException {
        var ascending = records.stream().distinct().sorted().toList();
        return new Lines(ascending, extract.file().linesOfRecords(ascending));
    }

    List<TableQueries.Place> places() {
        return queries.places();
    }

    Extract extract() {
        return extract;
    }

    DuckDbEngine engine() {
        return engine;
    }
}
