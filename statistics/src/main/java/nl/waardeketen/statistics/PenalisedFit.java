// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** A logistic model with Firth's penalty, see {@link ModelForm#PENALISED}; leaves no variable out for separation. */
final class PenalisedFit {
    private static final double SINGULAR = 1e-14;
    private static final double CONVERGED = 1e-10;
    private static final double LONGEST_STEP = 5;
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 30;

    private final Patterns patterns;
    private final Design design;
    private final LogLikelihood likelihood;
    private final Set<String> leftOut = new TreeSet<>();

    PenalisedFit(Patterns patterns) {
        this.patterns = patterns;
        var identifiability = new Identifiability(Kind.PROPORTION, patterns);
        identifiability.requireVariation();
        var whole = new Design(patterns, leftOut);
        ModelFitting.requireRows(patterns, whole);
        leftOut.addAll(
                identifiability.requireIndependence(whole, new LogLikelihood(Kind.PROPORTION, whole, patterns).gram()));
        design = leftOut.isEmpty() ? whole : new Design(patterns, leftOut);
        likelihood = new LogLikelihood(Kind.PROPORTION, design, patterns);
    }

    CaseMixFit fit() {
        var coefficients = climb();
        var covariance = information(coefficients).inverse();
        coefficients[0] += shift(coefficients);
        var rates = likelihood.rates(coefficients);
        var estimates = design.reported(coefficients);
        var reportedCovariance = design.reported(covariance);
        var reported = new ArrayList<Coefficient>();
        for (int i = 0; i < estimates.length; i++) {
            reported.add(new Coefficient(design.column(i).name(), estimates[i], Math.sqrt(reportedCovariance[i][i])));
        }
        leftOut.forEach(name -> reported.add(new Coefficient(name, Double.NaN, Double.NaN)));
        return new CaseMixFit(
                CaseMixModel.ofEvents(ModelForm.PENALISED, reported, patterns, rates, design.width()), rates);
    }

    private double[] climb() {
        var coefficients = new double[design.width()];
        double rate = patterns.overallRate();
        coefficients[0] = Math.log(rate / (1 - rate));
        double value = value(coefficients);
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            var information = information(coefficients);
            var step = information.solve(gradient(coefficients, information));
            double longest = Arrays.stream(step).map(Math::abs).max().orElse(0);
            double factor = Math.min(1, LONGEST_STEP / longest);
            var next = moved(coefficients, step, factor);
            double reached = value(next);
            for (int i = 0; i < MOST_HALVINGS && !(reached >= value - 1e-9 * (1 + Math.abs(value))); i++) {
                factor /= 2;
                next = moved(coefficients, step, factor);
                reached = value(next);
            }
            coefficients = next;
            value = reached;
            if (longest < CONVERGED) {
                return coefficients;
            }
        }
        throw ModelRefusal.of(
                "case-mix.diverged", "", "the penalised case-mix model does not converge; use fewer case-mix columns");
    }

    private Cholesky information(double[] coefficients) {
        var information = new Cholesky(likelihood.at(coefficients).information(), SINGULAR);
        if (information.dependentRow() >= 0) {
            throw ModelRefusal.of(
                    "case-mix.diverged",
                    design.column(information.dependentRow()).variable(),
                    "the penalised case-mix model has no answer for "
                            + design.column(information.dependentRow()).name() + "; leave it out");
        }
        return information;
    }

    private double value(double[] coefficients) {
        var at = likelihood.at(coefficients);
        return at.value() + new Cholesky(at.information(), SINGULAR).logDeterminant() / 2;
    }

    /** The score X′(y − np + h(½ − p)), h the leverages of the patterns. */
    private double[] gradient(double[] coefficients, Cholesky information) {
        var gradient = likelihood.at(coefficients).gradient();
        var rates = likelihood.rates(coefficients);
        var index = new int[design.entries()];
        var value = new double[design.entries()];
        for (int row = 0; row < rates.length; row++) {
            int filled = design.gather(row, index, value);
            var full = new double[design.width()];
            for (int i = 0; i < filled; i++) {
                full[index[i]] += value[i];
            }
            double leverage = patterns.weight()[row] * rates[row] * (1 - rates[row]) * information.inverseProduct(full);
            for (int i = 0; i < filled; i++) {
                gradient[index[i]] += value[i] * leverage * (0.5 - rates[row]);
            }
        }
        return gradient;
    }

    /** What the intercept lacks for as many events to be expected as were observed. */
    private double shift(double[] coefficients) {
        double observed = Arrays.stream(patterns.observed()).sum();
        double shift = 0;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            var moved = coefficients.clone();
            moved[0] += shift;
            var rates = likelihood.rates(moved);
            double expected = 0;
            double variance = 0;
            for (int i = 0; i < rates.length; i++) {
                expected += patterns.weight()[i] * rates[i];
                variance += patterns.weight()[i] * rates[i] * (1 - rates[i]);
            }
            double step = Math.max(-1, Math.min(1, (observed - expected) / variance));
            shift += step;
            if (Math.abs(step) < CONVERGED * 1e-3) {
                break;
            }
        }
        return shift;
    }

    private static double[] moved(double[] from, double[] step, double factor) {
        var to = from.clone();
        Arrays.setAll(to, i -> from[i] + factor * step[i]);
        return to;
    }
}
