// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.deliveries.Delivery;
import nl.waardeketen.statistics.ShrunkenUnit;
import nl.waardeketen.statistics.UnitColumns;
import tools.jackson.databind.json.JsonMapper;

/** A release as the hub's working files: every result in full, and so not for publication. */
final class ReleaseFiles {
    static final String RESULTS = "results.csv";
    static final String MODELS = "models.json";
    static final String RELEASE = "release.json";
    static final String CHANGES = "changes.csv";
    private static final String NOTICE = "NOT-FOR-PUBLICATION.txt";

    private ReleaseFiles() {}

    /** Results as CSV after RFC 4180, one line per indicator, organisation and period; not-a-number is empty. */
    static String csv(OutcomeSet set, List<Result> results) {
        var header = "indicator,indicator_version,organisation,period,subgroup," + String.join(",", UnitColumns.NUMBERS)
                + ",signal," + String.join(",", ShrunkenUnit.NUMBERS) + ",missing\n";
        return results.parallelStream().map(result -> line(set, result)).collect(Collectors.joining("", header, ""));
    }

    private static String line(OutcomeSet set, Result result) {
        return String.join(
                        ",",
                        quoted(result.indicator()),
                        String.valueOf(
                                set.indicator(result.indicator()).orElseThrow().version()),
                        quoted(result.organisation()),
                        result.period().toString(),
                        result.subgroup(),
                        joined(UnitColumns.numbers(result.compared())),
                        UnitColumns.signal(result.compared()),
                        joined(result.shrunken().numbers()),
                        String.valueOf(result.missing()))
                + "\n";
    }

    private static String csv(List<Change> changes) {
        var csv = new StringBuilder(
                "indicator,organisation,from_period,to_period,before,late,patients,definition,model,after,"
                        + "patients_before,patients_corrected,patients_after\n");
        for (var change : changes) {
            csv.append(quoted(change.indicator()))
                    .append(',')
                    .append(quoted(change.organisation()))
                    .append(',')
                    .append(change.from())
                    .append(',')
                    .append(change.to())
                    .append(',')
                    .append(joined(new double[] {
                        change.before(),
                        change.late(),
                        change.patients(),
                        change.definition(),
                        change.model(),
                        change.after(),
                        (double) change.patientsBefore(),
                        (double) change.patientsCorrected(),
                        (double) change.patientsAfter()
                    }))
                    .append('\n');
        }
        return csv.toString();
    }

    private static String joined(double[] numbers) {
        return Arrays.stream(numbers)
                .mapToObj(value -> Double.isFinite(value) ? UnitColumns.number(value) : "")
                .collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        boolean special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** Writes the release into a new or empty folder. */
    static void write(Path folder, String results, Map<String, String> models, List<Change> changes)
            throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve(NOTICE),
                "Working files of the hub: results by name, without suppression. Not for publication.\n");
        var documents = models.entrySet().stream()
                .map(model -> "  \"" + model.getKey() + "\": " + model.getValue())
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
        Files.writeString(folder.resolve(RESULTS), results);
        Files.writeString(folder.resolve(MODELS), documents);
        if (!changes.isEmpty()) {
            Files.writeString(folder.resolve(CHANGES), csv(changes));
        }
    }

    /** What the release is, of what it was computed and what it leaves out. */
    static void writeRelease(Path folder, Release release, List<Delivery> deliveries, List<ZeroValues> zeros)
            throws IOException {
        var document = new LinkedHashMap<String, Object>();
        document.put("release", release.id().toString());
        document.put("group", release.group());
        document.put("outcome_set_version", release.outcomeSet());
        document.put("reference", release.reference().toString());
        document.put("episodes", release.episodes());
        document.put("patients_left_out_after_objection", release.leftOut());
        document.put("computed_at", release.computedAt().toString());
        document.put("code_version", release.codeVersion());
        document.put(
                "deliveries",
                deliveries.stream().map(delivery -> delivery.id().toString()).toList());
        document.put(
                "only_zeros_taken_for_missing",
                zeros.stream().map(ReleaseFiles::document).toList());
        Files.writeString(
                folder.resolve(RELEASE),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
    }

    private static Map<String, Object> document(ZeroValues zeros) {
        var document = new LinkedHashMap<String, Object>();
        document.put("indicator", zeros.indicator());
        document.put("organisation", zeros.organisation());
        document.put("period", zeros.period().toString());
        document.put("episodes", zeros.episodes());
        return document;
    }
}
