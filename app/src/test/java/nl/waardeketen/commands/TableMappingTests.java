// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mappings of several tables, with dates, units, codes and expressions of a hospital's own. */
class TableMappingTests {
    private static final String SOUND = """
            outcome-set: hip-fracture
            organisation: {constant: waterlinie}
            patient: {column: nr}
            tables:
              episode:
                file: stays.csv
                variables:
                  admission: {column: in, date: dd.mm.jjjj}
                  age: {expression: "age_at(born, came)", columns: {born: {column: birth, type: date}, came: {column: in, type: date, date: "%d.%m.%Y"}}}
                  sex: {column: mv, codes: {M: "1", V: "2"}}
                  fracture_type: {constant: "3"}
                  treatment: {column: operated, codes: {pin: "3"}, otherwise: "0"}
              product:
                file: bills.csv
                variables:
                  product: {column: code}
                  opened: {column: opened}
                  amount: {column: cents, unit: cent}
            """;

    private final Path folder;

    TableMappingTests(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("stays.csv"), """
                nr;in;birth;mv;operated
                p1;05.01.2026;1940-03-12;V;pin
                p2;07.01.2026;1938-11-01;M;niet
                """);
        Files.writeString(folder.resolve("bills.csv"), "nr;code;opened;cents\np1;0007;2026-01-05;12345\n");
    }

    private AdjustRun check(String mapping) throws IOException {
        Files.writeString(folder.resolve("mapping.yaml"), mapping);
        return command(
                "check",
                folder.toString(),
                "--mapping",
                folder.resolve("mapping.yaml").toString());
    }

    @Test
    void readsEachTableFromItsFile() throws IOException {
        var run = check(SOUND);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("stays.csv, 2 rows, 0 with problems.", "bills.csv, 1 row, 0 with problems.", "Pass.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date: dd.mm.jjjj | date: dd.mm | tables.episode.variables.admission.date | this is no form of a date",
                "sex: {column: mv | sez: {column: mv | tables.episode.variables.sez | did you mean sex?",
                "codes: {pin: \"3\"} | codes: {pin: \"33\"} | tables.episode.variables.treatment.codes.pin | treatment has no code 33",
                "otherwise: \"0\" | otherwise: \"9\" | tables.episode.variables.treatment.otherwise | treatment has no code 9",
                "codes: {pin: \"3\"}, | | tables.episode.variables.treatment.otherwise | this needs codes",
                "unit: cent | unit: stuks | tables.product.variables.amount.unit | how to get there is not known",
                "unit: cent | factor: 1/0 | tables.product.variables.amount.factor | this is no factor",
                "unit: cent | date: jjjjmmdd | tables.product.variables.amount.date | amount is no date",
                "unit: cent | exprssion: x | tables.product.variables.amount.exprssion | did you mean expression?",
                "age_at(born, came) | age_at(born, gone) | tables.episode.variables.age.expression | uses gone",
                "age_at(born, came) | born | tables.episode.variables.age.expression | this does not give what age holds",
                "file: bills.csv | file: ../bills.csv | tables.product.file | lies outside the folder",
                "patient: {column: nr} | patient: {column: nr, stage: second} | patient.stage | this is not a choice",
                "patient: {column: nr} | patient: {column: birth} | patient | is used for something else"
            })
    void saysWhatIsWrongAndWhere(String before, String after, String place, String words) throws IOException {
        assertThat(SOUND).contains(before.strip());

        var run = check(SOUND.replace(before.strip(), after == null ? "" : after.strip()));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.INPUT_HAS_PROBLEMS);
        assertThat(run.err().lines())
                .anySatisfy(line -> assertThat(line).startsWith("mapping.yaml:").contains(place, words));
    }

    @Test
    void tellsAllThatIsWrongAtOnce() throws IOException {
        var run = check(SOUND.replace("date: dd.mm.jjjj", "date: dd")
                .replace("unit: cent", "unit: stuks")
                .replace("born, came", "born, gone"));

        assertThat(run.err().lines()).hasSize(3);
    }

    @Test
    void takesValuesOfTheFirstStage() throws IOException {
        var stages = SOUND.replace("patient: {column: nr}", "patient: {column: nr, stage: first}");

        var run = check(stages);

        // The identifiers of these files are no such values, which the check says of every row.
        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_HAS_PROBLEMS);
        assertThat(run.err().lines().toList()).isNotEmpty().allMatch(line -> !line.startsWith("mapping.yaml"));
    }

    @Test
    void readsAFormWithOneTableAsBefore() throws IOException {
        var mapping = List.of(
                "outcome-set: hip-fracture",
                "organisation: {constant: waterlinie}",
                "patient: {column: nr}",
                "file: bills.csv",
                "variables:",
                "  admission: {column: opened}",
                "  age: {constant: \"80\"}",
                "  sex: {constant: \"1\"}",
                "  fracture_type: {constant: \"3\"}",
                "  treatment: {constant: \"0\"}");

        var run = check(String.join("\n", mapping));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).isEqualTo("Checked: bills.csv, 1 row, 0 with problems.\nPass.\n");
    }
}
