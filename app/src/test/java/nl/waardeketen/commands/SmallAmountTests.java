// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.adjust;
import static nl.waardeketen.commands.AdjustRun.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Durations and costs of few or unusual patients, and amounts that are refused. */
class SmallAmountTests {
    private static final String COST = "--unit hospital --outcome cost --kind cost";

    private final GivenFiles files;

    SmallAmountTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    private Path costs(String... ofHospitals) {
        var rows = new ArrayList<String>();
        for (int i = 0; i < ofHospitals.length; i++) {
            for (var cost : ofHospitals[i].split(" ", -1)) {
                rows.add((char) ('A' + i) + "," + cost);
            }
        }
        return files.text("hospital,cost\n" + String.join("\n", rows) + "\n");
    }

    @Test
    void judgesNoHospitalOfFewerThanTenPatients() {
        var answer = answer(costs("1 2 3 4 5 6 7 8 90", "2 4 6 8 10 12 14 16 18 20"), COST);

        assertThat(answer.unitsWith("too_few")).containsExactly("A");
    }

    @Test
    void fitsALogLinearModelAndJudgesByTheOthersWhenAsked() {
        var run = AdjustRun.adjust(
                costs("1 2 3 4 5 6 7 8 9 10 11", "2 4 6 8 10 12 14 16 18 20"),
                COST + " --model log-linear --calibrated");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("log-linear", "smearing factor", "judged by the others", "cannot be told");
    }

    @Test
    void judgesNoHospitalWithoutAnyCostOnTheLogScaleAndSaysSo() {
        var file = costs(
                "0 ".repeat(20).strip(),
                "1 2 3 ".repeat(10).strip(),
                "2 3 4 ".repeat(10).strip());

        var run = adjust(file, COST + " --format json");

        assertThat(run.answer().unitsWith("too_few")).containsExactly("A");
        assertThat(run.answer().unit("A").number("ratio")).isZero();
        assertThat(run.answer().unit("A").number("limit998_low")).isNaN();
        assertThat(run.answer().unit("A").number("ratio_low")).isNaN();
        assertThat(run.remarks())
                .contains("Not judged, as their outcome is 0 in every row, which has no place on the log scale:"
                        + " A (20 rows); --transform sqrt judges them.");
        assertThat(answer(file, COST + " --transform sqrt").unitsWith("signal_low"))
                .containsExactly("A");
    }

    /** Thirty rows of each; the expected value of all is two thirds of the mean of those who recorded something. */
    @Test
    void warnsByNameOfAHospitalThatAlmostSurelyRecordedNothing() {
        var file = costs(
                "0 ".repeat(30).strip(),
                "1 2 3 ".repeat(10).strip(),
                "2 3 4 ".repeat(10).strip());

        for (var options : List.of("", " --transform sqrt", " --calibrated")) {
            assertThat(adjust(file, COST + options + " --format json").remarks())
                    .as(options)
                    .contains(
                            "Warning: nothing but zeros, where other units hardly have any: A (30 rows). Almost surely"
                                    + " nothing was recorded; leave these rows out or empty their outcome. Now they lower what"
                                    + " is expected of the others, whose ratios are about 50.0 % too high.");
        }
        assertThat(adjust(file, COST + " --calibrated --format json").remarks())
                .contains("Not judged, as their outcome is 0 in every row, which has no place on the log scale:"
                        + " A (30 rows).");
    }

    @Test
    void saysWhyNobodyIsJudgedWhereNothingVaries() {
        var run = adjust(costs("7 ".repeat(12).strip(), "7 ".repeat(12).strip()), COST + " --format json");

        assertThat(run.answer().unitsWith("too_few")).containsExactly("A", "B");
        assertThat(run.remarks())
                .contains("Not judged: the outcome is in every row exactly what is expected, so nothing tells how much"
                        + " of a difference is chance.");
    }

    @Test
    void namesWhoIsExpectedNothingButHasSomething() {
        var file = files.text("hospital,falls,expected\nA,1,0\nA,0,0\nB,1,0.5\nB,1,1\n");

        var run = adjust(file, "--unit hospital --outcome falls --kind count --expected expected --format json");

        assertThat(run.remarks())
                .contains("Not compared, as something was observed where nothing is expected: A (2 rows).");
    }

    @Test
    void findsNothingWrongWithAHospitalOfZerosAmongOthersWithManyZeros() {
        var file = costs(
                "0 ".repeat(30).strip(),
                "0 0 3 ".repeat(10).strip(),
                "2 0 0 ".repeat(10).strip());

        assertThat(adjust(file, COST + " --format json").remarks())
                .noneSatisfy(remark -> assertThat(remark).startsWith("Warning"));
    }

