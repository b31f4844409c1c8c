// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.SpcRun.column;
import static nl.waardeketen.commands.SpcRun.spc;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code spc} makes of files of all forms. */
class SpcCommandTests {
    private static final String MONTHS = "--time month --value value ";

    private final GivenFiles files;

    SpcCommandTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    /** Months from January 2024 with these values. */
    private Path months(double... values) {
        return files.text("month,value\n"
                + IntStream.range(0, values.length)
                        .mapToObj(i -> String.format(Locale.ROOT, "%d-%02d,%s", 2024 + i / 12, i % 12 + 1, values[i]))
                        .collect(Collectors.joining("\n")));
    }

    private Path fifteen() {
        return months(5, 7, 6, 5, 8, 6, 7, 5, 6, 7, 6, 5, 7, 6, 30);
    }

    @Test
    void judgesATargetWithoutDirectionOnlyWhereNoneIsNeeded() {
        assertThat(spc(fifteen(), MONTHS + "--target 7").out()).contains("hit and miss");
        var beyond = spc(fifteen(), MONTHS + "--target 1000 --format json");

        assertThat(beyond.out()).contains("\"assurance\":null");
        assertThat(beyond.remarks())
                .contains("Without --better up or down a --target beyond the limits is neither passed nor failed.");
    }

    @Test
    void marksWhatLiesBeyondTheLimits() {
        var judgements = column(fifteen(), MONTHS + "--better down", "judgement");

        assertThat(judgements).hasSize(15).endsWith("concern");
        assertThat(column(fifteen(), MONTHS + "--better up", "judgement")).endsWith("improvement");
        assertThat(column(fifteen(), MONTHS, "judgement")).endsWith("special_cause");
    }

    @ParameterizedTest
    @CsvSource({
        "'2024-01-31;2024-02-29;2024-03-31'",
        "'31-01-2024;29-02-2024;31-03-2024'",
        "'31/1/2024;29/2/2024;31/3/2024'",
        "'20240131;20240229;20240331'",
        "'2024-01;2024-02;2024-03'",
        "'202401;202402;202403'",
        "'01-2024;02-2024;03-2024'",
        "'jan 2024;feb 2024;mrt 2024'",
        "'Januari 2024;February 2024;maart 2024'",
        "'2024Q1;2024Q2;2025Q1'",
        "'Q1 2024;K2 2024;Q1-2025'",
        "'2024-W01;2024-W02;2025-W01'",
        "'2024-01-01T08:30;2024-01-01 09:00:00;2024-01-02 00:10'",
        "'9;10;11'",
        "'-1.5;0;2.5'",
        "'2023;2024;2025'"
    })
    void sortsTimesOfAllForms(String times) {
        var ordered = times.split(";", -1);
        var file = files.text("month;value\n" + ordered[2] + ";3\n" + ordered[0] + ";1\n" + ordered[1] + ";2\n");

        assertThat(column(file, MONTHS, "value")).containsExactly("1", "2", "3");
        assertThat(SpcRun.spc(file, MONTHS + "--format json").out()).contains("\"time\":\"" + ordered[0] + "\"");
    }

    @Test
    void givesTheSameForAnyOrderOfRows() {
        var lines =
                IntStream.rangeClosed(1, 20).mapToObj(i -> i + "," + i * 7 % 11).collect(Collectors.toList());
        var ordered = spc(files.text("month,value\n" + String.join("\n", lines)), MONTHS + "--format csv")
                .out();
        Collections.reverse(lines);

        assertThat(spc(files.text("month,value\n" + String.join("\n", lines)), MONTHS + "--format csv")
                        .out())
                .isEqualTo(ordered);
    }

