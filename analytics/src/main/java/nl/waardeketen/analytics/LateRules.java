// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rules that a row whose own values are sound breaks beside other rows: it is there twice, or its patient has no episode.
 * Rules over several variables that are only noted are looked at here too.
 */
final class LateRules {
    private static final SqlFile LATE_PROBLEMS = SqlFile.named("delivery/late_problems");
    private static final SqlFile ORPHANS = SqlFile.named("delivery/orphans");

    /** So many numbers are compared at once. */
    private static final int MOST_AT_ONCE = 30_000_000;

    private static final int LEAST_OF_A_RUN = 1_000_000;

    /** Each takes tables of its own. */
    private static final int MOST_RUNS = 4;

    private final StagedTable table;
    private final DuckDbEngine engine;
    private final RowKey key;

    private record Late(String rule, long times, long record, long other, String value) {}

    LateRules(StagedTable table) {
        this.table = table;
        this.engine = table.engine();
        this.key = RowKey.of(table.plan());
    }

    /** Finds the rows. */
    void judge(long rows, boolean withEpisodes) {
        var parts = new ArrayList<String>();
        parts.add("SELECT 0 AS record, '' AS rule, -1 AS other, '' AS value, false AS stays WHERE false");
        if (repeats(rows)) {
            parts.add("SELECT record, '" + twice() + "', other, '', " + key.unique()
                    + " FROM (SELECT record, min(record) OVER"
                    + " (PARTITION BY " + key.list() + ") AS other FROM staged WHERE t_row IS NULL AND "
                    + "CAST(t_hash AS DOUBLE) IN (SELECT hash FROM repeated)) WHERE record > other");
        }
        if (withEpisodes && leansOnEpisodes()) {
            engine.keep("orphan", ORPHANS, Map.of());
            parts.add("SELECT record, '" + table.code() + ".no-episode', -1, '', true FROM staged WHERE t_row IS NULL"
                    + " AND patient IN (SELECT patient FROM orphan)");
        }
        for (var check : table.notedChecks()) {
            var shown = String.join(
                    ", ", check.holds().variables().stream().sorted().toList());
            parts.add("SELECT record, '" + check.rule() + "', -1, left(concat_ws(', ', " + shown
                    + "), 200), false FROM staged WHERE t_row IS NULL AND NOT "
                    + check.holds().sql());
        }
        table.keepLate(new ComposedQuery("delivery/late", String.join(" UNION ALL ", parts)));
    }

    private boolean leansOnEpisodes() {
        return List.of("activity", "measurement", "product").contains(table.code());
    }

    private String twice() {
        return table.code().equals(TableDefinition.PATIENT) ? "patient.twice" : "row.twice";
    }

    /** Whether some rows may be the same. Numbers take less memory and time than grouping the rows themselves. */
    private boolean repeats(long rows) {
        var repeated = new ArrayList<double[]>();
        long parts = rows / MOST_AT_ONCE + 1;
        for (long part = 0; part < parts; part++) {
            var share = parts == 1 ? "" : " AND t_hash % " + parts + " = " + part;
            repeated.add(Arrays.stream(SameNumbers.among(hashes(rows, parts, share)))
                    .asDoubleStream()
                    .toArray());
        }
        var column = repeated.stream().flatMapToDouble(Arrays::stream).toArray();
        engine.keep("repeated", new NumberTable(List.of("hash"), new double[][] {column}));
        return column.length > 0;
    }

    /** Of all sound rows that a condition leaves, in any order: several engines read a run of rows each. */
    private List<long[]> hashes(long rows, long parts, String condition) {
        int processors = Math.min(MOST_RUNS, Runtime.getRuntime().availableProcessors());
        int runs = (int) Math.min(processors, rows / LEAST_OF_A_RUN + 1);
        long length = rows / runs + 1;
        var read = IntStream.range(0, runs)
                .mapToObj(run -> "record >= " + run * length + " AND record < " + (run + 1) * length + condition)
                .map(run -> CompletableFuture.supplyAsync(() -> hashes(run, length / parts + 1)))
                .toList();
        try {
            // Also where one fails, all have ended before the engine is closed.
            CompletableFuture.allOf(read.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
        return read.stream().map(CompletableFuture::join).toList();
    }

    private long[] hashes(String run, long about) {
        try (var beside = engine.beside()) {
            var query = new ComposedQuery(
                    "delivery/hashes", "SELECT t_hash FROM rows_" + table.code() + " WHERE t_row IS NULL AND " + run);
            return beside.wholeNumbers(query, (int) Math.min(about, Integer.MAX_VALUE - 8));
        }
    }

    /** What was found, the first five rows of each rule. */
    List<Problem> problems() throws IOException {
        var late = engine.query(LATE_PROBLEMS, Map.of(), Late.class);
        var records = late.stream()
                .flatMap(each -> each.other() < 0 ? Stream.of(each.record()) : Stream.of(each.record(), each.other()))
                .toList();
        var lines = table.lines(records);
        var problems = new ArrayList<Problem>();
        for (var each : late) {
            var line = lines.of(each.record());
            var noted = table.notedChecks().stream()
                    .filter(check -> check.rule().equals(each.rule()))
                    .findFirst();
            if (noted.isPresent()) {
                var columns = String.join(
                        ", ", noted.get().holds().variables().stream().sorted().toList());
                problems.add(table.checked(noted.get(), line, columns, each.value(), each.times()));
            } else {
                problems.add(each.other() < 0 ? orphan(each, line) : repeated(each, line, lines.of(each.other())));
            }
        }
        return problems;
    }

    private Problem orphan(Late row, long line) {
        return problem(
                row,
                line,
                "the patient has no episode in this delivery",
                "deliver the episode with it, or leave the row out",
                Severity.QUARANTINE);
    }

    private Problem repeated(Late row, long line, long first) {
        var words = key.unique()
                ? "this " + key.list() + " is there already, on line " + first
                : "the same row is there already, on line " + first;
        return problem(row, line, words, "leave one out", key.unique() ? Severity.QUARANTINE : Severity.NOTE);
    }

    private Problem problem(Late row, long line, String words, String remedy, Severity severity) {
        var text = words + (row.times() > 1 ? " (" + row.times() + " rows)" : "");
        return new Problem(
                table.plan().name(),
                line,
                "",
                "",
                row.rule(),
                text,
                remedy,
                table.code(),
                severity,
                row.times(),
                Owner.DATA_STEWARD);
    }
}
