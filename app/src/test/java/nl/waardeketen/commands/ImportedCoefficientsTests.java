// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.adjust;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportedCoefficientsTests {
    private static final String DEATHS = "--unit hospital --outcome died --kind proportion --case-mix age,asa:factor ";

    private final GivenFiles files;

    ImportedCoefficientsTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    private AdjustRun run(String options, String... coefficients) {
        var stays = files.csv(
                "hospital,died,age,asa", "A,1,70,1", "A,0,80,2", "B,0,60,2", "B,1,90,3", "B,0,75,1", "C,0,80,3");
        var model = files.bytes("model.csv", String.join("\n", coefficients).getBytes(StandardCharsets.UTF_8));
        return adjust(stays, DEATHS + "--coefficients " + model + options);
    }

    private static double risk(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    @Test
    void expectWhatTheySay() {
        var answer = run(
                        " --format json",
                        "name,estimate",
                        "(Intercept),-4",
                        "age,0.04",
                        "asa=2,0.3",
                        "asa=3,0.8",
                        "asa=4,1.5")
                .answer();

        double first = risk(-4 + 0.04 * 70);
        double second = risk(-4 + 0.04 * 80 + 0.3);
        assertThat(answer.unit("A").number("expected")).isCloseTo(first + second, within(1e-12));
        assertThat(answer.unit("C").number("expected")).isCloseTo(risk(-4 + 0.04 * 80 + 0.8), within(1e-12));
        assertThat(answer.json()).containsEntry("model", null);
    }

    @Test
    void pullUnitsTogetherByTheGivenStandardDeviation() {
        var answer = run(
                        " --hierarchical --format json",
                        "name,estimate",
                        "(Intercept),-4",
                        "age,0.04",
                        "asa=2,0.3",
                        "asa=3,0.8",
                        "(sd),0.2")
                .answer();

        assertThat(answer.hierarchical().number("sd")).isEqualTo(0.2);
        var unit = answer.unit("A");
        assertThat(unit.number("shrunken_expected")).isCloseTo(unit.number("expected"), within(1e-12));
        assertThat(unit.number("shrunken_ratio")).isBetween(1.0, unit.number("ratio"));
        assertThat(unit.number("shrunken_low")).isLessThan(1);
        assertThat(unit.number("shrunken_high")).isGreaterThan(unit.number("shrunken_ratio"));
    }

    @Test
    void areRefusedByNameAllAtOnce() {
        var run = run("", "name,estimate", "(Intercept),-4", "asa=3,0.8", "weight,1", "asa=9,2");

        assertThat(run.modelProblems())
                .containsExactly("[coefficients.missing]", "[coefficients.missing]", "[coefficients.unknown]");
        assertThat(run.err()).contains("no coefficient age", "no coefficient asa=2", "coefficient weight");
    }

    @Test
    void needAnEffectForEveryUnitOrForNone() {
        var run = run(
                " --hierarchical",
                "name,estimate",
                "(Intercept),-4",
                "age,0.04",
                "asa=2,0",
                "asa=3,0",
                "hospital=A,0.1",
                "hospital=B,0");

        assertThat(run.modelProblems()).containsExactly("[coefficients.missing]");
        assertThat(run.err()).contains("hospital=C");
    }

    @Test
    void areRefusedWithTheirLine() {
        var run = run("", "name,estimate", "(Intercept),-4", "age", "age,x", ",3", "asa=2,0.1", "asa=2,0.2");

        assertThat(run.problems())
                .containsExactly(
                        "model.csv:3 estimate [coefficients.number]",
                        "model.csv:4 estimate \"x\" [coefficients.number]",
                        "model.csv:4 name \"age\" [coefficients.twice]",
                        "model.csv:5 name \",3\" [coefficients.name]",
                        "model.csv:7 name \"asa=2\" [coefficients.twice]");
    }

    @ParameterizedTest
    @CsvSource({
        "--case-mix age --expected asa, exclude each other",
        "--kind cost --hierarchical, fits a model of its own",
    })
    void areRefusedBesideWhatContradictsThem(String options, String told) {
        var stays = files.csv("hospital,died,age,asa", "A,1,70,1");
        var model = files.bytes("model.csv", "name,estimate\n(Intercept),0\n".getBytes(StandardCharsets.UTF_8));

        var run = adjust(
                stays,
                "--unit hospital --outcome died --coefficients " + model
                        + (options.contains("--kind") ? " " : " --kind proportion ") + options);

        assertThat(run.usageError()).contains(told);
    }
}
