// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as they are, read by the mappings of the examples: what a hospital does without a line of code. */
class ExampleDeliveryTests {
    private static final Path EXAMPLES = Path.of("../examples");

    private static AdjustRun check(Path delivered, String example) {
        var mapping = EXAMPLES.resolve(example).resolve("mapping.yaml");
        return command("check", delivered.toString(), "--mapping", mapping.toString());
    }

    @ParameterizedTest
    @CsvSource({"lbz-opnamen, 5", "dis-zorgproducten, 8", "dhfa-extract, 4"})
    void readsThePresetsOverMadeUpFiles(String example, int rows) {
        var run = check(EXAMPLES.resolve(example), example);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(Pattern.compile(", ([0-9]+) rows, 0 with problems")
                        .matcher(run.out())
                        .results()
                        .mapToInt(found -> Integer.parseInt(found.group(1)))
                        .sum())
                .isEqualTo(rows);
    }

    @Test
    void readsTheColonTrial() {
        var run = check(ReferenceData.file("treatment-colon/colon.csv"), "colon-trial");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        // 929 patients, two rows each.
        assertThat(run.out()).startsWith("Checked: colon.csv, 1,858 rows, 0 with problems.\n");
    }

    @Test
    void readsTheSepsisPathwayAsActivities() {
        var run = check(ReferenceData.file("pathway-sepsis/sepsis_events.csv"), "sepsis-pathway");

        // One of the 1,050 cases lost its name in the file: 24 events.
        assertThat(run.out()).startsWith("Checked: sepsis_events.csv, 15,214 rows, 24 with problems.\n");
        assertThat(run.err().lines())
                .isNotEmpty()
                .allMatch(line -> line.endsWith("[patient.missing]") || line.endsWith("[row.twice]"));
    }
}
