// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heart surgery in babies in twelve hospitals, rows of trials without case mix, against lme4. */
class SurgicalShrinkageTests {
    private static final String FOLDER = "hierarchical-surgical-12-hospitals/";

    private static Answer deaths(int nodes) {
        return answer(
                ReferenceData.file(FOLDER + "surgical.csv"),
                "--unit hospital --outcome deaths --trials operations --kind proportion --hierarchical --nodes "
                        + nodes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 25})
    void agreesOnTheChanceOfDeathInEveryHospital(int nodes) {
        var hospitals = new PublishedFigures(ReferenceData.table(FOLDER + "expected_hospitals.csv"), "hospital", 1e-5);

        hospitals.holdFor(deaths(nodes), unit -> unit.number("predicted") / unit.number("n"), "p_nAGQ" + nodes);
    }

    @Test
    void agreesOnTheStandardDeviation() {
        assertThat(deaths(1).hierarchical().number("sd")).isCloseTo(0.356709057127629, within(1e-5));
        assertThat(deaths(25).hierarchical().number("sd")).isCloseTo(0.357698176575984, within(1e-5));
    }

    @Test
    void isNearThePosteriorOfTheTextbook() {
        var published = ReferenceData.table(FOLDER + "published_posterior.csv");
        var answer = deaths(25);

        for (var row : published) {
            var unit = answer.unit(row.text("hospital"));
            assertThat(unit.number("predicted") / unit.number("n"))
                    .as(row.text("hospital"))
                    .isCloseTo(row.number("random_effects_mean_mamba"), within(0.003));
        }
    }
}
