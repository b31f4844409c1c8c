// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Deaths in 54 hospitals of Arizona, a proportion with case mix, against R. */
class MedparMortalityTests {
    private static final String FOLDER = "hierarchical-medpar-mortality/";

    private static Answer deaths() {
        return answer(
                ReferenceData.file(FOLDER + "medpar.csv"),
                "--unit provnum --outcome died --kind proportion --case-mix age80,white,hmo,type:factor");
    }

    @Test
    void agreesOnCoefficients() {
        var answer = deaths();

        for (var expected : ReferenceData.table(FOLDER + "expected_glm_fixed_only.csv")) {
            var name = expected.text("term").replaceFirst("^type", "type=");
            assertThat(answer.coefficient(name).number("estimate"))
                    .as(name)
                    .isCloseTo(expected.number("estimate"), within(1e-8));
            assertThat(answer.coefficient(name).number("standard_error"))
                    .as(name)
                    .isCloseTo(expected.number("se"), within(1e-6));
        }
    }

    @Test
    void agreesOnObservedOverExpected() {
        var hospitals =
                new PublishedFigures(ReferenceData.table(FOLDER + "expected_hospitals_laplace.csv"), "provnum", 1e-6);
        var answer = deaths();

        hospitals.holdFor(answer, "n", "n");
        hospitals.holdFor(answer, "observed", "deaths");
        hospitals.holdFor(answer, "expected", "expected_glm");
        hospitals.holdFor(answer, "ratio", "oe_glm");
    }

    @Test
    void agreesOnDiscrimination() {
        assertThat(deaths().model().number("c_statistic")).isCloseTo(0.594464493435444, within(1e-9));
    }

    @Test
    void namesTheModel() {
        var model = deaths().model();

        assertThat(model.text("family")).isEqualTo("binomial");
        assertThat(model.text("link")).isEqualTo("logit");
        assertThat(model.number("rows_used")).isEqualTo(1_495);
        assertThat(model.number("rows_missing")).isZero();
    }
}
