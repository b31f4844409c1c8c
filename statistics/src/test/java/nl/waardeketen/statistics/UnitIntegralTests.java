// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The likelihood of one unit where steps go astray, and what is certain about its patients. */
class UnitIntegralTests {
    private static final double[] TRIALS = {30, 2, 500};
    private static final double[] PREDICTORS = {-2, 0.5, 6};

    private static UnitCells cells(double... events) {
        return new UnitCells(new int[] {0, 3}, new int[] {0, 1, 2}, TRIALS.clone(), events);
    }

    private static UnitIntegral integral(UnitCells cells, double sd, double near) {
        var inverseOdds = Arrays.stream(PREDICTORS).map(x -> Math.exp(-x)).toArray();
        return new UnitIntegral(cells, 0, PREDICTORS, inverseOdds, sd, near, new double[3]);
    }

    private static double meanAt(double v, double sd) {
        double mean = 0;
        for (int i = 0; i < 3; i++) {
            mean += TRIALS[i] * Draws.logistic(PREDICTORS[i] + sd * v);
        }
        return mean;
    }

    /** Where σ(Σy − Σnp) = v, wherever the search begins; far out steps are halved between what lies on either side. */
    @ParameterizedTest
    @CsvSource({
        "0.2, 0, 4, 1, 499",
        "0.2, 40, 4, 1, 499",
        "3, 0, 0, 0, 0",
        "3, 30, 0, 0, 0",
        "3, -30, 30, 2, 500",
        "8, 6, 0, 0, 500",
        "8, -6, 0, 0, 500",
        "8, 0.9, 30, 2, 0",
        "25, 3, 4, 1, 0",
        "25, -3, 4, 1, 499"
    })
    void findsTheModeFromAnywhere(double sd, double near, double first, double second, double third) {
        var integral = integral(cells(first, second, third), sd, near);

        double slope = sd * (first + second + third - meanAt(integral.mode(), sd)) - integral.mode();
        double curvature = 1 / (integral.scale() * integral.scale());
        assertThat(slope / curvature).isCloseTo(0, within(1e-6 * (1 + Math.abs(integral.mode()))));
        assertThat(integral.residual())
                .isCloseTo(first + second + third - meanAt(integral.mode(), sd), within(1e-9 * 532));
    }

    @Test
    void predictsAtTheEndsOfItsBand() {
        var integral = integral(cells(4, 1, 499), 0.7, 0);

        for (double away : new double[] {-1.96, 0, 1.96}) {
            assertThat(integral.predicted(away))
                    .isCloseTo(meanAt(integral.mode() + away * integral.scale(), 0.7), within(1e-9));
        }
        assertThat(integral.expected()).isCloseTo(meanAt(0, 0.7), within(1e-9));
    }

    /** Ten patients with a chance of 1 − e⁻⁸⁰⁰ who have the event, ten with e⁻⁸⁰⁰ who do not: nothing is surprising. */
    @Test
    void isSureOfWhatIsCertain() {
        var cells = new UnitCells(new int[] {0, 2}, new int[] {0, 1}, new double[] {10, 10}, new double[] {10, 0});
        var predictors = new double[] {800, -800};
        var inverseOdds = new double[] {Math.exp(-800), Math.exp(800)};

        var integral = new UnitIntegral(cells, 0, predictors, inverseOdds, 0.5, 0, new double[2]);

        assertThat(integral.mode()).isZero();
        assertThat(integral.by(GaussHermite.of(15)).logLikelihood()).isCloseTo(0, within(1e-9));
    }

    /** Five patients of whom the event is certain change nothing but what is predicted and expected, by five. */
    @Test
    void addsWhoIsCertainToHaveTheEventToAllThatIsPredicted() {
        var sizes = new double[] {40, 5, 60};
        var events = new double[] {16, 5, 14};
        var cohort = new Cohort(
                List.of("A", "B"), new int[] {0, 0, 1}, new Patterns(List.of(), sizes, sizes, events, events));
        var without = new double[] {40, 60};
        var others = new double[] {16, 14};
        var plain = new Cohort(
                List.of("A", "B"), new int[] {0, 1}, new Patterns(List.of(), without, without, others, others));

        var certain = RandomInterceptModel.given(cohort, new double[] {12, 5, 18}, 15, 0.4);
        var model = RandomInterceptModel.given(plain, new double[] {12, 18}, 15, 0.4);

        var with = certain.units().get(0);
        var alone = model.units().get(0);
        assertThat(with.effect()).isCloseTo(alone.effect(), within(1e-9)).isGreaterThan(0.1);
        assertThat(with.predicted()).isCloseTo(alone.predicted() + 5, within(1e-9));
        assertThat(with.expected()).isCloseTo(17, within(1e-9));
        assertThat(with.low()).isCloseTo((alone.low() * 12 + 5) / 17, within(1e-9));
        assertThat(with.high()).isCloseTo((alone.high() * 12 + 5) / 17, within(1e-9));
        assertThat(certain.units().get(1)).isEqualTo(model.units().get(1));
    }
}
