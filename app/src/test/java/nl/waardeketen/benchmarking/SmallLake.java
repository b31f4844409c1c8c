// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.waardeketen.analytics.CheckedDelivery;
import nl.waardeketen.analytics.DeliveryPlan;
import nl.waardeketen.analytics.DeliveryPlan.FromColumn;
import nl.waardeketen.analytics.DuckDbEngine;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.analytics.PseudonymKeys;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.analytics.TableDefinition;
import nl.waardeketen.analytics.TablePlan;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSetFiles;

/** A lake of a few deliveries, written as every delivery is, and what is released from it. */
final class SmallLake implements AutoCloseable {
    static final String HEADER = "hospital,id,admission,discharge,age,sex,operated,delirium,died,home,falls";
    private static final PseudonymKeys KEYS = new PseudonymKeys("s".getBytes(UTF_8), "r".getBytes(UTF_8));

    private final Scratch scratch = new Scratch();
    private final List<Path> landed = new ArrayList<>();
    final OutcomeSet set;

    SmallLake(Path outcomeSet) throws IOException {
        set = OutcomeSetFiles.read(outcomeSet);
    }

    /** The set of {@code small.yaml} beside the tests. */
    static SmallLake small() throws IOException {
        return new SmallLake(Path.of("src/test/resources/outcome-sets/small.yaml"));
    }

    SmallLake deliver(List<String> rows) throws IOException {
        var file =
                Files.writeString(scratch.folder().resolve("rows.csv"), HEADER + "\n" + String.join("\n", rows) + "\n");
        var columns = set.variables().stream()
                .map(variable -> new DeliveryPlan.Column(variable, new FromColumn(variable.code()), Map.of()))
                .toList();
        var plan = new TablePlan(
                new TableDefinition(TableDefinition.EPISODE, set.variables(), List.of()),
                file,
                "rows.csv",
                null,
                new FromColumn("hospital"),
                new FromColumn("id"),
                columns);
        var lake = scratch.folder().resolve("landed" + landed.size() + ".parquet");
        try (var inner = Scratch.inside(scratch.folder());
                var checked = CheckedDelivery.of(DeliveryPlan.of(plan), inner)) {
            var report = checked.report();
            if (report.quarantined() > 0) {
                throw new IllegalStateException(String.valueOf(report.problems()));
            }
            checked.write(inner.folder(), inner.folder(), KEYS);
            Files.move(inner.folder().resolve("episode/episode.parquet"), lake);
        }
        landed.add(lake);
        return this;
    }

    ReleaseComputation.Computed release(String reference) {
        return ReleaseComputation.compute(set, landed, Period.parse(reference).orElseThrow(), scratch);
    }

    /** A release of what has landed so far, with the definitions of this lake or of another set. */
    ChangeComputation.Edition edition(String reference, OutcomeSet defined) {
        var files = List.copyOf(landed);
        var period = Period.parse(reference).orElseThrow();
        var computed = ReleaseComputation.compute(defined, files, period, scratch);
        var current = computed.results().stream()
                .filter(result -> result.subgroup().isEmpty() && result.period().equals(period.lastYear()))
                .toList();
        return new ChangeComputation.Edition(defined, period, period.lastYear(), files, current);
    }

    ChangeComputation.Edition edition(String reference) {
        return edition(reference, set);
    }

    List<Change> changes(ChangeComputation.Edition before, ChangeComputation.Edition after) {
        return ChangeComputation.compute(before, after, DuckDbEngine::open, scratch.folder(), ReleaseWatch.NOBODY);
    }

    /** Results as they are written. */
    String csv(String reference) {
        return ReleaseFiles.csv(set, release(reference).results());
    }

    @Override
    public void close() {
        scratch.close();
    }
}
