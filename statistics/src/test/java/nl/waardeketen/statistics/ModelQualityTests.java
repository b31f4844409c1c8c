// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelQualityTests {
    private static final Tolerance TOLERANCE = Tolerance.relative(1e-8);

    private static ModelQuality of(double[] patients, double[] events, double[] probability) {
        return ModelQuality.of(new Patterns(List.of(), patients, patients, events, events), probability);
    }

    @ParameterizedTest
    @ValueSource(strings = {"factors", "quadratic"})
    void isThatOfR(String model) {
        var fitted = ReferenceTable.of("model-quality-" + model + "-fitted.csv");
        var ones = new double[fitted.rows().size()];
        Arrays.fill(ones, 1);

        var quality = of(ones, fitted.numbers("died"), fitted.numbers("p"));

        var expected = ReferenceTable.of("model-quality.csv").where("model", model);
        TOLERANCE.check(quality.brier(), expected.row("quantity", "brier").number("value"), "Brier");
        TOLERANCE.check(
                quality.scaledBrier(), expected.row("quantity", "scaled_brier").number("value"), "scaled");
        TOLERANCE.check(
                quality.calibrationIntercept(),
                expected.row("quantity", "intercept").number("value"),
                "a");
        TOLERANCE.check(
                quality.calibrationSlope(), expected.row("quantity", "slope").number("value"), "b");
        var tenths = ReferenceTable.of("model-quality-groups.csv")
                .where("model", model)
                .rows();
        assertThat(quality.groups()).hasSameSizeAs(tenths);
        for (int i = 0; i < tenths.size(); i++) {
            var group = quality.groups().get(i);
            assertThat((double) group.n()).isEqualTo(tenths.get(i).number("n"));
            TOLERANCE.check(group.observed(), tenths.get(i).number("observed"), "observed in tenth " + i);
            TOLERANCE.check(group.expected(), tenths.get(i).number("expected"), "expected in tenth " + i);
        }
    }

    @Test
    void isPerfectlyCalibratedOnThePatientsItWasFittedOn() {
        var fit = ReferenceModel.all().get(0).cells().fit(Kind.PROPORTION);

        var quality = Objects.requireNonNull(fit.model().quality());

        assertThat(quality.calibrationSlope()).isCloseTo(1, within(1e-9));
        assertThat(quality.calibrationIntercept()).isCloseTo(0, within(1e-9));
        assertThat(quality.brier()).isBetween(0.0, 0.25);
    }

    @Test
    void isTheSameOfGroupedAndSinglePatients() {
        var grouped = of(new double[] {4, 6}, new double[] {1, 4}, new double[] {0.2, 0.7});
        var single = of(new double[] {1, 3, 6}, new double[] {1, 0, 4}, new double[] {0.2, 0.2, 0.7});

        assertThat(single.brier()).isCloseTo(grouped.brier(), within(1e-15));
        assertThat(single.calibrationSlope()).isCloseTo(grouped.calibrationSlope(), within(1e-9));
        assertThat(single.groups()).isEqualTo(grouped.groups());
    }

    @Test
    void keepsTiesTogetherAndHasNoSlopeWhenAllAreAlike() {
        var quality = of(new double[] {10}, new double[] {3}, new double[] {0.3});

        assertThat(quality.groups()).hasSize(1);
        assertThat(quality.calibrationSlope()).isNaN();
        assertThat(quality.scaledBrier()).isCloseTo(0, within(1e-15));
    }
}