    @Test
    void comparesOneHospitalWithNothing() {
        var run = adjust(costs("1 2 3 4 5 6 7 8 9 10 11"), COST + " --cap none --format json");

        assertThat(run.answer().unit("A").number("ratio")).isCloseTo(1, within(1e-12));
        assertThat(run.answer().unit("A").text("signal")).isEqualTo("none");
        assertThat(run.remarks()).containsExactly("There is one unit, so there is nothing to compare it with.");
    }

    @Test
    void findsNoDifferenceWhereAllCostTheSame() {
        var answer = answer(costs("5.1 ".repeat(12).strip(), "5.1 ".repeat(31).strip()), COST);

        assertThat(answer.unit("A").number("ratio")).isCloseTo(1, within(1e-12));
        assertThat(answer.model().number("dispersion")).isZero();
        assertThat(answer.unit("A").number("z")).isNaN();
        assertThat(answer.unitsWith("too_few")).containsExactly("A", "B");
    }

    @Test
    void expectsNothingWhereNothingWasSpent() {
        var run = adjust(costs("0 0 0", "0 0"), COST + " --format json");

        assertThat(run.answer().json()).containsEntry("model", null);
        assertThat(run.answer().unitsWith("too_few")).containsExactly("A", "B");
        assertThat(run.remarks())
                .contains("The outcome is 0 in every row, so nothing is expected and nothing can be compared.");
    }

    @ParameterizedTest
    @CsvSource({
        "-0.01, outcome.negative",
        "much, outcome.not-a-number",
        "inf, outcome.too-large",
        "1e11, outcome.too-large"
    })
    void refusesWhatIsNoAmount(String value, String rule) {
        var file = files.csv("hospital;cost", "A;1", "B;" + value, "C;0");

        for (var kind : List.of("duration", "cost")) {
            assertThat(adjust(file, "--unit hospital --outcome cost --kind " + kind)
                            .problems())
                    .containsExactly("input.csv:3 cost \"" + value + "\" [" + rule + "]");
        }
    }

    @Test
    void takesDecimalCommas() {
        assertThat(answer(files.csv("hospital;cost", "A;1,5", "B;0,25"), COST)
                        .unit("A")
                        .number("observed"))
                .isCloseTo(1.4875, within(1e-12));
    }

    @Test
    void refusesAnExpectedCostOfNothing() {
        assertThat(adjust(files.csv("hospital,cost,e", "A,1,2", "B,0,0"), COST + " --expected e")
                        .problems())
                .containsExactly("input.csv:3 e \"0\" [expected.none]");
    }

    @Test
    void refusesLevelsWithoutAnyCost() {
        var run = adjust(
                files.csv("hospital,cost,ward", "A,1,x", "A,3,x", "B,0,y", "B,0,y", "B,4,z"),
                COST + " --case-mix ward");

        assertThat(run.modelProblems()).containsExactly("[case-mix.separated]");
        assertThat(run.err()).contains("the outcome is 0 in every row", "y (all of its 2 rows)");
    }

    @Test
    void saysThatChanceJudgesFewHospitals() {
        var run = adjust(costs("1 2 3 4 5 6 7 8 9 10", "2 4 6 8 10 12 14 16 18 20"), COST + " --cap none");

        assertThat(run.lines())
                .contains("Limits: by chance alone, on the log scale.")
                .contains(
                        "Note: With fewer than ten units, differences beyond chance cannot be estimated; limits by chance",
                        "alone judge.");
    }

    @Test
    void roundsExpectedCostsBeforeTheRatio() {
        var unit = answer(
                        costs("1 2 3 4 5 6 7 8 9 10", "2 4 6 8 10 12 14 16 18 21"),
                        COST + " --round-expected 0 --cap none")
                .unit("A");

        assertThat(unit.number("expected")).isEqualTo(83);
        assertThat(unit.number("ratio")).isEqualTo(55.0 / 83);
    }

    @Test
    void expectsTheMeanOfAllWithoutCaseMix() {
        var answer = answer(costs("1 2 3 4 5 6 7 8 9 10", "2 4 6 8 10 12 14 16 18 20"), COST + " --cap none");

        assertThat(answer.unit("A").number("expected")).isCloseTo(82.5, within(1e-10));
        assertThat(answer.unit("A").number("adjusted_rate")).isCloseTo(5.5, within(1e-12));
        assertThat(answer.coefficient("(Intercept)").number("estimate")).isCloseTo(Math.log(8.25), within(1e-12));
    }
}
