// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.adjust;
import static nl.waardeketen.commands.AdjustRun.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --penalised} and {@code --model log-linear} with one column of two values, where the answer has a formula. */
class OtherFitsTests {
    private static final String DIED = "--unit hospital --outcome died --kind proportion --case-mix frail";
    private static final String COST = "--unit hospital --outcome cost --kind cost --case-mix frail --cap none";

    private final GivenFiles files;

    OtherFitsTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    /** Nobody who is frail dies: 5 of 20 others do, all but one of them in A, which has half of all patients. */
    private Path separated() {
        var rows = new ArrayList<String>();
        rows.addAll(Collections.nCopies(4, "A,1,0"));
        rows.addAll(Collections.nCopies(6, "A,0,0"));
        rows.addAll(Collections.nCopies(5, "A,0,1"));
        rows.addAll(Collections.nCopies(1, "B,1,0"));
        rows.addAll(Collections.nCopies(9, "B,0,0"));
        rows.addAll(Collections.nCopies(5, "B,0,1"));
        return files.text("hospital,died,frail\n" + String.join("\n", rows));
    }

    /** Geometric means of 2 and 6; the amounts are 1.25 and 5/3 times these on average. */
    private Path costs() {
        var rows = new ArrayList<String>();
        rows.addAll(Collections.nCopies(10, "A,1,0\nB,4,0"));
        rows.addAll(Collections.nCopies(10, "A,2,1\nB,18,1"));
        return files.text("hospital,cost,frail\n" + String.join("\n", rows));
    }

    @Test
    void isRefusedWithoutThePenalty() {
        assertThat(adjust(separated(), DIED).modelProblems()).containsExactly("[case-mix.separated]");
    }

    /**
     * Of one column of two values the penalty adds half a patient with and half a patient without the event to either, so that
     * the odds ratio is k = (5.5/15.5)/(0.5/10.5). The intercept then makes expected and observed add up: 20x/(1 + x) +
     * 10x/(k + x) = 5 for the odds x of those who are not frail.
     */
    @Test
    void addsHalfAPatientWithAndWithoutTheEventWhenPenalised() {
        var answer = answer(separated(), DIED + " --penalised");

        double k = 5.5 / 15.5 / (0.5 / 10.5);
        double odds = (Math.sqrt((3 * k + 1) * (3 * k + 1) + 20 * k) - 3 * k - 1) / 10;
        double expected = 10 * odds / (1 + odds) + 5 * odds / (k + odds);
        assertThat(answer.model().text("form")).isEqualTo("penalised");
        assertThat(answer.coefficient("(Intercept)").number("estimate")).isCloseTo(Math.log(odds), within(1e-6));
        assertThat(answer.coefficient("frail").number("estimate")).isCloseTo(-Math.log(k), within(1e-6));
        assertThat(answer.unit("A").number("expected")).isCloseTo(expected, within(1e-6));
        assertThat(answer.unit("B").number("expected")).isCloseTo(5 - expected, within(1e-6));
    }

    @Test
    void saysThatTheModelIsPenalised() {
        assertThat(adjust(separated(), DIED + " --penalised").out()).contains("penalised logistic");
    }

    @Test
    void multipliesGeometricMeansBySmearingWhenLogLinear() {
        var answer = answer(costs(), COST + " --model log-linear");

        double smearing = (1.25 + 5.0 / 3) / 2;
        assertThat(answer.model().text("form")).isEqualTo("log_linear");
        assertThat(answer.model().number("smearing")).isCloseTo(smearing, within(1e-12));
        assertThat(answer.coefficient("(Intercept)").number("estimate")).isCloseTo(Math.log(2), within(1e-12));
        assertThat(answer.coefficient("frail").number("estimate")).isCloseTo(Math.log(3), within(1e-12));
        assertThat(answer.unit("A").number("expected")).isCloseTo(10 * smearing * (2 + 6), within(1e-9));
        assertThat(answer.unit("B").number("ratio")).isCloseTo((4.0 + 18) / (smearing * (2 + 6)), within(1e-12));
    }

    @Test
    void hasNoSmearingAndAnotherAnswerOtherwise() {
        var answer = answer(costs(), COST);

        assertThat(answer.model().names()).doesNotContain("smearing");
        assertThat(answer.model().text("form")).isEqualTo("likelihood");
        assertThat(answer.unit("A").number("expected")).isCloseTo(10 * (2.5 + 10), within(1e-9));
    }

    @Test
    void refusesTheLogarithmOfNothing() {
        var file = files.text("hospital,cost,frail\nA,0,0\nA,3,1\nB,4,0\nB,5,1");

        assertThat(adjust(file, COST + " --model log-linear").modelProblems()).containsExactly("[outcome.zero]");
    }

    @ParameterizedTest
    @CsvSource({
        "--outcome cost --kind cost --penalised,--penalised goes with --kind proportion",
        "--outcome died --kind proportion --model log-linear,--model log-linear goes with --kind duration or cost",
        "--outcome died --kind proportion --expected frail --penalised,there is no model to choose",
        "--outcome died --kind proportion --expected frail --calibrated,drop one of them",
        "--outcome died --kind proportion --calibrated --dispersion multiplicative,none or additive"
    })
    void doesNotGoWithEverything(String options, String said) {
        assertThat(adjust(separated(), "--unit hospital " + options).usageError())
                .contains(said);
    }
}
