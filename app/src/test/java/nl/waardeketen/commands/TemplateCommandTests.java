// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A template, what is in it, and that what it asks for can be delivered. */
class TemplateCommandTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static Path template() {
        return folder.resolve("template");
    }

    @BeforeAll
    static void write() {
        var run = command(
                "template",
                "hip-fracture",
                "--out",
                template().toString(),
                "--organisation",
                "waterlinie",
                "--mapping");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void writesAllDocuments() throws IOException {
        try (var files = Files.walk(template())) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> template().relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "csv/datapackage.json",
                            "csv/patient.csv",
                            "csv/episode.csv",
                            "csv/activity.csv",
                            "csv/measurement.csv",
                            "csv/product.csv",
                            "excel/datapackage.json",
                            "excel/hip-fracture.xlsx",
                            "voorbeeld/datapackage.json",
                            "voorbeeld/episode.csv",
                            "gegevenswoordenboek.html",
                            "data-dictionary.html",
                            "vertaaltabel.yaml");
        }
    }

    @Test
    void givesAnExampleThatIsSound() {
        var run = command("check", template().resolve("voorbeeld").toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).startsWith("Checked: episode.csv, 2 rows, 0 with problems.\n");
    }

    @Test
    void canBeFilledInAndDelivered(@TempDir Path own) throws IOException {
        for (var file : List.of(
                "datapackage.json", "patient.csv", "episode.csv", "activity.csv", "measurement.csv", "product.csv")) {
            Files.copy(template().resolve("csv").resolve(file), own.resolve(file));
        }
        var rows = Files.readAllLines(template().resolve("voorbeeld/episode.csv"));
        Files.write(own.resolve("episode.csv"), rows.subList(1, rows.size()), StandardOpenOption.APPEND);

        var run = command("check", own.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("left out, as they have no rows: patient, activity, measurement, product");
    }

    @Test
    void hasAMappingThatReadsItsOwnFiles(@TempDir Path own) throws IOException {
        Files.copy(template().resolve("voorbeeld/episode.csv"), own.resolve("episode.csv"));

        var run = command(
                "check",
                own.toString(),
                "--mapping",
                template().resolve("vertaaltabel.yaml").toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void describesFieldsWithTheirTypesAndLists() throws IOException {
        assertThat(Files.readString(template().resolve("csv/datapackage.json")))
                .contains("\"organisation\" : \"waterlinie\"", "\"foreignKeys\"", "\"primaryKey\"", "\"minimum\" : 18")
                .contains("\"enum\" : [ \"1\", \"2\", \"3\", \"4\", \"5\" ]", "\"missingValues\" : [ \"\" ]");
        assertThat(Files.readString(template().resolve("excel/datapackage.json")))
                .contains("\"sheet\" : \"episode\"", "\"path\" : \"hip-fracture.xlsx\"");
    }

    @Test
    void helpsToFillInTheWorkbook() throws IOException {
        try (var stream = Files.newInputStream(template().resolve("excel/hip-fracture.xlsx"));
                var workbook = new XSSFWorkbook(stream)) {
            var sheet = workbook.getSheet("episode");

            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("patient");
            assertThat(sheet.getRow(0).getCell(5).getCellComment().getString().getString())
                    .startsWith("Geslacht")
                    .contains("verplicht");
            assertThat(sheet.isSheetLocked()).isTrue();
            assertThat(sheet.getRow(0).getCell(0).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getColumnStyle(1).getLocked()).isFalse();
            assertThat(sheet.getColumnStyle(1).getDataFormatString()).isEqualTo("yyyy-mm-dd");
            assertThat(sheet.getDataValidations())
                    .anySatisfy(validation -> assertThat(
                                    validation.getValidationConstraint().getFormula1())
                            .startsWith("'codes'!$"));
            assertThat(workbook.getSheet("codes").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("1 man");
        }
    }

    @Test
    void saysInTheDictionaryWhatIsUsedForWhat() throws IOException {
        assertThat(Files.readString(template().resolve("gegevenswoordenboek.html")))
                .contains("lang=\"nl\"", "Gegevenswoordenboek: Heupfractuur", "HIP-M30", "niet gebruikt")
                .doesNotContain("??");
        assertThat(Files.readString(template().resolve("data-dictionary.html")))
                .contains("lang=\"en\"", "Data dictionary: Hip fracture", "not used")
                .doesNotContain("??");
    }

    @Test
    void takesAnOutcomeSetOfOnesOwn(@TempDir Path own) {
        var run = command(
                "template",
                "../examples/colon-trial/outcome-set.yaml",
                "--out",
                own.resolve("new").toString(),
                "--language",
                "en");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(own.resolve("new/example/episode.csv")).exists();
    }

    @Test
    void refusesAGroupThatIsNotThereAndAFolderThatIsNotEmpty(@TempDir Path own) {
        assertThat(command("template", "nothing", "--out", own.resolve("new").toString())
                        .exitCode())
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(command("template", "hip-fracture", "--out", template().toString())
                        .exitCode())
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(own.resolve("new")).doesNotExist();
    }
}
