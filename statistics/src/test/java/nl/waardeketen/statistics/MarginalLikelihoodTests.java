// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarginalLikelihoodTests {
    private static final double SD = 0.7;
    private static final double STEP = 1e-5;

    private final Cohort cohort = Rows.of("unit", "died", "age", "sex")
            .in(ReferenceTable.of("glm-logistic-data.csv"))
            .cohort();
    private final Design design = new Design(cohort.patterns(), Set.of());
    private final double[] place = {-1.1, 0.4, 0.3};

    private MarginalLikelihood likelihood(int nodes) {
        return new MarginalLikelihood(
                FixedPart.of(design),
                UnitCells.of(cohort, cohort.patternOfCell()),
                cohort.patterns().size(),
                GaussHermite.of(nodes));
    }

    private static double moved(MarginalLikelihood likelihood, double[] place, int index, double step) {
        var moved = place.clone();
        if (index < place.length) {
            moved[index] += step;
        }
        return likelihood.at(moved, index < place.length ? SD : SD + step).value();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 15})
    void hasTheGradientOfItsOwnValue(int nodes) {
        var likelihood = likelihood(nodes);

        var gradient = likelihood.at(place, SD).gradient();

        for (int i = 0; i <= place.length; i++) {
            double difference = (moved(likelihood, place, i, STEP) - moved(likelihood, place, i, -STEP)) / (2 * STEP);
            assertThat(gradient[i]).as("by %d", i).isCloseTo(difference, within(1e-5));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.7", "0.05"})
    void hasTheInformationOfItsGradient(double sd) {
        var likelihood = likelihood(25);

        var information = likelihood.curvature(likelihood.at(place, sd)).information();

        for (int i = 0; i < place.length; i++) {
            var up = place.clone();
            var down = place.clone();
            up[i] += STEP;
            down[i] -= STEP;
            var above = likelihood.at(up, sd).gradient();
            var below = likelihood.at(down, sd).gradient();
            for (int j = 0; j < above.length; j++) {
                assertThat(information[i][j])
                        .as("%d, %d", i, j)
                        .isCloseTo((below[j] - above[j]) / (2 * STEP), within(1e-3));
            }
        }
    }

    /** By many narrow rectangles. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.7, 3})
    void integratesAsRectanglesDo(double sd) {
        var predictors = FixedPart.of(design).predictors(place);
        double total = 0;
        for (int unit = 0; unit < cohort.units().size(); unit++) {
            double sum = 0;
            for (double v = -9; v <= 9; v += 0.001) {
                double log = -v * v / 2;
                for (int cell = 0; cell < cohort.cells().size(); cell++) {
                    if (cohort.unitOfCell()[cell] == unit) {
                        double x = predictors[cohort.patternOfCell()[cell]] + sd * v;
                        log += cohort.cells().observed()[cell] * x - Math.log1p(Math.exp(x));
                    }
                }
                sum += Math.exp(log) * 0.001 / Math.sqrt(2 * Math.PI);
            }
            total += Math.log(sum);
        }

        assertThat(likelihood(50).at(place, sd).value()).isCloseTo(total, within(1e-6));
    }
}
