// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The files with questions: those of both engines, and those that are DuckDB's alone with the reason. */
final class Questions {
    private static final Path FILES = Path.of("../analytics/src/main/resources/sql");

    /** Spark has no part in intake: these read delivered files or columns that are only known when they are asked. */
    static final Map<String, String> ONLY_DUCKDB = Map.ofEntries(
            Map.entry("delivery/extract", "reads delivered text by its row number"),
            Map.entry("delivery/kept_out", "reads delivered rows"),
            Map.entry("delivery/left_out", "reads delivered rows"),
            Map.entry("delivery/late_problems", "lists values in the manner of DuckDB"),
            Map.entry("delivery/organisations", "reads delivered rows"),
            Map.entry("delivery/orphans", "reads delivered identifiers"),
            Map.entry("delivery/problems", "lists values in the manner of DuckDB"),
            Map.entry("delivery/second_stage", "asks a function with keys, which stay within one process"),
            Map.entry("delivery/first_stage", "asks a function with a key, which stays within one process"),
            Map.entry("delivery/first_stage_sizes", "looks at delivered text"),
            Map.entry("lake/columns", "asks DuckDB for the types that it finds in a file of the lake"),
            Map.entry("lake/kept", "prepares files of the lake before an engine sees them"),
            Map.entry("lake/left_out", "prepares files of the lake before an engine sees them"),
            Map.entry("lake/objecting", "prepares files of the lake before an engine sees them"),
            Map.entry("lake/organisations", "looks at a single file of the lake"),
            Map.entry("lake/rotated", "asks a function with a key, which stays within one process"),
            Map.entry("lake/sizes", "looks at a single file of the lake"),
            Map.entry("lake/texts", "reads quarantined rows"),
            Map.entry("delivery/pseudonyms", "asks a function with keys, which stay within one process"),
            Map.entry("delivery/rows", "reads a delivered file"),
            Map.entry("expression/syntax", "is the parser of outcome sets"),
            Map.entry("extract/amounts", "takes its columns by pattern"),
            Map.entry("extract/cells", "takes its columns by pattern"),
            Map.entry("extract/extract", "reads delivered text by its row number"),
            Map.entry("extract/first_numbers", "takes its columns by pattern"),
            Map.entry("extract/level_texts", "takes its columns by pattern"),
            Map.entry("extract/notation", "takes its columns by pattern"),
            Map.entry("extract/outcome_cap", "judges delivered text"),
            Map.entry("extract/outcome_problems", "judges delivered text"),
            Map.entry("extract/outcomes", "judges delivered text"),
            Map.entry("extract/rejects", "reads what DuckDB could not read"),
            Map.entry("extract/rows", "reads a delivered file"),
            Map.entry("extract/table_columns", "reads DuckDB's own catalogue"),
            Map.entry("extract/texts", "takes its columns by pattern"),
            Map.entry("delivery/first_rows", "takes its columns as they come"),
            Map.entry("profile/columns", "judges delivered text"),
            Map.entry("profile/examples", "reads delivered text"),
            Map.entry("profile/frequent", "reads delivered text"),
            Map.entry("profile/values", "takes its columns by pattern"),
            Map.entry("series/extract", "reads delivered text by its row number"),
            Map.entry("series/points", "judges delivered text"));

    private record Text(String text) {}

    private record Episodes(long episodes) {}

    private record Unit(long code, String organisation) {}

    private static final Map<String, Class<? extends Record>> SHAPES = Map.of(
            "extract/unit_texts", Text.class,
            "release/episodes", Episodes.class,
            "release/unit_names", Text.class,
            "release/units", Unit.class);

    private Questions() {}

    static List<String> all() throws IOException {
        try (var files = Files.walk(FILES)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .map(file -> FILES.relativize(file).toString().replace(".sql", ""))
                    .sorted()
                    .toList();
        }
    }

    static List<String> shared() throws IOException {
        return all().stream().filter(name -> !ONLY_DUCKDB.containsKey(name)).toList();
    }

    static Class<? extends Record> shape(String name) {
        return Objects.requireNonNull(SHAPES.get(name), () -> "tell the shape of an answer to " + name + " here");
    }
}
