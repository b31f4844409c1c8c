// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.analytics.CheckedDelivery;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.PseudonymKeys;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSetFiles;
import nl.waardeketen.deliveries.CheckReportJson;
import nl.waardeketen.deliveries.DeliverySources;
import nl.waardeketen.deliveries.KnownSets;
import nl.waardeketen.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a delivery that is checked, and written as it would land.
 *
 * @param outcome {@code null} when it could not be read
 * @param said everything that is told or kept as text, the file of quarantined rows included
 * @param landed the rows that would land, each as text, where all of them do
 */
record Told(CheckReport.@Nullable Outcome outcome, List<Problem> problems, String said, List<String> landed) {
    private static final PseudonymKeys KEYS = new PseudonymKeys(new byte[] {1, 2, 3}, new byte[] {4, 5, 6});

    /** Read once, as that takes longer than the check of a small delivery. */
    private static final Map<String, Optional<OutcomeSet>> SETS = new ConcurrentHashMap<>();

    private static final KnownSets KNOWN = new KnownSets(group -> SETS.computeIfAbsent(group, Told::bundled));

    private static Optional<OutcomeSet> bundled(String group) {
        try {
            return OutcomeSetFiles.bundled(group);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks it; whatever is no refusal in words is thrown on. */
    static Told of(Delivered delivered) throws IOException {
        return of(delivered.folder(), delivered.mapping());
    }

    static Told of(Path delivered, @Nullable Path mapping) throws IOException {
        try (var scratch = new Scratch()) {
            var source = DeliverySources.read(delivered, mapping, KNOWN);
            try (var checked = CheckedDelivery.of(source.plan(), scratch)) {
                return told(checked, scratch, source.notes());
            }
        } catch (InvalidInput e) {
            return new Told(null, e.problems(), e.problems().toString(), List.of());
        } catch (Refused e) {
            var problem = new Problem("", 0, "", "", e.code(), String.valueOf(e.getMessage()), "see there");
            return new Told(null, List.of(problem), String.valueOf(e.getMessage()), List.of());
        }
    }

    private static Told told(CheckedDelivery checked, Scratch scratch, List<String> notes) throws IOException {
        var report = checked.report();
        var said = new StringBuilder(notes.toString()).append(CheckReportJson.of(report));
        said.append(report.problems());
        if (report.outcome() == CheckReport.Outcome.FAIL) {
            return new Told(report.outcome(), report.problems(), said.toString(), List.of());
        }
        var sound = Files.createDirectory(scratch.folder().resolve("sound"));
        var waiting = Files.createDirectory(scratch.folder().resolve("waiting"));
        checked.write(sound, waiting, KEYS);
        try (var files = Files.list(waiting)) {
            for (var file : files.sorted().toList()) {
                said.append(Files.readString(file));
            }
        }
        boolean whole = report.outcome() == CheckReport.Outcome.PASS;
        return new Told(report.outcome(), report.problems(), said.toString(), whole ? rows(sound) : List.of());
    }

    private static List<String> rows(Path sound) throws IOException {
        try (var tables = Files.walk(sound)) {
            return tables.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .flatMap(file -> ParquetRows.of(file).stream())
                    .toList();
        }
    }

    boolean lands() {
        return outcome != null && Objects.requireNonNull(outcome) != CheckReport.Outcome.FAIL;
    }

    /** Rule and place of each problem. */
    List<Mutation.Finding> findings() {
        return problems.stream()
                .map(problem -> new Mutation.Finding(problem.rule(), problem.file(), problem.line(), problem.column()))
                .toList();
    }
}
