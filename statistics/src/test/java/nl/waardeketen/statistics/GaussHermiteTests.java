// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussHermiteTests {

    /** Abramowitz and Stegun, table 25.10, n = 5: node, weight × exp(node²). */
    @Test
    void hasThePrintedNodesAndWeights() {
        var rule = GaussHermite.of(5);

        assertThat(rule.nodes())
                .containsExactly(
                        new double[] {-2.020182870456086, -0.958572464613819, 0, 0.958572464613819, 2.020182870456086},
                        within(1e-14));
        assertThat(rule.weights()[2]).isCloseTo(0.9453087204829 / Math.sqrt(Math.PI), within(1e-12));
        assertThat(rule.weights()[3]).isCloseTo(0.9865809967514 / Math.sqrt(Math.PI), within(1e-12));
        assertThat(rule.weights()[4]).isCloseTo(1.1814886255360 / Math.sqrt(Math.PI), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 15, 25, 50, 100})
    void integratesPowersOfANormalVariableExactly(int size) {
        var rule = GaussHermite.of(size);

        double moment = 1;
        for (int power = 0; power <= Math.min(2 * size - 1, 20); power += 2) {
            double sum = 0;
            for (int k = 0; k < size; k++) {
                double x = rule.nodes()[k];
                sum += rule.weights()[k] * Math.exp(-x * x) * Math.pow(Math.sqrt(2) * x, power);
            }
            assertThat(sum).as("power %d", power).isCloseTo(moment, within(1e-11 * moment));
            moment *= power + 1;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void refusesOtherNumbersOfNodes(int size) {
        assertThatThrownBy(() -> GaussHermite.of(size)).isInstanceOf(IllegalArgumentException.class);
    }
}
