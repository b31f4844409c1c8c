// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is done with single files of the lake: looked at, or written anew without some patients or under another key. */
public final class LakeFiles {
    private static final SqlFile ROTATED = SqlFile.named("lake/rotated");
    private static final SqlFile TEXTS = SqlFile.named("lake/texts");
    static final SqlFile OBJECTING = SqlFile.named("lake/objecting");
    private static final SqlFile LEFT_OUT = SqlFile.named("lake/left_out");
    private static final SqlFile KEPT = SqlFile.named("lake/kept");
    private static final SqlFile SIZES = SqlFile.named("lake/sizes");
    private static final SqlFile ORGANISATIONS = SqlFile.named("lake/organisations");
    private static final SqlFile COLUMNS = SqlFile.named("lake/columns");
    private static final ComposedQuery MADE = new ComposedQuery("lake/made", "SELECT * FROM made");

    private LakeFiles() {}

    /**
     * A patient to be left out.
     *
     * @param organisation of whose rows, or empty for all
     * @param pseudonym in hexadecimal
     */
    public record LeftOut(String organisation, String pseudonym) {}

    /**
     * Rows that are to be left out.
     *
     * @param patients their pseudonyms, in hexadecimal
     */
    public record Found(long rows, List<String> patients) {}

    /**
     * What a file holds.
     *
     * @param broken rows without a pseudonym of 16 bytes
     * @param organisations codes, ascending; empty text where one is missing
     * @param columns name to type of the engine, in their order
     */
    public record Content(long rows, long broken, List<String> organisations, Map<String, String> columns) {}

    record PatientRows(String patient, long rows) {}

    private record Text(String text) {}

    private record NamedType(String name, String type) {}

    private static DuckDbEngine over(Path file, Path scratch) {
        var engine = DuckDbEngine.open(List.of(file), scratch);
        engine.defineLake("landed", List.of(file));
        return engine;
    }

    /** Looks at a file. */
    public static Content content(Path file, Scratch scratch) {
        try (var engine = over(file, scratch.folder())) {
            var sizes = engine.numbers(SIZES, Map.of());
            var columns = new LinkedHashMap<String, String>();
            engine.query(COLUMNS, Map.of(), NamedType.class)
                    .forEach(column -> columns.put(column.name(), column.type()));
            return new Content(
                    Math.round(sizes.column("rows")[0]),
                    Math.round(sizes.column("broken")[0]),
                    engine.query(ORGANISATIONS, Map.of(), Text.class).stream()
                            .map(Text::text)
                            .toList(),
                    columns);
        }
    }

    /** Rows of a file whose patients are to be left out. */
    public static Found leftOut(Path file, Collection<LeftOut> patients, Scratch scratch) {
        if (patients.isEmpty()) {
            return new Found(0, List.of());
        }
        try (var engine = over(file, scratch.folder())) {
            engine.keep("objecting", OBJECTING, entries(patients));
            return found(engine.query(LEFT_OUT, Map.of(), PatientRows.class));
        }
    }

    static Found found(List<PatientRows> patients) {
        return new Found(
                patients.stream().mapToLong(PatientRows::rows).sum(),
                patients.stream().map(PatientRows::patient).toList());
    }

    /**
     * Writes a file without the rows of some patients.
     *
     * @param to in the scratch folder
     */
    public static void without(Path file, Path to, Collection<LeftOut> patients, Scratch scratch) {
        try (var engine = over(file, scratch.folder())) {
            engine.keep("objecting", OBJECTING, entries(patients));
            engine.keep("made", KEPT, Map.of());
            engine.write(to, MADE);
        }
    }

    static Map<String, Object> entries(Collection<LeftOut> patients) {
        return Map.of(
                "entries",
                patients.stream()
                        .map(patient -> patient.organisation() + "\u001f" + patient.pseudonym())
                        .collect(Collectors.joining("\u001e")));
    }

    /**
     * Writes a file with every pseudonym under the next version of the region's key.
     *
     * @param to in the scratch folder
     */
    public static void rotated(Path file, Path to, byte[] key, Scratch scratch) {
        try (var engine = over(file, scratch.folder())) {
            engine.defineFunction(Pseudonyms.KEYED, PseudonymKeys.nextVersion(key));
            engine.keep("made", ROTATED, Map.of());
            engine.write(to, MADE);
        }
    }

    /** The same for quarantined rows, which are text. */
    public static void rotatedTexts(Path file, Path to, byte[] key, Scratch scratch) throws IOException {
        int patient = patientColumn(file);
        try (var engine = DuckDbEngine.open(List.of(file), scratch.folder())) {
            engine.keep("landed", TEXTS, Map.of("file", file.toString()));
            var column = engine.query(COLUMNS, Map.of(), NamedType.class)
                    .get(patient)
                    .name();
            var rotated = new ComposedQuery(
                    "lake/rotated_texts",
                    "SELECT * REPLACE (CASE WHEN regexp_full_match(" + column + ", '[0-9a-fA-F]{32}')"
                            + " THEN " + Pseudonyms.KEYED + "(" + column + ") ELSE " + column + " END AS " + column
                            + ") FROM landed");
            engine.defineFunction(Pseudonyms.KEYED, PseudonymKeys.nextVersion(key));
            engine.keep("made", rotated, Map.of());
            engine.writeTexts(to, MADE);
        }
    }

    /** Quarantine has the patient behind line and reasons; files of earlier versions name the column. */
    private static int patientColumn(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            var header = String.valueOf(reader.readLine());
            return header.startsWith("\"line\"")
                    ? 2
                    : List.of(header.split(",")).indexOf("patient");
        }
    }
}
