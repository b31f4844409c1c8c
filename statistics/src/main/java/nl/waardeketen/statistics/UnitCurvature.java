// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/**
 * What one unit adds to the information about coefficients and standard deviation: the expected information of its patients
 * if its effect were known, less the variance of their score, as its effect is not (Louis 1982).
 *
 * @param scores score at each node, by the coefficients and, last, by the standard deviation
 * @param weights share of the likelihood at each node
 * @param crossed expected information between the coefficients and, last, the standard deviation, and the latter
 * @param square expected v²
 */
record UnitCurvature(double[][] scores, double[] weights, double[] crossed, double square) {

    /** Adds the expected information Σ n p(1 − p) of each cell to {@code cellWeights}. */
    static UnitCurvature of(
            UnitIntegral unit,
            UnitCells cells,
            FixedPart fixed,
            double sd,
            GaussHermite rule,
            double[] atMode,
            double[] cellWeights) {
        var found = unit.by(rule);
        int size = rule.size();
        int width = fixed.width();
        var scores = new double[size][width + 1];
        var crossed = new double[width + 1];
        var index = new int[fixed.entries()];
        var value = new double[fixed.entries()];
        for (int cell = unit.from(); cell < unit.to(); cell++) {
            double p = atMode[cell];
            double trials = cells.trials()[cell];
            double weight = 0;
            double weightByPlace = 0;
            double weightBySquare = 0;
            int filled = fixed.gather(cells.pattern()[cell], index, value);
            for (int k = 0; k < size; k++) {
                double atNode = p * found.odds()[k] / (1 + p * (found.odds()[k] - 1));
                double variance = found.weight()[k] * trials * atNode * (1 - atNode);
                weight += variance;
                weightByPlace += variance * found.at()[k];
                weightBySquare += variance * found.at()[k] * found.at()[k];
                double residual = cells.events()[cell] - trials * atNode;
                for (int i = 0; i < filled; i++) {
                    scores[k][index[i]] += value[i] * residual;
                }
            }
            cellWeights[cell] = weight;
            crossed[width] += weightBySquare;
            for (int i = 0; i < filled; i++) {
                crossed[index[i]] += value[i] * weightByPlace;
            }
        }
        double square = 0;
        for (int k = 0; k < size; k++) {
            scores[k][width] = found.at()[k] * found.residual()[k];
            square += found.weight()[k] * found.at()[k] * found.at()[k];
        }
        return new UnitCurvature(scores, found.weight(), crossed, square);
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
        var mean = new double[crossed.length];
        for (int k = 0; k < weights.length; k++) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += weights[k] * scores[k][i];
            }
        }
        for (int k = 0; k < weights.length; k++) {
            for (int i = 0; i < mean.length; i++) {
                double weighted = weights[k] * (scores[k][i] - mean[i]);
                for (int j = 0; j < mean.length; j++) {
                    information[i][j] -= weighted * (scores[k][j] - mean[j]);
                }
            }
        }
    }
}
