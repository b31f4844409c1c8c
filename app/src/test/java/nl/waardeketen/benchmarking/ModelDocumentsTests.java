// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.waardeketen.analytics.Cut;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.benchmarking.IndicatorModel.Differences;
import nl.waardeketen.benchmarking.IndicatorModel.PeriodComparison;
import nl.waardeketen.statistics.CaseMixModel;
import nl.waardeketen.statistics.Coefficient;
import nl.waardeketen.statistics.DispersionMethod;
import nl.waardeketen.statistics.Interval;
import nl.waardeketen.statistics.Kind;
import nl.waardeketen.statistics.ModelForm;
import nl.waardeketen.statistics.ModelQuality;
import nl.waardeketen.statistics.Overdispersion;
import org.junit.jupiter.api.Test;

class ModelDocumentsTests {
    private static final Period REFERENCE = Period.parse("2023Q4..2026Q3").orElseThrow();

    private static IndicatorModel readAgain(IndicatorModel model) {
        return ModelDocuments.read(ModelDocuments.write(model));
    }

    @Test
    void readsTheModelThatWasWritten() {
        var coefficients = List.of(
                new Coefficient("(Intercept)", -2.6000000000000005, 0.1 + 0.2), new Coefficient("sex=2", 1e-300, 0.0));
        var model = new IndicatorModel(
                "HIP-DEL",
                new CaseMixModel(Kind.PROPORTION, coefficients, 1.0 / 3, 0.71, 12_345),
                0.243,
                Map.of("age-85", 0.31, "dementia", 0.4),
                null,
                List.of("case-mix.joined:asa:5:4"),
                List.of(new PeriodComparison(
                        REFERENCE,
                        11,
                        0.25,
                        DispersionMethod.ADDITIVE,
                        new Overdispersion(1.5, 0.01, 11),
                        new Differences(0.2, 1.21, 0.012, 0.62))));

        assertThat(readAgain(model)).isEqualTo(model);
    }

    @Test
    void readsNotANumberAndNoModelAsWritten() {
        var model = new IndicatorModel(
                "HIP-LOS",
                null,
                Double.NaN,
                Map.of(),
                new Cut(Double.NaN, 0, 0),
                List.of(),
                List.of(new PeriodComparison(
                        REFERENCE,
                        0,
                        Double.NaN,
                        DispersionMethod.NONE,
                        null,
                        new Differences(Double.NaN, Double.NaN, Double.NaN, Double.NaN))));

        assertThat(readAgain(model)).isEqualTo(model);
        assertThat(ModelDocuments.write(model)).contains("\"rate\":null", "\"2023Q4..2026Q3\"");
    }

    @Test
    void readsAModelWithoutConcordanceAsWritten() {
        var model = new IndicatorModel(
                "HIP-LOS",
                new CaseMixModel(Kind.DURATION, List.of(), 0.5, Double.NaN, 3),
                7.5,
                Map.of(),
                new Cut(40, 7, 123.5),
                List.of("model.diverged"),
                List.of());

        assertThat(readAgain(model)).isEqualTo(model);
    }

    @Test
    void readsFormAndQualityAsWritten() {
        var quality = new ModelQuality(
                0.138,
                Double.NaN,
                -0.01,
                1.02,
                List.of(
                        new ModelQuality.Group(600, 0.08, 0.081, new Interval(0.06, 0.1)),
                        new ModelQuality.Group(3, 0, 0.3, new Interval(0, 0.56))));
        var model = new IndicatorModel(
                "HIP-DEL",
                new CaseMixModel(Kind.PROPORTION, List.of(), 1.1, 0.58, 603, ModelForm.PENALISED, quality, 1),
                0.08,
                Map.of(),
                null,
                List.of("case-mix.penalised:asa"),
                List.of());

        assertThat(readAgain(model)).isEqualTo(model);
        assertThat(ModelDocuments.write(model)).contains("\"form\":\"penalised\"", "\"brier\":0.138");
    }

    @Test
    void readsHowALogLinearModelIsBroughtBackToAmounts() {
        var model = new IndicatorModel(
                "HIP-LOS",
                new CaseMixModel(
                        Kind.DURATION, List.of(), 0.5, Double.NaN, 3, ModelForm.LOG_LINEAR, null, 1.1718281828459045),
                7.5,
                Map.of(),
                null,
                List.of(),
                List.of());

        assertThat(readAgain(model)).isEqualTo(model);
    }
}
