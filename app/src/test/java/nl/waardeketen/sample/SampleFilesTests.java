// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.waardeketen.sample.OutcomeSet.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a sample are those of the outcome set. */
class SampleFilesTests {
    private static final Map<String, String> FRICTIONLESS =
            Map.of("date", "date", "time", "datetime", "integer", "integer", "flag", "boolean", "category", "string");

    private final OutcomeSet set = OutcomeSet.hipFracture();
    private final Path region;

    SampleFilesTests(@TempDir Path folder) throws IOException {
        region = folder.resolve("region");
        SampleRegion.write(region, new SampleSize(11, 3, 30, 5, "2026Q3", true));
    }

    @Test
    void writesTwoDeliveriesForEachOfSixHospitals() throws IOException {
        var hospitals = List.of("helmduin", "kerspelland", "lindehove", "noorderkaap", "veenrijk", "waterlinie");

        try (var files = Files.list(region)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of("organisations.csv", "truth.json"),
                                    hospitals.stream()
                                            .flatMap(hospital -> Stream.of(
                                                    hospital + "-hip-fracture-2026Q1-2026Q2",
                                                    hospital + "-hip-fracture-2026Q3")))
                            .toList());
        }
    }

    @Test
    void namesElevenOrganisations() throws IOException {
        assertThat(Files.readAllLines(region.resolve("organisations.csv")))
                .hasSize(12)
                .startsWith("organisation,name,kind,place", "helmduin,Ziekenhuis Helmduin,hospital,Duinwaard");
    }

    @Test
    void headsTheTableWithTheVariablesOfTheOutcomeSet() throws IOException {
        var header =
                Files.readAllLines(delivery("veenrijk").resolve("episode.csv")).get(0);

        assertThat(header).isEqualTo("patient," + String.join(",", set.variableCodes()));
    }

    @Test
    void describesThePackage() throws IOException {
        var told = told(delivery("veenrijk"));

        assertThat(told.text("name")).isEqualTo("veenrijk-hip-fracture-2026q3");
        assertThat(told.text("created")).isEqualTo("2026-11-14T06:00:00Z");
        assertThat(told.map("waardeketen"))
                .isEqualTo(Map.of("outcome-set", "hip-fracture", "version", "2026.3", "organisation", "veenrijk"));
        assertThat(told.entries("resources")).singleElement().satisfies(table -> {
            assertThat(table.text("name")).isEqualTo("episode");
            assertThat(table.text("path")).isEqualTo("episode.csv");
            assertThat(table.text("format")).isEqualTo("csv");
            assertThat(table.text("encoding")).isEqualTo("utf-8");
            assertThat(table.has("dialect")).isTrue();
        });
    }

    @Test
    void describesTheVariablesAsTheOutcomeSetDoes() throws IOException {
        var schema =
                new Entry(told(delivery("veenrijk")).entries("resources").get(0).map("schema"));
        var fields = schema.entries("fields");

        assertThat(fields.stream().skip(1).map(field -> field.text("name"))).isEqualTo(set.variableCodes());
        for (int i = 0; i < set.variables().size(); i++) {
            sameMeaning(fields.get(i + 1), set.variables().get(i));
        }
    }

    private static void sameMeaning(Entry field, Entry variable) {
        assertThat(field.text("type")).isEqualTo(FRICTIONLESS.get(variable.text("type")));
        var constraints = new Entry(field.has("constraints") ? field.map("constraints") : Map.of());
        assertThat(constraints.has("required")).as(field.text("name")).isEqualTo(variable.has("required"));
        if (variable.has("categories")) {
            assertThat(constraints.list("enum"))
                    .isEqualTo(List.copyOf(variable.map("categories").keySet()));
        }
        if (variable.has("range")) {
            assertThat(List.of(constraints.text("minimum"), constraints.text("maximum")))
                    .isEqualTo(
                            variable.list("range").stream().map(String::valueOf).toList());
        }
    }

    @Test
    void plantsTheErrorsItTellsOf() throws IOException {
        var header = Files.readAllLines(delivery("veenrijk").resolve("episode.csv"))
                .get(0)
                .split(",", -1);
        var errors = Truthful.in(region.resolve("truth.json")).told().entries("planted-errors");

        assertThat(errors).hasSizeBetween(8, 10);
        assertThat(errors.stream().map(error -> error.text("rule"))).doesNotHaveDuplicates();
        assertThat(errors.stream().map(error -> error.text("line"))).doesNotHaveDuplicates();
        for (var error : errors) {
            var lines = Files.readAllLines(region.resolve(error.text("file")));
            var values = lines.get(Integer.parseInt(error.text("line")) - 1).split(",", -1);
            assertThat(values[List.of(header).indexOf(error.text("column"))])
                    .as(error.text("rule"))
                    .isEqualTo(error.text("value"));
        }
    }

    private Path delivery(String hospital) {
        return region.resolve(hospital + "-hip-fracture-2026Q3");
    }

    private static Entry told(Path delivery) throws IOException {
        return Truthful.in(delivery.resolve("datapackage.json")).told();
    }
}
