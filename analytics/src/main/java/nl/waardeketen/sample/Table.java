// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of a data package, about patients. */
record Table(String name, List<Field> fields) {
    private static final Field KEY = Field.of("patient", FieldType.TEXT).mandatory();
    private static final int YEAR_OF_THE_OLDEST = 1900;
    private static final int LATEST_YEAR = 2100;

    static final Table PATIENT = of(
            "patient",
            List.of(
                    Field.category("sex", List.of("1", "2")).mandatory(),
                    Field.between("birth_year", FieldType.INTEGER, YEAR_OF_THE_OLDEST, LATEST_YEAR)
                            .mandatory(),
                    Field.of("death", FieldType.DATE)));
    static final Table ACTIVITY = of(
            "activity",
            List.of(
                    Field.of("activity", FieldType.TEXT).mandatory(),
                    Field.of("started", FieldType.TIME).mandatory(),
                    Field.of("ended", FieldType.TIME),
                    Field.of("performer", FieldType.TEXT),
                    Field.of("resource", FieldType.TEXT),
                    Field.of("quantity", FieldType.NUMBER).notNegative()));
    static final Table MEASUREMENT = of(
            "measurement",
            List.of(
                    Field.of("instrument", FieldType.TEXT).mandatory(),
                    Field.of("item", FieldType.TEXT).mandatory(),
                    Field.of("moment", FieldType.TEXT).mandatory(),
                    Field.of("result", FieldType.NUMBER).mandatory(),
                    Field.of("measured", FieldType.DATE)));
    static final Table PRODUCT = of(
            "product",
            List.of(
                    Field.of("product", FieldType.TEXT).mandatory(),
                    Field.of("opened", FieldType.DATE).mandatory(),
                    Field.of("closed", FieldType.DATE),
                    Field.of("amount", FieldType.NUMBER).mandatory().notNegative()));

    /** With the patient as its first column. */
    static Table of(String name, List<Field> fields) {
        var all = new ArrayList<>(List.of(KEY));
        all.addAll(fields);
        return new Table(name, List.copyOf(all));
    }

    String file() {
        return name + ".csv";
    }

    /** Values hold no separators, quotes or line ends. */
    void write(Path folder, Stream<List<String>> rows) throws IOException {
        try (var writer = Files.newBufferedWriter(folder.resolve(file()))) {
            writer.write(fields.stream().map(Field::name).collect(Collectors.joining(",", "", "\n")));
            for (Iterator<List<String>> each = rows.iterator(); each.hasNext(); ) {
                writer.write(String.join(",", each.next()));
                writer.write('\n');
            }
        }
    }

    /** As a resource of a Frictionless package. */
    Map<String, Object> described() {
        return Json.ordered(
                "name",
                name,
                "path",
                file(),
                "profile",
                "tabular-data-resource",
                "format",
                "csv",
                "mediatype",
                "text/csv",
                "encoding",
                "utf-8",
                "dialect",
                Json.ordered("delimiter", ",", "lineTerminator", "\n", "quoteChar", "\"", "header", true),
                "schema",
                Json.ordered("fields", fields.stream().map(Field::described).toList(), "missingValues", List.of("")));
    }
}
