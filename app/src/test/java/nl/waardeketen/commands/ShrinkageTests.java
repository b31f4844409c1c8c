// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.adjust;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code adjust --hierarchical} on small files, in all its forms of output. */
class ShrinkageTests {
    private final GivenFiles files;

    ShrinkageTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    private AdjustRun twelveHospitals(String options) {
        var rows = IntStream.range(0, 600)
                .mapToObj(i -> {
                    int hospital = i % 12;
                    double risk = 0.1 + 0.03 * hospital;
                    double chance = (i * 7_919L + 13) % 1_000 / 1_000.0;
                    return "H%02d,%d,%d,%d,%d"
                            .formatted(
                                    hospital,
                                    chance < risk ? 1 : 0,
                                    40 + i * 31 % 47,
                                    (int) (chance * (4 + hospital)),
                                    100 + (int) (900 * chance) + 40 * hospital);
                })
                .toList();
        return adjust(
                files.text("hospital,died,age,falls,cost\n" + String.join("\n", rows)),
                "--unit hospital --hierarchical " + options);
    }

    @Test
    void appendsItsColumnsAfterTheSignal() {
        var lines =
                twelveHospitals("--outcome died --kind proportion --format csv").lines();

        assertThat(lines.get(0))
                .endsWith(",signal,predicted,shrunken_expected,shrunken_ratio,shrunken_low,shrunken_high");
        assertThat(lines)
                .hasSize(13)
                .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(24));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--outcome died --kind proportion --case-mix age",
                "--outcome died --kind proportion",
                "--outcome falls --kind count --case-mix age",
                "--outcome cost --kind cost --case-mix age",
                "--outcome cost --kind duration"
            })
    void pullsEveryUnitTowardsTheOthersInsideItsBand(String options) {
        var answer = twelveHospitals(options + " --format json").answer();

        assertThat(answer.hierarchical().names()).containsExactly("sd", "median_odds_ratio", "icc", "rankability");
        assertThat(answer.hierarchical().number("sd")).isPositive();
        assertThat(answer.hierarchical().number("rankability")).isBetween(0.0, 1.0);
        for (var unit : answer.units()) {
            double ratio = unit.number("shrunken_ratio");
            assertThat(ratio)
                    .isCloseTo(unit.number("predicted") / unit.number("shrunken_expected"), within(1e-12))
                    .isBetween(unit.number("shrunken_low"), unit.number("shrunken_high"));
        }
    }

    @Test
    void saysInWordsHowMuchIsChance() {
        var text = twelveHospitals("--outcome died --kind proportion");

        assertThat(text.out())
                .contains("Shrunken: what may be expected of each unit")
                .containsPattern("Units differ beyond chance: sd 0\\.\\d{3} of the log odds, median odds ratio")
                .containsPattern("\\d+ % of the\\s+differences is chance");
        assertThat(text.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
    }

    @Test
    void saysThatNothingDiffersWhenNothingDoes() {
        var rows = IntStream.range(0, 240)
                .mapToObj(i -> "H%02d,%d".formatted(i % 12, i / 12 % 4 == 0 ? 1 : 0))
                .toList();

        var run = adjust(
                files.text("hospital,died\n" + String.join("\n", rows)),
                "--unit hospital --outcome died --kind proportion --hierarchical --format json");

        assertThat(run.answer().hierarchical().number("sd")).isZero();
        assertThat(run.answer().hierarchical().number("rankability")).isZero();
        assertThat(run.answer().unit("H03").number("shrunken_ratio")).isCloseTo(1, within(1e-12));
        assertThat(run.err()).contains("no measurable difference");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void shrinksNothingWhenTheOutcomeDoesNotVary(int died) {
        var run = adjust(
                files.csv("hospital,died", "A," + died, "A," + died, "B," + died),
                "--unit hospital --outcome died --kind proportion --hierarchical --format json");

        assertThat(run.answer().hierarchical().number("sd")).isNaN();
        assertThat(run.answer().unit("A").number("shrunken_ratio")).isNaN();
        assertThat(run.err()).contains("Nothing can be shrunken");
    }

    @Test
    void refusesZerosOfWhatIsTakenTheLogarithmOf() {
        var run = adjust(
                files.csv("hospital,days", "A,0", "A,3", "B,2", "B,5", "C,0", "C,4"),
                "--unit hospital --outcome days --kind duration --hierarchical");

        assertThat(run.modelProblems()).containsExactly("[hierarchical.zero]");
        assertThat(run.err()).contains("0 in 2 rows");
    }

    @Test
    void takesExpectedValuesFromElsewhere() {
        var run = adjust(
                files.csv("hospital,died,n,e", "A,12,100,6.5", "B,7,120,9", "C,30,300,21", "D,0,10,1", "E,5,50,5"),
                "--unit hospital --outcome died --trials n --expected e --kind proportion --hierarchical --format json");

        for (var unit : run.answer().units()) {
            assertThat(unit.number("shrunken_expected"))
                    .isCloseTo(unit.number("expected"), within(1e-9 * unit.number("expected")));
            double ratio = unit.number("ratio");
            assertThat(unit.number("shrunken_ratio")).isBetween(Math.min(1, ratio) - 1e-12, Math.max(1, ratio) + 1e-12);
        }
    }
}
