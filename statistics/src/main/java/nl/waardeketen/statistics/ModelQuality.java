// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well the fitted probabilities of a model agree with what happened to the same patients (Steyerberg 2019, Clinical
 * Prediction Models, ch. 15).
 *
 * <p>Limits of use: on the patients the model was fitted on. Slope 1 and intercept 0 then say that it was fitted by maximum
 * likelihood, not that it would hold elsewhere.
 *
 * @param brier mean of (y − p)² over patients (Brier 1950, Monthly Weather Review 78:1), 0 to 1, lower is better
 * @param scaledBrier 1 − Brier / r(1 − r), r the overall rate: 0 is no better than the rate for everybody, 1 is perfect
 * @param calibrationIntercept of the logistic regression of y on logit p
 * @param calibrationSlope its slope, {@code NaN} when all have the same p
 * @param groups tenths of the patients by fitted probability
 */
public record ModelQuality(
        double brier, double scaledBrier, double calibrationIntercept, double calibrationSlope, List<Group> groups) {
    /** Below this a model is said to be barely better than chance in telling patients apart. */
    public static final double BARELY_DISCRIMINATES = 0.6;

    private static final int GROUPS = 10;
    private static final int MOST_STEPS = 50;
    private static final double CONVERGED = 1e-12;

    /**
     * Patients whose fitted probabilities lie between two deciles (type 7), ties together.
     *
     * @param n patients
     * @param observed share with the event
     * @param expected mean fitted probability
     * @param interval 95 % of the observed share (Wilson)
     */
    public record Group(long n, double observed, double expected, Interval interval) {}

    public ModelQuality {
        groups = List.copyOf(groups);
    }

    /** Of the fitted probability of each pattern. */
    static ModelQuality of(Patterns patterns, double[] probabilities) {
        double patients = Arrays.stream(patterns.weight()).sum();
        double squares = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double p = probabilities[i];
            squares += patterns.observed()[i] * (1 - p) * (1 - p)
                    + (patterns.weight()[i] - patterns.observed()[i]) * p * p;
        }
        double brier = squares / patients;
        double rate = patterns.overallRate();
        var line = line(patterns, probabilities);
        return new ModelQuality(
                brier, 1 - brier / (rate * (1 - rate)), line[0], line[1], groups(patterns, probabilities));
    }

    /** Intercept and slope by Newton's method, from where the model is right. */
    private static double[] line(Patterns patterns, double[] probabilities) {
        double intercept = 0;
        double slope = 1;
        for (int step = 0; step < MOST_STEPS; step++) {
            var sums = new double[5];
            for (int i = 0; i < probabilities.length; i++) {
                double x = Math.log(probabilities[i] / (1 - probabilities[i]));
                double p = 1 / (1 + Math.exp(-intercept - slope * x));
                double residual = patterns.observed()[i] - patterns.weight()[i] * p;
                double weight = patterns.weight()[i] * p * (1 - p);
                sums[0] += residual;
                sums[1] += x * residual;
                sums[2] += weight;
                sums[3] += weight * x;
                sums[4] += weight * x * x;
            }
            double determinant = sums[2] * sums[4] - sums[3] * sums[3];
            if (!(determinant > CONVERGED * sums[2] * sums[4])) {
                return new double[] {Double.NaN, Double.NaN};
            }
            double first = (sums[4] * sums[0] - sums[3] * sums[1]) / determinant;
            double second = (sums[2] * sums[1] - sums[3] * sums[0]) / determinant;
            intercept += first;
            slope += second;
            if (Math.abs(first) + Math.abs(second) < CONVERGED) {
                return new double[] {intercept, slope};
            }
        }
        return new double[] {Double.NaN, Double.NaN};
    }

    private static List<Group> groups(Patterns patterns, double[] probabilities) {
        var rounded = Arrays.stream(probabilities).map(CStatistic::rounded).toArray();
        var cuts = new double[GROUPS - 1];
        Arrays.setAll(cuts, i -> (i + 1.0) / GROUPS);
        var ends = Quantiles.type7(rounded, patterns.weight(), cuts);
        var sums = new double[GROUPS][3];
        for (int i = 0; i < rounded.length; i++) {
            int group = 0;
            while (group < ends.length && rounded[i] > ends[group]) {
                group++;
            }
            sums[group][0] += patterns.weight()[i];
            sums[group][1] += patterns.observed()[i];
            sums[group][2] += patterns.weight()[i] * probabilities[i];
        }
        var groups = new ArrayList<Group>();
        for (var sum : sums) {
            if (sum[0] > 0) {
                groups.add(new Group(
                        Math.round(sum[0]), sum[1] / sum[0], sum[2] / sum[0], OwnInterval.wilson(sum[1], sum[0])));
            }
        }
        return groups;
    }
}
