// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;

/**
 * The logarithms of amounts of a cohort, per unit of exposure, and the sums of squares and products that a linear mixed model
 * of them needs; after removal of the least-squares fit, so that nothing is lost to rounding.
 */
final class LogAmounts {
    private static final double SINGULAR = 1e-14;

    private final Cohort cohort;
    private final FixedPart fixed;
    private final double[] logs;
    private final double[] residuals;
    private final double[] leastSquares;
    private final double[][] products;
    private final double[] rows;
    private final double[] sums;
    private final double[][] columnSums;
    private double squares;

    LogAmounts(Cohort cohort, Design design) {
        this.cohort = cohort;
        fixed = FixedPart.of(design);
        var cells = cohort.cells();
        logs = new double[cells.size()];
        Arrays.setAll(logs, this::logAmount);
        rows = byUnit(cells.rows());
        columnSums = columnSums();
        products = fixed.information(byPattern(cells.rows()));
        leastSquares = new Cholesky(products, SINGULAR).solve(fixed.crossed(byPattern(times(cells.rows(), logs))));
        residuals = residuals(leastSquares);
        sums = byUnit(times(cells.rows(), residuals));
        for (int cell = 0; cell < residuals.length; cell++) {
            squares += cells.rows()[cell] * residuals[cell] * residuals[cell];
        }
    }

    private double logAmount(int cell) {
        var cells = cohort.cells();
        double amount = cells.observed()[cell];
        double differing = cells.squares()[cell] * cells.weight()[cell] - amount * amount;
        if (Math.abs(differing) > 1e-9 * amount * amount) {
            throw new IllegalArgumentException("a model of logarithms takes cells of one amount, not cell " + cell);
        }
        return Math.log(amount / cells.weight()[cell]);
    }

    /** Logarithm less what the coefficients expect, of each cell. */
    double[] residuals(double[] coefficients) {
        var predictors = fixed.predictors(coefficients);
        var left = new double[logs.length];
        Arrays.setAll(left, cell -> logs[cell] - predictors[cohort.patternOfCell()[cell]]);
        return left;
    }

    /** Amount that the coefficients expect of the rows of each cell, without the variation of single rows. */
    double[] medians(double[] coefficients) {
        var predictors = fixed.predictors(coefficients);
        var medians = new double[logs.length];
        Arrays.setAll(
                medians, cell -> cohort.cells().weight()[cell] * Math.exp(predictors[cohort.patternOfCell()[cell]]));
        return medians;
    }

    /**
     * Generalised least squares at one ratio of variances.
     *
     * @param coefficients of the design
     * @param information X′V⁻¹X, with V in units of the residual variance
     * @param squares residual sum of squares
     * @param logDeterminant of V
     */
    record At(double[] coefficients, Cholesky information, double squares, double logDeterminant) {}

    At at(double ratio) {
        int width = leastSquares.length;
        var information = new double[width][];
        Arrays.setAll(information, i -> products[i].clone());
        var crossed = new double[width];
        double left = squares;
        double logDeterminant = 0;
        for (int unit = 0; unit < rows.length; unit++) {
            double taken = ratio / (1 + ratio * rows[unit]);
            left -= taken * sums[unit] * sums[unit];
            logDeterminant += Math.log1p(ratio * rows[unit]);
            for (int i = 0; i < width; i++) {
                crossed[i] -= taken * columnSums[unit][i] * sums[unit];
                for (int j = 0; j <= i; j++) {
                    information[i][j] -= taken * columnSums[unit][i] * columnSums[unit][j];
                }
            }
        }
        var cholesky = new Cholesky(information, SINGULAR);
        var change = cholesky.solve(crossed);
        var coefficients = new double[width];
        for (int i = 0; i < width; i++) {
            left -= change[i] * crossed[i];
            coefficients[i] = leastSquares[i] + change[i];
        }
        return new At(coefficients, cholesky, Math.max(0, left), logDeterminant);
    }

    double[] rows() {
        return rows;
    }

    double[] cellRows() {
        return cohort.cells().rows();
    }

    double squares() {
        return squares;
    }

    double[] byUnit(double[] ofCell) {
        return Cohort.sum(ofCell, cohort.unitOfCell(), cohort.units().size());
    }

    private double[] byPattern(double[] ofCell) {
        return Cohort.sum(ofCell, cohort.patternOfCell(), cohort.patterns().size());
    }

    private double[][] columnSums() {
        var columns = new double[cohort.units().size()][fixed.width()];
        var index = new int[fixed.entries()];
        var value = new double[fixed.entries()];
        for (int cell = 0; cell < logs.length; cell++) {
            int filled = fixed.gather(cohort.patternOfCell()[cell], index, value);
            for (int i = 0; i < filled; i++) {
                columns[cohort.unitOfCell()[cell]][index[i]] += cohort.cells().rows()[cell] * value[i];
            }
        }
        return columns;
    }

    static double[] times(double[] left, double[] right) {
        var product = new double[left.length];
        Arrays.setAll(product, i -> left[i] * right[i]);
        return product;
    }
}