    @Test
    void readsWhatAdjustReads() {
        var dutch = "maand;waarde\r\n2024-01;1,5\r\n2024-02;2,5\r\n2024-03;\r\n";
        for (var bytes : new byte[][] {
            dutch.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + dutch).getBytes(StandardCharsets.UTF_16LE),
            GivenFiles.gzip(dutch.getBytes(StandardCharsets.UTF_8))
        }) {
            var run = spc(files.bytes("given", bytes), "--time maand --value waarde --format csv");

            assertThat(run.lines()).hasSize(3).element(1).asString().startsWith("2024-01,1.5,2,,,");
            assertThat(run.remarks()).contains("1 row without a value left out.");
        }
    }

    @Test
    void namesTheSeriesFirst() {
        var file = files.csv("m,v,u", "1,5,B", "2,6,B", "1,1,\"A, x\"", "2,2,\"A, x\"");

        assertThat(spc(file, "--time m --value v --by u --format csv").lines())
                .startsWith("by,time,value,centre,lower,upper,rule,judgement", "\"A, x\",1,1,1.5,,,none,common_cause")
                .hasSize(5);
    }

    @Test
    void listsAllProblemsWithTheirLines() {
        var file = files.csv("month,value", "2024-01,1", "2024-02,x", ",3", "then,4", "2024-01,inf");

        assertThat(spc(file, MONTHS).problems())
                .containsExactly(
                        "input.csv:2 month \"2024-01\" [time.twice]",
                        "input.csv:3 value \"x\" [value.not-a-number]",
                        "input.csv:4 month [time.missing]",
                        "input.csv:5 month \"then\" [time.unreadable]",
                        "input.csv:6 month \"2024-01\" [time.twice]",
                        "input.csv:6 value \"inf\" [value.not-a-number]");
    }

    @ParameterizedTest
    @CsvSource({
        "'3,2', value.above-denominator",
        "'-1,2', value.negative",
        "'0.5,2', value.not-whole",
        "'1,0', denominator.none",
        "'1,', denominator.not-a-number",
        "'1,-4', denominator.negative",
        "'1,2.5', denominator.not-whole",
        "'1e200,2', value.too-large",
        "'1,1e200', denominator.too-large"
    })
    void refusesCasesThatCannotBe(String row, String rule) {
        var file = files.csv("month,value,n", "2024-01,1,4", "2024-02," + row);

        assertThat(spc(file, MONTHS + "--denominator n --chart p").problems())
                .anyMatch(problem -> problem.startsWith("input.csv:3 ") && problem.endsWith("[" + rule + "]"));
    }

    @Test
    void allowsMoreEventsThanExposure() {
        var file = files.csv("month,value,n", "2024-01,9,4.5", "2024-02,0,2");

        assertThat(column(file, MONTHS + "--denominator n --chart u", "value")).containsExactly("2", "0");
    }

    @Test
    void leavesOutWhereNothingWasCounted() {
        var run = spc(
                files.csv("month,value,n", "2024-01,1,4", "2024-02,0,0", "2024-03,2,4"),
                MONTHS + "--denominator n --chart p --format csv");

        assertThat(run.lines()).hasSize(3);
        assertThat(run.remarks()).anyMatch(remark -> remark.contains("denominator 0"));
    }

    @Test
    void refusesFilesWithoutAnythingToShow() {
        assertThat(spc(files.csv("month,value"), MONTHS).problems()).containsExactly("input.csv [file.no-rows]");
        assertThat(spc(files.csv("month,value", "2024-01,", "2024-02,NA"), MONTHS)
                        .problems())
                .containsExactly("input.csv value [value.all-missing]");
        assertThat(spc(files.csv("month,valeu", "2024-01,1"), MONTHS).problems())
                .containsExactly("input.csv value [column.missing]");
    }

    @Test
    void refusesNumbersOfTwoNotations() {
        assertThat(spc(files.csv("month;value", "2024-01;1,5", "2024-02;1.5"), MONTHS)
                        .problems())
                .containsExactly("input.csv value [number.notation]");
        assertThat(spc(files.csv("month,value", "2024-01,\"1,500\""), MONTHS).problems())
                .containsExactly("input.csv value [number.notation]");
    }

    @Test
    void showsASinglePoint() {
        var run = spc(months(4), MONTHS + "--chart xmr --format csv");

        assertThat(run.lines()).element(1).isEqualTo("2024-01,4,4,,,none,common_cause");
        assertThat(run.remarks()).anyMatch(remark -> remark.startsWith("No limits"));
        assertThat(spc(months(4), MONTHS).out()).contains("1 point from 2024-01 to 2024-01");
    }

    @Test
    void choosesARunChartForFewPointsAndSaysSo() {
        var run = spc(months(4, 5, 6), MONTHS + "--format json");

        assertThat(run.out()).contains("\"chart\":\"run\"", "\"rules\":\"anhoej\"", "\"lower\":null");
        assertThat(run.remarks()).anyMatch(remark -> remark.contains("run charts for series of fewer than 12 points"));
        assertThat(spc(fifteen(), MONTHS + "--format json").out()).contains("\"chart\":\"xmr\"", "\"rules\":\"nhs\"");
    }

    @Test
    void callsLimitsOfFewPointsProvisional() {
        assertThat(spc(months(4, 5, 6, 5), MONTHS + "--chart xmr --format csv").remarks())
                .anyMatch(remark -> remark.startsWith("Provisional"));
        assertThat(spc(fifteen(), MONTHS + "--chart xmr --format csv").remarks())
                .isEmpty();
        assertThat(spc(fifteen(), MONTHS + "--chart xmr --baseline 11 --format csv")
                        .remarks())
                .anyMatch(remark -> remark.startsWith("Provisional"));
    }

    @Test
    void tellsWhichTimesAreMissing() {
        var file = files.csv(
                "month,value", "2024-01-31,1", "2024-02-29,2", "2024-03-31,3", "2024-05-31,4", "2024-06-30,5");

        assertThat(spc(file, MONTHS + "--format csv").remarks())
                .anyMatch(remark -> remark.startsWith("Times are missing between 2024-03-31 and 2024-05-31"));
    }

    @Test
    void pointsToLaneyWhereChanceIsNotEnough() {
        var file = files.text("month,value,n\n"
                + IntStream.range(0, 24)
                        .mapToObj(i -> i + "," + (i % 2 == 0 ? 400 : 700) + ",10000")
                        .collect(Collectors.joining("\n")));

        assertThat(spc(file, MONTHS + "--denominator n --chart p --format csv").remarks())
                .anyMatch(remark -> remark.contains("--chart p_laney"));
        assertThat(spc(file, MONTHS + "--denominator n --chart p_laney --format csv")
                        .remarks())
                .isEmpty();
    }

    @Test
    void assuresAgainstATarget() {
        assertThat(spc(fifteen(), MONTHS + "--better down --target 1000").out()).contains("consistently passed");
        assertThat(spc(fifteen(), MONTHS + "--better up --target 1000").out()).contains("consistently failed");
        assertThat(spc(fifteen(), MONTHS + "--better up --target 7").out()).contains("hit and miss");
    }

    @Test
    void showsLimitsOfCountsWithinWhatCanBe() {
        var file = files.csv("month,value,n", "1,1,10", "2,0,10", "3,1,10");

        assertThat(column(file, MONTHS + "--denominator n --chart p", "lower")).containsOnly("0");
        assertThat(column(file, MONTHS + "--chart c", "lower")).containsOnly("0");
        assertThat(column(file, MONTHS + "--chart xmr", "lower")).allMatch(limit -> limit.startsWith("-"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--chart p",
                "--chart u_laney",
                "--chart c --denominator n",
                "--baseline 1",
                "--chart p --no-screening --denominator n",
                "--target NaN --better up",
                "--chart p --denominator n --target 85 --better up",
                "--denominator value",
                "--by month",
                "--chart pareto",
                "--rules we",
                "--rebase soon",
                "--rebase 2030-01",
                "--rebase 2024-01",
                "--exclude 2030-01",
                "--exclude never"
            })
    void refusesWhatDoesNotGoTogether(String options) {
        var file = files.csv("month,value,n", "2024-01,1,4", "2024-02,2,4", "2024-03,2,4");

        assertThat(spc(file, MONTHS + options).usageError()).contains("See: waardeketen spc --help");
    }

    @Test
    void rebasesAtTheFirstPointFromATimeOn() {
        var file = files.csv("month,value", "2024-01-15,1", "2024-02-15,2", "2024-03-15,8", "2024-04-15,10");

        assertThat(column(file, MONTHS + "--chart xmr --rebase 2024-03", "centre"))
                .containsExactly("1.5", "1.5", "9", "9");
        assertThat(column(file, MONTHS + "--chart xmr --rebase 2024Q2", "centre"))
                .endsWith("10");
    }

    @Test
    void fitsAHundredColumns() {
        assertThat(spc(fifteen(), MONTHS + "--better down --target 4").out().lines())
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(100))
                .anyMatch(line -> line.startsWith("2024-03") && line.contains("o") && line.contains("["))
                .anyMatch(line -> line.endsWith("concern, above limit"));
    }

    @Test
    void keepsControlCharactersFromTheTerminal() {
        var file = files.csv("month,value,\"who\"", "1,2,\"A\u001B[31m\"", "2,3,\"A\u001B[31m\"");

        assertThat(spc(file, MONTHS + "--by who").out()).doesNotContain("\u001B");
    }

    @Test
    void doesNotDependOnTheLanguageOfTheMachine() {
        var usual = Locale.getDefault();
        var english = spc(fifteen(), MONTHS).out();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(spc(fifteen(), MONTHS).out()).isEqualTo(english);
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void helpsWithAnExample() {
        assertThat(AdjustRun.command("spc", "--help").lines())
                .anyMatch(line -> line.contains("waardeketen spc waits.csv"))
                .anyMatch(line -> line.contains("--rebase"));
    }
}
