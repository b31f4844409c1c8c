// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What units tell about the standard deviation τ between them: its likelihood on a grid after integrating over their mean
 * (as restricted maximum likelihood does), times a half-Cauchy prior (Gelman 2006, Bayesian Analysis 1:515) whose scale is
 * a multiple of the median standard error. Sums over all units, from which one is taken out again to judge it.
 */
final class BetweenUnits {
    private static final double PRIOR_SCALE = 1.5;
    private static final int EVEN_STEPS = 12;
    private static final double GROWTH = 1.25;
    private static final double FURTHEST = 30;
    private static final double NEGLIGIBLE = 1e-7;
    private static final double SMALLEST_RATE = 1e-9;

    private final List<Evidence> units;
    private final double[] taus;
    private final double[] logPrior;
    private final double[] normal;
    private final double[][] variances;
    private final double[][] logVariances;
    private Evidence together;
    private final double[] weights;
    private final double[] deviations;
    private final double[] normals;
    private final double[] squares;
    private final double[] logs;
    private final boolean[] in;

    /** All these units; when {@code alike}, τ is taken to be zero. */
    BetweenUnits(List<Evidence> units, boolean alike) {
        this.units = units;
        normal = units.stream().mapToDouble(Evidence::normalDeviation).toArray();
        double scale = Quantiles.type7(
                units.stream()
                        .mapToDouble(unit -> 1 / Math.sqrt(unit.information()))
                        .toArray(),
                0.5);
        taus = alike ? new double[1] : grid(scale, normal);
        logPrior = new double[taus.length];
        for (int i = 0; i < taus.length && !alike; i++) {
            double width = (taus[Math.min(i + 1, taus.length - 1)] - taus[Math.max(i - 1, 0)]) / 2;
            double relative = taus[i] / (PRIOR_SCALE * scale);
            logPrior[i] = Math.log(width) - Math.log1p(relative * relative);
        }
        variances = units.stream().map(this::variances).toArray(double[][]::new);
        logVariances = Arrays.stream(variances)
                .map(own -> Arrays.stream(own).map(Math::log).toArray())
                .toArray(double[][]::new);
        together = new Evidence(units.get(0).chance(), 0, 0, 0);
        weights = new double[taus.length];
        deviations = new double[taus.length];
        normals = new double[taus.length];
        squares = new double[taus.length];
        logs = new double[taus.length];
        in = new boolean[units.size()];
        IntStream.range(0, units.size()).forEach(unit -> add(unit, 1));
    }

    private double[] variances(Evidence unit) {
        return Arrays.stream(taus)
                .map(tau -> 1 / unit.information() + tau * tau)
                .toArray();
    }

    private static double[] grid(double scale, double[] deviations) {
        var summary = Arrays.stream(deviations).filter(Double::isFinite).summaryStatistics();
        double last = Math.max(FURTHEST * scale, 3 * (summary.getMax() - summary.getMin()));
        var even = IntStream.rangeClosed(0, EVEN_STEPS).mapToDouble(i -> 2 * scale * i / EVEN_STEPS);
        int more = (int) Math.ceil(Math.log(last / (2 * scale)) / Math.log(GROWTH));
        var growing = IntStream.rangeClosed(1, more).mapToDouble(i -> 2 * scale * Math.pow(GROWTH, i));
        return DoubleStream.concat(even, growing).toArray();
    }

    /** Takes a unit out of what the others are. */
    void leaveOut(int unit) {
        add(unit, -1);
    }

    boolean has(int unit) {
        return in[unit];
    }

    private void add(int unit, int sign) {
        var own = units.get(unit);
        in[unit] = sign > 0;
        var sum = together;
        together = new Evidence(
                sum.chance(),
                sum.observed() + sign * own.observed(),
                sum.expected() + sign * own.expected(),
                sum.information() + sign * own.information());
        for (int i = 0; i < taus.length; i++) {
            double variance = variances[unit][i];
            weights[i] += sign / variance;
            deviations[i] += sign * own.deviation() / variance;
            normals[i] += sign * normal[unit] / variance;
            squares[i] += sign * normal[unit] * normal[unit] / variance;
            logs[i] += sign * logVariances[unit][i];
        }
    }

    /** All units that are left against this one, itself not included. */
    Others against(int unit) {
        boolean included = in[unit];
        if (included) {
            add(unit, -1);
        }
        var others = others(units.get(unit));
        if (included) {
            add(unit, 1);
        }
        return others;
    }

    private Others others(Evidence unit) {
        var weight = new double[taus.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < taus.length; i++) {
            weight[i] = logPrior[i]
                    - (logs[i] + Math.log(weights[i]) + squares[i] - normals[i] * normals[i] / weights[i]) / 2;
            highest = Math.max(highest, weight[i]);
        }
        var kept = new int[taus.length];
        int count = 0;
        double sum = 0;
        for (int i = 0; i < taus.length; i++) {
            weight[i] = Math.exp(weight[i] - highest);
            if (weight[i] > NEGLIGIBLE) {
                kept[count++] = i;
                sum += weight[i];
            }
        }
        var shares = new double[count];
        var between = new double[count];
        var targets = new double[count];
        for (int j = 0; j < count; j++) {
            shares[j] = weight[kept[j]] / sum;
            between[j] = between(kept[j]);
            targets[j] = target(kept[j]);
        }
        return new Others(unit, together, shares, between, targets);
    }

    private double between(int i) {
        return taus[i] == 0 ? 0 : taus[i] * taus[i] + Math.max(0, 1 / weights[i] - 1 / together.information());
    }

    private double target(int i) {
        double mean = deviations[i] / weights[i];
        return together.chance() == Chance.BINOMIAL ? mean : Math.log(Math.max(SMALLEST_RATE, 1 + mean));
    }
}
