// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.waardeketen.analytics.ColumnProfile;
import nl.waardeketen.analytics.FileProfile;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSetFiles;
import nl.waardeketen.sample.SampleRegion;
import nl.waardeketen.sample.SampleSize;

/** Proposals for a file, held to what is right. */
record MeasuredProposals(List<String> right, List<String> wrong, List<String> none) {

    static OutcomeSet hip() {
        try {
            return OutcomeSetFiles.bundled("hip-fracture").orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DeliveryTable table(OutcomeSet set, String code) {
        return DeliveryTables.of(set).stream()
                .filter(table -> table.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /**
     * What the proposals for a table come to.
     *
     * @param truth the column of each variable; variables that the file does not have are left out
     */
    static MeasuredProposals of(DeliveryTable table, List<ColumnProfile> columns, Map<String, String> truth) {
        var patient = Proposals.patient(columns).map(Proposal::column);
        var measured = new MeasuredProposals(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        measured.count("patient", patient, truth);
        var proposals = Proposals.of(table, columns, patient.map(Set::of).orElse(Set.of()));
        for (var variable : table.variables()) {
            var proposed = proposals.stream()
                    .filter(each -> each.variable().equals(variable.code()))
                    .map(Proposal::column)
                    .findFirst();
            measured.count(variable.code(), proposed, truth);
        }
        return measured;
    }

    private void count(String variable, Optional<String> proposed, Map<String, String> truth) {
        var wanted = Optional.ofNullable(truth.get(variable));
        if (proposed.isPresent() && !proposed.equals(wanted)) {
            wrong.add(variable + ": " + proposed.get());
        } else if (proposed.isPresent()) {
            right.add(variable);
        } else if (wanted.isPresent()) {
            none.add(variable);
        }
    }

    static List<ColumnProfile> columns(Path file) {
        try (var scratch = new Scratch()) {
            return FileProfile.of(file, String.valueOf(file.getFileName()), null, scratch)
                    .columns();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An episode file of the sample region, one quarter of one hospital. */
    static Path sample(Path folder) throws IOException {
        SampleRegion.write(folder.resolve("region"), new SampleSize(2, 2, 60, 1, "2026Q3", false));
        try (var files = Files.walk(folder.resolve("region"))) {
            return files.filter(file ->
                            file.endsWith("episode.csv") && file.toString().contains("hip-fracture"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The same file with other names above its columns; the truth by variable. */
    static Map<String, String> renamed(Path file, Path renamed, List<String> names) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(file));
        var codes = List.of(lines.get(0).split(","));
        var truth = new LinkedHashMap<String, String>();
        for (int i = 0; i < codes.size(); i++) {
            truth.put(codes.get(i), names.get(i));
        }
        lines.set(0, String.join(",", names));
        Files.write(renamed, lines);
        return truth;
    }
}
