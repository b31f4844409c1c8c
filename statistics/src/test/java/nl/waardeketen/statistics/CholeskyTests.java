// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTests {
    private static final double[][] MATRIX = {{4}, {2, 5}, {-2, 1, 6}};

    @Test
    void solvesEquations() {
        var solution = new Cholesky(MATRIX, 1e-12).solve(new double[] {2, 15, 18});

        assertThat(solution).containsExactly(new double[] {1, 2, 3}, within(1e-13));
    }

    @Test
    void invertsTheMatrix() {
        var inverse = new Cholesky(MATRIX, 1e-12).inverse();

        for (int i = 0; i < MATRIX.length; i++) {
            for (int j = 0; j < MATRIX.length; j++) {
                double product = 0;
                for (int k = 0; k < MATRIX.length; k++) {
                    product += MATRIX[Math.max(i, k)][Math.min(i, k)] * inverse[k][j];
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-14));
            }
        }
    }

    @Test
    void tellsWhichRowDependsOnWhich() {
        var dependent = new Cholesky(new double[][] {{1}, {0, 4}, {3, 8, 25}}, 1e-12);

        assertThat(dependent.dependentRow()).isEqualTo(2);
        assertThat(dependent.combination()).containsExactly(new double[] {3, 2}, within(1e-13));
    }

    @Test
    void findsNoDependenceInAProperMatrix() {
        assertThat(new Cholesky(MATRIX, 1e-12).dependentRow()).isNegative();
    }
}
