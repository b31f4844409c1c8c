// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One delivery of a hospital: a data package with one table.
 *
 * @param period for example {@code 2023Q4-2026Q2}
 */
record Delivery(Hospital hospital, String period, int extracted, List<Episode> episodes) {
    static final String OUTCOME_SET = "hip-fracture";
    static final String VERSION = "2026.2";
    private static final String TABLE = "episode.csv";
    private static final List<Column> COLUMNS = List.of(Column.values());
    private static final Map<String, Object> LEGAL_BASIS = ordered(
            "purpose",
            "trying out with made-up data",
            "ground",
            "no-personal-data",
            "retention-months",
            120,
            "document",
            "made by waardeketen sample");

    String folder() {
        return hospital.code() + "-" + OUTCOME_SET + "-" + period;
    }

    String file() {
        return folder() + "/" + TABLE;
    }

    /** Writes the delivery; {@code planted} replaces values by what they must not be. */
    void write(Path region, PlantedErrors planted) throws IOException {
        var folder = Files.createDirectory(region.resolve(folder()));
        Files.writeString(folder.resolve("datapackage.json"), Json.text(description()));
        try (var table = Files.newBufferedWriter(folder.resolve(TABLE))) {
            table.write(header() + "\n");
            for (int row = 0; row < episodes.size(); row++) {
                table.write(line(episodes.get(row), planted.inRow(row)));
            }
        }
    }

    private static String header() {
        return Stream.concat(Stream.of("patient"), COLUMNS.stream().map(Column::code))
                .collect(Collectors.joining(","));
    }

    private static String line(Episode episode, Map<Column, String> replaced) {
        var line = new StringBuilder(200).append(episode.admission().person().number);
        for (var column : COLUMNS) {
            var planted = replaced.get(column);
            line.append(',').append(planted == null ? episode.value(column) : planted);
        }
        return line.append('\n').toString();
    }

    private Map<String, Object> description() {
        var description = new LinkedHashMap<String, Object>();
        description.put("profile", "tabular-data-package");
        description.put("name", folder().toLowerCase(Locale.ROOT));
        description.put("title", hospital.name() + ", hip fracture, " + period + " (made-up data)");
        description.put("created", LocalDate.ofEpochDay(extracted) + "T06:00:00Z");
        description.put(
                "waardeketen",
                ordered(
                        "outcome-set",
                        OUTCOME_SET,
                        "version",
                        VERSION,
                        "organisation",
                        hospital.code(),
                        "legal-basis",
                        LEGAL_BASIS));
        description.put("resources", List.of(table()));
        return description;
    }

    private static Map<String, Object> table() {
        var table = ordered(
                "name",
                "episode",
                "path",
                TABLE,
                "profile",
                "tabular-data-resource",
                "format",
                "csv",
                "mediatype",
                "text/csv",
                "encoding",
                "utf-8");
        table.put("dialect", ordered("delimiter", ",", "lineTerminator", "\n", "quoteChar", "\"", "header", true));
        var patient = ordered("name", "patient", "type", "string", "constraints", Map.of("required", true));
        var fields = Stream.concat(Stream.of(patient), COLUMNS.stream().map(Delivery::field))
                .toList();
        table.put("schema", ordered("fields", fields, "missingValues", List.of("")));
        return table;
    }

    private static Map<String, Object> field(Column column) {
        var field = ordered("name", column.code(), "type", column.type().frictionless);
        var constraints = ordered();
        if (column.isRequired()) {
            constraints.put("required", true);
        }
        switch (column.type()) {
            case TIME -> field.put("format", "%Y-%m-%dT%H:%M");
            case FLAG -> field.putAll(ordered("trueValues", List.of("1"), "falseValues", List.of("0")));
            case INTEGER -> constraints.putAll(ordered("minimum", column.least(), "maximum", column.most()));
            case CATEGORY -> constraints.put("enum", column.categories());
            case DATE -> field.put("format", "default");
        }
        if (!constraints.isEmpty()) {
            field.put("constraints", constraints);
        }
        return field;
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
