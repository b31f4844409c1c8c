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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The files of a sample are those of the outcome set. */
class SampleFilesTests {
    private static final Map<String, String> FRICTIONLESS = Map.of(
            "date",
            "date",
            "time",
            "datetime",
            "integer",
            "integer",
            "flag",
            "boolean",
            "category",
            "string",
            "number",
            "number");

    private final Path region;

    SampleFilesTests(@TempDir Path folder) throws IOException {
        region = folder.resolve("region");
        SampleRegion.write(region, new SampleSize(11, 3, 30, 5, "2026Q3", true));
    }

    @Test
    void writesTwoDeliveriesForEachHospitalOfAPatientGroup() throws IOException {
        var hip = List.of("helmduin", "kerspelland", "lindehove", "noorderkaap", "veenrijk", "waterlinie");
        var colorectal =
                List.of("helmduin", "horizont", "oosterbrink", "rietmond", "waterlinie", "wilgenoord", "zilverhaven");

        try (var files = Files.list(region)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(
                                    Stream.of("organisations.csv", "truth.json"),
                                    folders(hip, "hip-fracture"),
                                    folders(colorectal, "colorectal-cancer"))
                            .flatMap(names -> names)
                            .toList());
        }
    }

    private static Stream<String> folders(List<String> hospitals, String group) {
        return hospitals.stream()
                .flatMap(hospital ->
                        Stream.of("-2026Q1-2026Q2", "-2026Q3").map(period -> hospital + "-" + group + period));
    }

    @Test
    void namesElevenOrganisations() throws IOException {
        assertThat(Files.readAllLines(region.resolve("organisations.csv")))
                .hasSize(12)
                .startsWith("organisation,name,kind,place", "helmduin,Ziekenhuis Helmduin,hospital,Duinwaard");
    }

    @ParameterizedTest
    @FieldSource("nl.waardeketen.sample.OutcomeSet#GROUPS")
    void headsTheTableWithTheVariablesOfTheOutcomeSet(String group) throws IOException {
        var header = Files.readAllLines(delivery(group).resolve("episode.csv")).get(0);

        assertThat(header)
                .isEqualTo("patient," + String.join(",", OutcomeSet.of(group).variableCodes()));
    }

    @ParameterizedTest
    @FieldSource("nl.waardeketen.sample.OutcomeSet#GROUPS")
    void describesThePackage(String group) throws IOException {
        var told = told(delivery(group));

        assertThat(told.text("name")).isEqualTo("waterlinie-" + group + "-2026q3");
        assertThat(told.text("created")).isEqualTo("2026-11-14T06:00:00Z");
        assertThat(told.map("waardeketen"))
                .isEqualTo(Map.of(
                        "outcome-set",
                        group,
                        "version",
                        OutcomeSet.of(group).content().get("version"),
                        "organisation",
                        "waterlinie",
                        "legal-basis",
                        Map.of(
                                "purpose",
                                "trying out with made-up data",
                                "ground",
                                "no-personal-data",
                                "retention-months",
                                120,
                                "document",
                                "made by waardeketen sample")));
        assertThat(told.entries("resources").stream().map(table -> table.text("name")))
                .containsExactly("episode", "patient", "activity", "measurement", "product");
    }

    @ParameterizedTest
    @FieldSource("nl.waardeketen.sample.OutcomeSet#GROUPS")
    void describesEveryTableAsItIs(String group) throws IOException {
        for (var table : told(delivery(group)).entries("resources")) {
            var lines = Files.readAllLines(delivery(group).resolve(table.text("path")));
            var fields = new Entry(table.map("schema")).entries("fields");

            assertThat(lines.get(0))
                    .isEqualTo(String.join(
                            ",",
                            fields.stream().map(field -> field.text("name")).toList()));
            assertThat(lines)
                    .as(table.text("name"))
                    .hasSizeGreaterThan(15)
                    .allSatisfy(line -> assertThat(line.split(",", -1)).hasSameSizeAs(fields));
            assertThat(table.text("format") + " " + table.text("encoding")).isEqualTo("csv utf-8");
            assertThat(table.has("dialect")).isTrue();
        }
    }

    @ParameterizedTest
    @FieldSource("nl.waardeketen.sample.OutcomeSet#GROUPS")
    void describesTheVariablesAsTheOutcomeSetDoes(String group) throws IOException {
        var set = OutcomeSet.of(group);
        var schema = new Entry(told(delivery(group)).entries("resources").get(0).map("schema"));
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
        var errors = Truthful.in(region.resolve("truth.json")).told().entries("planted-errors");

        assertThat(errors).hasSize(15);
        assertThat(errors.stream().map(error -> error.text("file") + error.text("line")))
                .doesNotHaveDuplicates();
        for (var error : errors) {
            var lines = Files.readAllLines(region.resolve(error.text("file")));
            var header = List.of(lines.get(0).split(",", -1));
            var values = lines.get(Integer.parseInt(error.text("line")) - 1).split(",", -1);
            assertThat(values[header.indexOf(error.text("column"))])
                    .as(error.text("rule"))
                    .isEqualTo(error.text("value"));
        }
    }

    private Path delivery(String group) {
        return region.resolve("waterlinie-" + group + "-2026Q3");
    }

    private static Entry told(Path delivery) throws IOException {
        return Truthful.in(delivery.resolve("datapackage.json")).told();
    }
}
