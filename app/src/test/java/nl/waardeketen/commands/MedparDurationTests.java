// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.adjust;
import static nl.waardeketen.commands.AdjustRun.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import nl.waardeketen.commands.Answer.Part;
import org.junit.jupiter.api.Test;

/** Length of stay in 54 hospitals of Arizona as a duration, cut at its 99 % quantile, against a gamma model of R. */
class MedparDurationTests {
    private static final String MODEL =
            "--unit provnum --outcome los --kind duration --case-mix hmo,died,age80,type:factor";
    private static final List<String> FIGURES = List.of(
            "n",
            "observed",
            "expected",
            "ratio",
            "ratio_low",
            "ratio_high",
            "adjusted_rate",
            "z",
            "z_adjusted",
            "limit95_low",
            "limit95_high",
            "limit998_low",
            "limit998_high");

    private static Path stays() {
        return ReferenceData.file("funnel-medpar/medpar.csv");
    }

    private static PublishedFigures hospitals() {
        return new PublishedFigures(ReferenceData.ownTable("medpar-duration-capped-units.csv"), "unit", 1e-8);
    }

    private static double quantity(String name) {
        return ReferenceData.ownTable("medpar-duration-capped-quantities.csv").stream()
                .filter(row -> row.text("quantity").equals(name))
                .findFirst()
                .orElseThrow()
                .number("value");
    }

    @Test
    void agreesOnTheModel() {
        var answer = answer(stays(), MODEL);

        assertThat(answer.model().text("family")).isEqualTo("Gamma");
        assertThat(answer.model().text("link")).isEqualTo("log");
        assertThat(answer.model().number("dispersion")).isCloseTo(quantity("dispersion"), within(1e-10));
        for (var expected : ReferenceData.ownTable("medpar-duration-capped-coefficients.csv")) {
            var coefficient = answer.coefficient(expected.text("term"));
            assertThat(coefficient.number("estimate")).isCloseTo(expected.number("estimate"), within(1e-10));
            assertThat(coefficient.number("standard_error")).isCloseTo(expected.number("se"), within(1e-10));
        }
    }

    @Test
    void agreesOnEveryFigureOfEveryHospital() {
        var answer = answer(stays(), MODEL);

        FIGURES.forEach(figure -> hospitals().holdFor(answer, figure, figure));
        for (var row : hospitals().rows()) {
            assertThat(answer.unit(row.text("unit")).text("signal")).isEqualTo(row.text("signal"));
        }
    }

    @Test
    void agreesOnOverdispersion() {
        var overdispersion = answer(stays(), MODEL).overdispersion();

        assertThat(overdispersion.number("phi")).isCloseTo(quantity("phi"), within(1e-9));
        assertThat(overdispersion.number("tau2")).isCloseTo(quantity("tau2"), within(1e-11));
    }

    @Test
    void judgesByTheLimitsOfChanceWithoutOverdispersion() {
        var answer = answer(stays(), MODEL + " --dispersion none");

        hospitals().holdFor(answer, "limit998_low", "chance998_low");
        hospitals().holdFor(answer, "limit998_high", "chance998_high");
        hospitals().holdFor(answer, "limit95_low", "chance95_low");
        hospitals().holdFor(answer, "limit95_high", "chance95_high");
        hospitals().holdFor(answer, "z_adjusted", "z");
        assertThat(answer.units())
                .filteredOn(unit -> unit.number("n") >= 10)
                .allSatisfy(unit -> assertThat(unit.text("signal").startsWith("signal"))
                        .isEqualTo(Math.abs(unit.number("z")) > 3.090232));
    }

    @Test
    void hasNoExactLimits() {
        assertThat(answer(stays(), MODEL).units()).allSatisfy(unit -> {
            assertThat(unit.number("exact95_low")).isNaN();
            assertThat(unit.number("exact998_high")).isNaN();
        });
    }

    @Test
    void saysWhatWasCut() {
        var run = adjust(stays(), MODEL + " --format json");

        assertThat(run.answer().model().number("rows_capped")).isEqualTo(quantity("rows_capped"));
        assertThat(run.remarks())
                .containsExactly(
                        "13 rows above 46 (quantile 0.99) cut to it, 1.7 % of the total; --cap none leaves all as they are.");
    }

    @Test
    void agreesWithoutCutting() {
        var run = adjust(stays(), MODEL + " --cap none --format json");

        assertThat(run.answer().model().number("dispersion")).isCloseTo(0.6115087188822811, within(1e-10));
        assertThat(run.answer().overdispersion().number("tau2")).isCloseTo(0.017477517785930995, within(1e-11));
        assertThat(run.answer().model().number("rows_capped")).isZero();
        assertThat(run.remarks()).isEmpty();
    }

    @Test
    void givesACostTheSameAnswer() {
        assertThat(answer(stays(), MODEL.replace("duration", "cost")).json())
                .isEqualTo(answer(stays(), MODEL).json());
    }

    @Test
    void resamplesPatientsToNearlyTheAnalyticInterval() {
        var analytic = answer(stays(), MODEL).unit("030006");
        var resampled = answer(stays(), MODEL + " --interval bootstrap").unit("030006");

        assertThat(width(resampled)).isCloseTo(width(analytic), within(0.1 * width(analytic)));
        assertThat(resampled.number("z")).isEqualTo(analytic.number("z"));
    }

    private static double width(Part unit) {
        return unit.number("ratio_high") - unit.number("ratio_low");
    }
}
