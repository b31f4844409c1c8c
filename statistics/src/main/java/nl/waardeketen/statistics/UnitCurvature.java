// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/**
 * What one unit adds to the information about coefficients and standard deviation: the expected information of its patients
 * if its effect were known, less the variance of their score, as its effect is not (Louis 1982).
 *
 * @param scores score at each node (nodes side by side), by the coefficients and, last, by the standard deviation
 * @param weights share of the likelihood at each node
 * @param crossed expected information between the coefficients and, last, the standard deviation, and the latter
 * @param square expected v²
 */
record UnitCurvature(double[] scores, double[] weights, double[] crossed, double square) {

    /** Adds the expected information Σ n p(1 − p) of each cell to {@code cellWeights}. */
    static UnitCurvature of(
            UnitIntegral unit, UnitCells cells, FixedPart fixed, GaussHermite rule, double[] cellWeights) {
        var found = unit.by(rule);
        int size = rule.size();
        int width = fixed.width();
        var scores = new double[(width + 1) * size];
        var crossed = new double[width + 1];
        var index = new int[fixed.entries()];
        var value = new double[fixed.entries()];
        var residual = new double[size];
        var variance = new double[size];
        for (int cell = unit.from(); cell < unit.to(); cell++) {
            unit.atNodes(cell, found, residual, variance);
            double weight = 0;
            double weightByPlace = 0;
            double weightBySquare = 0;
            for (int k = 0; k < size; k++) {
                double share = found.weight()[k] * variance[k];
                double at = found.at()[k];
                weight += share;
                weightByPlace += share * at;
                weightBySquare += share * at * at;
            }
            cellWeights[cell] = weight;
            crossed[width] += weightBySquare;
            int filled = fixed.gather(cells.pattern()[cell], index, value);
            for (int i = 0; i < filled; i++) {
                crossed[index[i]] += value[i] * weightByPlace;
                addScores(scores, index[i] * size, residual, value[i]);
            }
        }
        double square = 0;
        for (int k = 0; k < size; k++) {
            scores[width * size + k] = found.at()[k] * found.residual()[k];
            square += found.weight()[k] * found.at()[k] * found.at()[k];
        }
        return new UnitCurvature(scores, found.weight(), crossed, square);
    }

    private static void addScores(double[] scores, int start, double[] residual, double value) {
        for (int k = 0; k < residual.length; k++) {
            scores[start + k] += value * residual[k];
        }
    }

    void addTo(double[][] information) {
        int width = crossed.length - 1;
        for (int i = 0; i < width; i++) {
            information[i][width] += crossed[i];
            information[width][i] += crossed[i];
        }
        information[width][width] += crossed[width];
        subtractVariance(information);
    }

    private void subtractVariance(double[][] information) {
        int size = weights.length;
        var deviations = new double[crossed.length];
        var mean = new double[crossed.length];
        for (int i = 0; i < mean.length; i++) {
            for (int k = 0; k < size; k++) {
                mean[i] += weights[k] * scores[i * size + k];
            }
        }
        for (int k = 0; k < size; k++) {
            for (int i = 0; i < mean.length; i++) {
                deviations[i] = scores[i * size + k] - mean[i];
            }
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    information[i][j] -= weights[k] * deviations[i] * deviations[j];
                }
            }
        }
    }
}
