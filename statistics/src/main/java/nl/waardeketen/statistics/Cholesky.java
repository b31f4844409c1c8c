// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/**
 * Cholesky factor L of a symmetric positive definite matrix A = L Lᵀ that tells which row depends on the ones before
 * it, which is what a user who gave collinear columns needs to know. Golub &amp; Van Loan (2013), Matrix Computations,
 * §4.2.
 */
final class Cholesky {
    private final double[][] factor;
    private final int dependentRow;

    /** Factors the lower triangle of {@code matrix}; a row is dependent when at most this share of it is its own. */
    Cholesky(double[][] matrix, double tolerance) {
        int size = matrix.length;
        factor = new double[size][];
        int dependent = -1;
        for (int i = 0; i < size && dependent < 0; i++) {
            factor[i] = new double[i + 1];
            double own = matrix[i][i];
            for (int j = 0; j < i; j++) {
                factor[i][j] = (matrix[i][j] - dot(factor[i], factor[j], j)) / factor[j][j];
                own -= factor[i][j] * factor[i][j];
            }
            if (own > tolerance * matrix[i][i]) {
                factor[i][i] = Math.sqrt(own);
            } else {
                dependent = i;
            }
        }
        dependentRow = dependent;
    }

    /** The first row that is a combination of the rows before it, or −1. */
    int dependentRow() {
        return dependentRow;
    }

    /** How the dependent row combines the rows before it. */
    double[] combination() {
        var combination = new double[dependentRow];
        System.arraycopy(factor[dependentRow], 0, combination, 0, dependentRow);
        backSubstitute(combination);
        return combination;
    }

    /** Solves A x = b. */
    double[] solve(double[] b) {
        var x = b.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] - dot(factor[i], x, i)) / factor[i][i];
        }
        backSubstitute(x);
        return x;
    }

    /** ln |A|; minus infinity when a row is dependent. */
    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < factor.length && dependentRow < 0; i++) {
            sum += 2 * Math.log(factor[i][i]);
        }
        return dependentRow < 0 ? sum : Double.NEGATIVE_INFINITY;
    }

    /** b′ A⁻¹ b. */
    double inverseProduct(double[] b) {
        var x = b.clone();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] - dot(factor[i], x, i)) / factor[i][i];
            sum += x[i] * x[i];
        }
        return sum;
    }

    double[][] inverse() {
        var inverse = new double[factor.length][];
        for (int i = 0; i < inverse.length; i++) {
            var unit = new double[factor.length];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }

    private void backSubstitute(double[] x) {
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= factor[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= factor[i][j] * x[i];
            }
        }
    }

    private static double dot(double[] left, double[] right, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
