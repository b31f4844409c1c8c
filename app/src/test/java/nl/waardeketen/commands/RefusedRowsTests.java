// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.adjust;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows with impossible values are refused, each with its line, column and value. */
class RefusedRowsTests {
    private static final String DEATHS = "--unit hospital --outcome died --kind proportion";
    private static final String FALLS = "--unit hospital --outcome falls --kind count";

    private final GivenFiles files;

    RefusedRowsTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "yes, outcome.not-a-number",
        "inf, outcome.not-0-or-1",
        "-0.001, outcome.negative",
        "-1, outcome.negative",
        "0.5, outcome.not-0-or-1",
        "'0,5', outcome.not-0-or-1",
        "2, outcome.not-0-or-1",
        "1e300, outcome.not-0-or-1",
        "1 0, outcome.not-a-number",
        "1_0, outcome.not-a-number"
    })
    void refusesWhatIsNoProportion(String value, String rule) {
        var file = files.csv("hospital;died", "A;1", "B;" + value, "C;0");

        assertThat(adjust(file, DEATHS).problems())
                .containsExactly("input.csv:3 died \"" + value + "\" [" + rule + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "many, outcome.not-a-number",
        "-1, outcome.negative",
        "-inf, outcome.negative",
        "2.5, outcome.not-whole",
        "'2,5', outcome.not-whole",
        "1e300, outcome.too-large",
        "1e400, outcome.too-large",
        "inf, outcome.too-large",
        "1.000.000, outcome.not-a-number"
    })
    void refusesWhatIsNoCount(String value, String rule) {
        var file = files.csv("hospital;falls", "A;1", "B;" + value, "C;0");

        assertThat(adjust(file, FALLS).problems())
                .containsExactly("input.csv:3 falls \"" + value + "\" [" + rule + "]");
    }

    @Test
    void reportsTheProblemsOfAllColumnsAtOnce() {
        var file = files.csv(
                "hospital,died,n,age", "A,1,5,50", ",2,5,60", "B,many,5,70", "C,6,5,old", "D,1,,80", "E,-1,5,90");

        assertThat(adjust(file, DEATHS + " --trials n --case-mix age").problems())
                .containsExactly(
                        "input.csv:3 hospital [unit.missing]",
                        "input.csv:4 died \"many\" [outcome.not-a-number]",
                        "input.csv:5 age \"old\" [case-mix.not-a-number]",
                        "input.csv:5 n \"5\" [trials.fewer-than-events]",
                        "input.csv:6 n [trials.not-a-number]",
                        "input.csv:7 died \"-1\" [outcome.negative]");
    }

    @Test
    void namesTheFirstFiveRowsAndCountsTheRest() {
        var run = adjust(files.text("hospital,died\n" + "A,2\n".repeat(300)), DEATHS);

        assertThat(run.problems()).hasSize(5).startsWith("input.csv:2 died \"2\" [outcome.not-0-or-1]");
        assertThat(run.err()).contains("(300 rows)");
    }

    @Test
    void countsLinesInsideQuotesAndBlankOnes() {
        var file = files.text(
                "\n\nhospital,died,note\n\"A\nB\",1,\"x\n\n\"\"y\"\"\"\n\n\nC,0,\"z\"\n\nD,oops,\"q\"\nE,1,\nF,2,\n");

        assertThat(adjust(file, DEATHS).problems())
                .containsExactly(
                        "input.csv:12 died \"oops\" [outcome.not-a-number]",
                        "input.csv:14 died \"2\" [outcome.not-0-or-1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "NA", "null", "\t", "."})
    void refusesRowsWithoutUnit(String unit) {
        var run = adjust(files.text("hospital,died\nA,1\n" + unit + ",0\nB,1\n"), DEATHS);

        assertThat(run.problems()).hasSize(1);
        assertThat(run.err()).startsWith("input.csv:3: hospital").contains("[unit.missing]", "fill it in");
    }

    @Test
    void acceptsRowsWithNeitherUnitNorOutcome() {
        var run = adjust(files.csv("hospital;died;", "A;1;", "B;0;", ";;", ";;"), DEATHS);

        assertThat(run.lines()).contains("Note: 2 rows without an outcome left out.");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 4, trials.fewer-than-events",
        "1, few, trials.not-a-number",
        "1, NA, trials.not-a-number",
        "1, nan, trials.not-a-number",
        "1, -3, trials.negative",
        "1, 2.5, trials.not-whole",
        "1, 1e13, trials.too-large"
    })
    void refusesTrialsThatCannotBe(String events, String trials, String rule) {
        var file = files.csv("hospital,died,n", "A,1,5", "B," + events + "," + trials);

        assertThat(adjust(file, DEATHS + " --trials n").problems())
                .containsExactly("input.csv:3 n \"" + trials + "\" [" + rule + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 0, exposure.none",
        "1, few, exposure.not-a-number",
        "1, -1, exposure.negative",
        "1, inf, exposure.too-large"
    })
    void refusesExposureThatCannotBe(String events, String exposure, String rule) {
        var file = files.csv("hospital,falls,days", "A,1,5", "B," + events + "," + exposure);

        assertThat(adjust(file, FALLS + " --exposure days").problems())
                .containsExactly("input.csv:3 days \"" + exposure + "\" [" + rule + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "1.01, expected.above-patients",
        "-0.1, expected.negative",
        "half, expected.not-a-number",
        "1e13, expected.too-large"
    })
    void refusesExpectedValuesThatCannotBe(String expected, String rule) {
        var file = files.csv("hospital,died,e", "A,1,0.5", "B,0," + expected);

        assertThat(adjust(file, DEATHS + " --expected e").problems())
                .containsExactly("input.csv:3 e \"" + expected + "\" [" + rule + "]");
    }

    @Test
    void refusesMoreExpectedEventsThanTrials() {
        var file = files.csv("hospital,died,n,e", "A,1,10,9.5", "B,0,10,10.5");

        assertThat(adjust(file, DEATHS + " --trials n --expected e").problems())
                .containsExactly("input.csv:3 e \"10.5\" [expected.above-patients]");
    }

    @Test
    void refusesFilesWithoutAnyOutcome() {
        assertThat(adjust(files.csv("hospital,died", "A,", "B,NA"), DEATHS).problems())
                .containsExactly("input.csv died [outcome.all-missing]");
    }

    @Test
    void refusesNumbersThatMayHaveThousandsSeparators() {
        var file = files.csv("hospital,falls,days", "A,1,\"1,234\"", "B,2,900");

        var run = adjust(file, FALLS + " --exposure days");

        assertThat(run.problems()).containsExactly("input.csv days [number.notation]");
        assertThat(run.err()).contains("may be thousands or have a decimal comma");
    }

    @Test
    void refusesDecimalCommasAmongDecimalPoints() {
        var file = files.csv("hospital;falls;days", "A;1;1,5", "B;2;2.5");

        var run = adjust(file, FALLS + " --exposure days");

        assertThat(run.problems()).containsExactly("input.csv days [number.notation]");
        assertThat(run.err()).contains("decimal comma", "decimal point");
    }

    @Test
    void shortensLongValues() {
        var run = adjust(files.csv("hospital,died", "A,1", "B," + "long".repeat(1_000)), DEATHS);

        assertThat(run.err()).hasLineCount(1).hasSizeLessThan(250).contains("…");
    }
}
