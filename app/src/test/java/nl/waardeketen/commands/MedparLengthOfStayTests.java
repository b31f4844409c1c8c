// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Length of stay in 54 hospitals of Arizona, against R and FunnelPlotR. */
class MedparLengthOfStayTests {
    private static final String MODEL =
            "--unit provnum --outcome los --kind count --case-mix hmo,died,age80,type:factor";
    private static final String SHMI = MODEL + " --dispersion additive --transform log --truncate 0.1";

    private static Answer medpar(String options) {
        return answer(ReferenceData.file("funnel-medpar/medpar.csv"), options);
    }

    private static PublishedFigures hospitals() {
        return new PublishedFigures(ReferenceData.table("funnel-medpar/expected_hospitals.csv"), "provnum", 1e-6);
    }

    @Test
    void agreesOnTheModel() {
        var answer = medpar(MODEL);

        assertThat(answer.model().number("dispersion")).isCloseTo(6.240501, within(5e-7));
        assertThat(answer.model().number("rows_used")).isEqualTo(1_495);
        for (var expected : ReferenceData.table("funnel-medpar/expected_model.csv")) {
            var name = expected.text("term").replaceFirst("factor\\(type\\)", "type=");
            assertThat(answer.coefficient(name).number("estimate"))
                    .as(name)
                    .isCloseTo(expected.number("estimate"), within(1e-8));
            assertThat(answer.coefficient(name).number("standard_error"))
                    .as(name)
                    .isCloseTo(expected.number("std_error"), within(1e-6));
        }
    }

    @Test
    void agreesOnOverdispersionInTheMannerOfShmi() {
        var overdispersion = medpar(SHMI + " --round-expected 2").overdispersion();

        assertThat(overdispersion.number("phi")).isCloseTo(8.532851, within(5e-7));
        assertThat(overdispersion.number("tau2")).isCloseTo(0.0284102323, within(5e-11));
        assertThat(overdispersion.number("units")).isEqualTo(44);
    }

    @Test
    void findsTheNineHospitalsOfShmi() {
        var answer = medpar(SHMI + " --round-expected 2");

        assertThat(signals(answer)).hasSize(9).isEqualTo(hospitals().marked("A_outlier998"));
    }

    @Test
    void agreesOnOverdispersionWithoutRounding() {
        var answer = medpar(SHMI);

        assertThat(answer.overdispersion().number("phi")).isCloseTo(8.532055, within(5e-7));
        assertThat(answer.overdispersion().number("tau2")).isCloseTo(0.0284072148, within(5e-11));
        assertThat(signals(answer)).hasSize(9);
    }

    @Test
    void agreesOnTheDefaults() {
        var answer = medpar(MODEL);

        assertThat(answer.overdispersion().number("phi")).isCloseTo(9.302497, within(5e-7));
        assertThat(answer.overdispersion().number("tau2")).isCloseTo(0.0078630793, within(5e-11));
        assertThat(answer.overdispersion().number("units")).isEqualTo(54);
        assertThat(signals(answer)).hasSize(2).isEqualTo(hospitals().marked("B_outlier998"));
    }

    @Test
    void findsTwentyFiveHospitalsByChanceAlone() {
        var answer = medpar(MODEL + " --dispersion none --round-expected 2");

        assertThat(signals(answer)).hasSize(25).isEqualTo(hospitals().marked("poisson_outlier998"));
        assertThat(medpar(MODEL + " --dispersion none").unitsWith("signal_high"))
                .isEqualTo(answer.unitsWith("signal_high"));
    }

    @Test
    void findsTwoHospitalsMultiplicatively() {
        var answer = medpar(MODEL + " --dispersion multiplicative");

        assertThat(signals(answer)).hasSize(2).isEqualTo(hospitals().marked("C_outlier998"));
        hospitals().holdFor(answer, "z_adjusted", "C_z_adj");
    }

    @Test
    void agreesOnObservedAndExpected() {
        var answer = medpar(MODEL);

        hospitals().holdFor(answer, "n", "n");
        hospitals().holdFor(answer, "observed", "observed");
        hospitals().holdFor(answer, "expected", "expected");
    }

    @Test
    void agreesOnRatiosOfRoundedExpectedValues() {
        var answer = medpar(SHMI + " --round-expected 2");

        hospitals().holdFor(answer, "expected", "expected_rounded2");
        hospitals().holdFor(answer, "ratio", "sr");
    }

    @Test
    void agreesOnExactLimits() {
        var answer = medpar(SHMI + " --round-expected 2");

        hospitals().holdFor(answer, "exact95_low", "lcl95");
        hospitals().holdFor(answer, "exact95_high", "ucl95");
        hospitals().holdFor(answer, "exact998_low", "lcl998");
        hospitals().holdFor(answer, "exact998_high", "ucl998");
    }

    @Test
    void agreesOnLimitsOnTheLogScale() {
        var answer = medpar(SHMI + " --round-expected 2");

        hospitals().holdFor(answer, "z", "z_log");
        hospitals().holdFor(answer, "limit95_low", "A_lo95");
        hospitals().holdFor(answer, "limit95_high", "A_hi95");
        hospitals().holdFor(answer, "limit998_low", "A_lo998");
        hospitals().holdFor(answer, "limit998_high", "A_hi998");
    }

    @Test
    void agreesOnLimitsOnTheSquareRootScale() {
        var answer = medpar(MODEL);

        hospitals().holdFor(answer, "z", "z_sqrt");
        hospitals().holdFor(answer, "limit95_low", "B_lo95");
        hospitals().holdFor(answer, "limit95_high", "B_hi95");
        hospitals().holdFor(answer, "limit998_low", "B_lo998");
        hospitals().holdFor(answer, "limit998_high", "B_hi998");
    }

    @Test
    void keepsLeadingZerosOfUnits() {
        assertThat(medpar(MODEL).unitNames()).contains("030001", "032003").allMatch(name -> name.startsWith("03"));
    }

    private static List<String> signals(Answer answer) {
        return Stream.concat(answer.unitsWith("signal_high").stream(), answer.unitsWith("signal_low").stream())
                .sorted()
                .toList();
    }
}
