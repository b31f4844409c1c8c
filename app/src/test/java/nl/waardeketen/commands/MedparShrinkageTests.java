// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deaths in 54 hospitals of Arizona with an effect per hospital, against lme4. */
class MedparShrinkageTests {
    private static final String FOLDER = "hierarchical-medpar-mortality/";

    private static Answer deaths(int nodes) {
        return answer(
                ReferenceData.file(FOLDER + "medpar.csv"),
                "--unit provnum --outcome died --kind proportion --case-mix age80,white,hmo,type:factor --hierarchical --nodes "
                        + nodes);
    }

    @ParameterizedTest
    @CsvSource({"1, expected_hospitals_laplace.csv", "25, expected_hospitals_agq25.csv"})
    void agreesOnEveryHospital(int nodes, String file) {
        var hospitals = new PublishedFigures(ReferenceData.table(FOLDER + file), "provnum", 1e-4);
        var answer = deaths(nodes);

        hospitals.holdFor(answer, "predicted", "predicted");
        hospitals.holdFor(answer, "shrunken_expected", "expected");
        hospitals.holdFor(answer, "shrunken_ratio", "srr");
    }

    @Test
    void agreesOnTheKeyFigures() {
        var hospital = deaths(25).unit("030018");

        assertThat(hospital.number("ratio")).isCloseTo(1.668882, within(1e-6));
        assertThat(hospital.number("predicted")).isCloseTo(10.70751, within(1e-4));
        assertThat(hospital.number("shrunken_expected")).isCloseTo(9.55403, within(1e-4));
        assertThat(hospital.number("shrunken_ratio")).isCloseTo(1.120732, within(1e-5));
        assertThat(deaths(1).unit("030018").number("shrunken_ratio")).isCloseTo(1.118818, within(1e-5));
    }

    @Test
    void agreesOnTheSizeOfDifferences() {
        assertThat(deaths(25).hierarchical().number("sd")).isCloseTo(0.183354, within(1e-5));
        var laplace = deaths(1).hierarchical();
        assertThat(laplace.number("sd")).isCloseTo(0.181627, within(1e-5));
        assertThat(laplace.number("median_odds_ratio")).isCloseTo(1.18916196263099, within(1e-5));
        assertThat(laplace.number("icc")).isCloseTo(0.00992769254360657, within(1e-5));
        assertThat(laplace.number("rankability")).isBetween(0.05, 0.95);
    }

    @Test
    void usesFifteenNodesUnlessAskedOtherwise() {
        var plain = answer(
                ReferenceData.file(FOLDER + "medpar.csv"),
                "--unit provnum --outcome died --kind proportion --case-mix age80,white,hmo,type:factor --hierarchical");

        assertThat(plain.json()).isEqualTo(deaths(15).json());
    }
}
