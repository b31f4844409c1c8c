// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;

/**
 * One maximisation of a {@link MarginalLikelihood}: Newton steps with halving, where the likelihood is not concave in the
 * standard deviation a step of expectation–maximisation. The likelihood is even in it, so that a variance of zero is a
 * summit like any other; it is compared with the model without effects at the end.
 */
final class RandomInterceptFitting {
    private static final double CONVERGED = 1e-12;
    private static final double ROUNDING = 1e-13;
    private static final double NEAR = 1e-2;
    private static final double SLOW = 0.1;
    private static final double NOTHING = 1e-5;
    private static final double LONGEST_STEP = 1;
    private static final double SMALLEST_START = 0.3;
    private static final double SINGULAR = 1e-14;
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 30;

    private final MarginalLikelihood likelihood;

    RandomInterceptFitting(MarginalLikelihood likelihood) {
        this.likelihood = likelihood;
    }

    /**
     * The place of greatest likelihood.
     *
     * @param covariance of the coefficients of the design
     */
    record Summit(double[] coefficients, double sd, double[][] covariance, MarginalLikelihood.Evaluation evaluation) {}

    private record Place(double[] coefficients, double sd, MarginalLikelihood.Evaluation evaluation) {}

    /** Climbs from coefficients that are the best without effects. */
    Summit from(double[] start) {
        var flat = place(start, 0);
        double sd = startingDeviation(flat);
        var summit = climb(place(start, sd));
        if (summit.sd < NOTHING || !(summit.evaluation.value() > flat.evaluation.value())) {
            summit = place(start, 0);
        }
        return new Summit(summit.coefficients, summit.sd, covariance(summit), summit.evaluation);
    }

    /** No climb: what follows at this place. */
    Summit at(double[] coefficients, double sd) {
        var place = place(coefficients, sd);
        return new Summit(coefficients, sd, covariance(place), place.evaluation);
    }

    /** By moments of the units' residuals under the model without effects (DerSimonian &amp; Laird 1986). */
    private double startingDeviation(Place flat) {
        double total = 0;
        double squares = 0;
        double chiSquared = 0;
        int informed = 0;
        for (var unit : flat.evaluation.units()) {
            double information = unit.information();
            if (information > 0) {
                informed++;
                total += information;
                squares += information * information;
                chiSquared += unit.residual() * unit.residual() / information;
            }
        }
        double spare = total - squares / total;
        double variance = spare > 0 ? (chiSquared - (informed - 1)) / spare : 0;
        double least = total > 0 ? SMALLEST_START * Math.sqrt(informed / total) : 0;
        return Math.min(3, Math.max(Math.sqrt(Math.max(0, variance)), least));
    }

    private Place climb(Place start) {
        var place = start;
        var curvature = likelihood.curvature(place.evaluation);
        double gain = Double.POSITIVE_INFINITY;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            var step = step(place, curvature);
            double before = gain;
            gain = dot(step, place.evaluation.gradient());
            if (gain < CONVERGED) {
                return place;
            }
            var next = moved(place, step, 1);
            for (int i = 1; i < MOST_HALVINGS && !climbed(place, next); i++) {
                next = moved(place, step, Math.pow(0.5, i));
            }
            if (!climbed(place, next)) {
                return place(place.coefficients, place.sd);
            }
            place = next;
            if (gain > NEAR || gain > SLOW * before) {
                curvature = likelihood.curvature(place.evaluation);
            }
        }
        if (gain < NEAR) {
            return place;
        }
        throw ModelRefusal.of(
                "hierarchical.diverged",
                "",
                "the model with an effect per unit does not converge; use fewer case-mix columns or merge rare levels");
    }

    private static boolean climbed(Place from, Place to) {
        double value = from.evaluation.value();
        return to.evaluation.value() > value - ROUNDING * (1 + Math.abs(value));
    }

    private static double[] step(Place place, MarginalLikelihood.Curvature curvature) {
        var gradient = place.evaluation.gradient();
        int last = gradient.length - 1;
        var information = new Cholesky(curvature.information(), SINGULAR);
        double[] step;
        if (information.dependentRow() < 0) {
            step = information.solve(gradient);
        } else {
            var ofCoefficients = new Cholesky(Arrays.copyOf(curvature.information(), last), 0);
            step = Arrays.copyOf(ofCoefficients.solve(Arrays.copyOf(gradient, last)), last + 1);
            step[last] = place.sd * (Math.sqrt(curvature.square()) - 1);
        }
        step[last] = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step[last]));
        return step;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private Place moved(Place from, double[] step, double share) {
        var coefficients = new double[step.length - 1];
        Arrays.setAll(coefficients, i -> from.coefficients[i] + share * step[i]);
        return place(coefficients, Math.abs(from.sd + share * step[step.length - 1]));
    }

    private Place place(double[] coefficients, double sd) {
        return new Place(coefficients, sd, likelihood.at(coefficients, sd));
    }

    private double[][] covariance(Place summit) {
        var information = likelihood.curvature(summit.evaluation).information();
        int width = information.length - 1;
        if (summit.sd > 0) {
            var whole = new Cholesky(information, SINGULAR);
            if (whole.dependentRow() < 0) {
                return Arrays.stream(whole.inverse())
                        .limit(width)
                        .map(row -> Arrays.copyOf(row, width))
                        .toArray(double[][]::new);
            }
        }
        return new Cholesky(Arrays.copyOf(information, width), SINGULAR).inverse();
    }
}
