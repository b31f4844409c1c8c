// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/**
 * What one unit adds to the information about coefficients and standard deviation: the expected information of its patients
 * if its effect were known, less the variance of their score, as its effect is not (Louis 1982).
 */
final class UnitCurvature {
    private final UnitIntegral.Quadrature found;
    private final int size;
    private final int width;
    private final double[] scores;
    private final double[] crossed;
    private final double[] residual;
    private final double[] variance;
    private final int[] index;
    private final double[] value;

    /** Adds the expected information Σ n p(1 − p) of each cell to {@code cellWeights}. */
    UnitCurvature(UnitIntegral unit, UnitCells cells, FixedPart fixed, GaussHermite rule, double[] cellWeights) {
        found = unit.by(rule);
        size = rule.size();
        width = fixed.width();
        scores = new double[(width + 1) * size];
        crossed = new double[width + 1];
        residual = new double[size];
        variance = new double[size];
        index = new int[fixed.entries()];
        value = new double[fixed.entries()];
        for (int cell = unit.from(); cell < unit.to(); cell++) {
            unit.atNodes(cell, found, residual, variance);
            int filled = fixed.gather(cells.pattern()[cell], index, value);
            cellWeights[cell] = addInformation(filled);
            for (int i = 0; i < filled; i++) {
                addScores(index[i] * size, value[i]);
            }
        }
        for (int k = 0; k < size; k++) {
            scores[width * size + k] = found.at()[k] * found.residual()[k];
        }
    }

    /** Expected v². */
    double square() {
        double square = 0;
        for (int k = 0; k < size; k++) {
            square += found.weight()[k] * found.at()[k] * found.at()[k];
        }
        return square;
    }

    private double addInformation(int filled) {
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
        crossed[width] += weightBySquare;
        for (int i = 0; i < filled; i++) {
            crossed[index[i]] += value[i] * weightByPlace;
        }
        return weight;
    }

    private void addScores(int start, double factor) {
        for (int k = 0; k < size; k++) {
            scores[start + k] += factor * residual[k];
        }
    }

    void addTo(double[][] information) {
        for (int i = 0; i < width; i++) {
            information[i][width] += crossed[i];
            information[width][i] += crossed[i];
        }
        information[width][width] += crossed[width];
        subtractVariance(information);
    }

    private void subtractVariance(double[][] information) {
        var mean = new double[crossed.length];
        for (int i = 0; i < mean.length; i++) {
            for (int k = 0; k < size; k++) {
                mean[i] += found.weight()[k] * scores[i * size + k];
            }
        }
        var deviations = new double[crossed.length];
        for (int k = 0; k < size; k++) {
            for (int i = 0; i < mean.length; i++) {
                deviations[i] = scores[i * size + k] - mean[i];
            }
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    information[i][j] -= found.weight()[k] * deviations[i] * deviations[j];
                }
            }
        }
    }
}
