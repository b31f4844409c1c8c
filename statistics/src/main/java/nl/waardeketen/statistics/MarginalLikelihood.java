// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Log-likelihood of a logistic model with a normal effect per unit, integrated by adaptive Gauss–Hermite quadrature (Pinheiro
 * &amp; Bates 1995, Journal of Computational and Graphical Statistics 4:12), with its exact gradient; and the information by
 * the identity of Louis (1982, JRSS B 44:226). Units are done side by side and added in a fixed order.
 */
final class MarginalLikelihood {
    private static final GaussHermite FOR_INFORMATION = GaussHermite.of(8);

    private final FixedPart fixed;
    private final UnitCells cells;
    private final GaussHermite rule;
    private final int patterns;
    private final double[] atMode;
    private double[] near;

    MarginalLikelihood(FixedPart fixed, UnitCells cells, int patterns, GaussHermite rule) {
        this.fixed = fixed;
        this.cells = cells;
        this.rule = rule;
        this.patterns = patterns;
        atMode = new double[cells.size()];
        near = new double[cells.units()];
    }

    /**
     * The likelihood at one place.
     *
     * @param units their integrals, which hold until the next evaluation
     * @param gradient by the coefficients and, last, by the standard deviation
     */
    record Evaluation(double value, double[] gradient, List<UnitIntegral> units) {}

    Evaluation at(double[] coefficients, double sd) {
        var predictors = fixed.predictors(coefficients);
        var inverseOdds = new double[predictors.length];
        Arrays.setAll(inverseOdds, i -> Math.exp(-predictors[i]));
        var residuals = new double[cells.size()];
        var slopes = new double[cells.units()];
        var values = new double[cells.units()];
        var units = units().mapToObj(unit -> {
                    var integral = new UnitIntegral(cells, unit, predictors, inverseOdds, sd, near[unit], atMode);
                    var found = integral.by(rule);
                    slopes[unit] = integral.slope(found, rule, residuals);
                    values[unit] = found.logLikelihood();
                    return integral;
                })
                .toList();
        near = units.stream().mapToDouble(UnitIntegral::mode).toArray();
        var gradient = Arrays.copyOf(fixed.crossed(byPattern(residuals)), fixed.width() + 1);
        gradient[fixed.width()] = Arrays.stream(slopes).sum();
        return new Evaluation(Arrays.stream(values).sum(), gradient, units);
    }

    /**
     * Curvature at one place.
     *
     * @param information minus the second derivatives, in the order of the gradient
     * @param square mean over units of the expected v²
     */
    record Curvature(double[][] information, double square) {}

    /** Curvature where {@code evaluation}, the last one, was made. */
    Curvature curvature(Evaluation evaluation) {
        int width = fixed.width();
        var weights = new double[cells.size()];
        var parts = units().mapToObj(
                        unit -> new UnitCurvature(evaluation.units().get(unit), cells, fixed, FOR_INFORMATION, weights))
                .toList();
        var information = new double[width + 1][width + 1];
        var complete = fixed.information(byPattern(weights));
        for (int i = 0; i < width; i++) {
            System.arraycopy(complete[i], 0, information[i], 0, width);
        }
        double square = 0;
        for (var part : parts) {
            part.addTo(information);
            square += part.square() / parts.size();
        }
        return new Curvature(information, square);
    }

    private IntStream units() {
        return IntStream.range(0, cells.units()).parallel();
    }

    private double[] byPattern(double[] ofCell) {
        return Cohort.sum(ofCell, cells.pattern(), patterns);
    }
}
