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
    /** As a logarithm, whatever the root that still divides it. */
    private static final double FAR_BELOW = 2 * Math.log(NEGLIGIBLE);

    private static final double SMALLEST_RATE = 1e-9;

    private final List<Evidence> units;
    private final double[] taus;
    private final double[] logPrior;
    private final List<Share> shares;
    private final Share nobody;
    private final boolean[] in;
    private Share together;

    /** All these units; when {@code alike}, τ is taken to be zero. */
    BetweenUnits(List<Evidence> units, boolean alike) {
        this.units = units;
        var normal = units.stream().mapToDouble(Evidence::normalDeviation).toArray();
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
        shares = IntStream.range(0, units.size())
                .mapToObj(unit -> Share.of(units.get(unit), normal[unit], taus))
                .toList();
        in = new boolean[units.size()];
        Arrays.fill(in, true);
        nobody = Share.none(units.get(0).chance(), taus.length);
        together = nobody;
        shares.forEach(share -> together = together.plus(share, 1));
    }

    /**
     * What a unit, or several together, add to the likelihood at each τ; {@code weights} are one over the variance, the
     * deviations and squares weighted by it; {@code rest} is the logarithms of the variances and the weighted squares.
     */
    private record Share(Evidence evidence, double[] weights, double[] deviations, double[] normals, double[] rest) {

        static Share of(Evidence unit, double normal, double[] taus) {
            var share = none(unit, taus.length);
            for (int i = 0; i < taus.length; i++) {
                double variance = 1 / unit.information() + taus[i] * taus[i];
                share.weights[i] = 1 / variance;
                share.deviations[i] = unit.deviation() / variance;
                share.normals[i] = normal / variance;
                share.rest[i] = Math.log(variance) + normal * normal / variance;
            }
            return share;
        }

        static Share none(Chance chance, int taus) {
            return none(new Evidence(chance, 0, 0, 0), taus);
        }

        private static Share none(Evidence evidence, int taus) {
            return new Share(evidence, new double[taus], new double[taus], new double[taus], new double[taus]);
        }

        Share plus(Share other, int sign) {
            return new Share(
                    evidence.plus(other.evidence, sign),
                    sum(weights, other.weights, sign),
                    sum(deviations, other.deviations, sign),
                    sum(normals, other.normals, sign),
                    sum(rest, other.rest, sign));
        }

        private static double[] sum(double[] values, double[] others, int sign) {
            var sum = new double[values.length];
            for (int i = 0; i < sum.length; i++) {
                sum[i] = values[i] + sign * others[i];
            }
            return sum;
        }
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
        in[unit] = false;
        together = together.plus(shares.get(unit), -1);
    }

    boolean has(int unit) {
        return in[unit];
    }

    /** All units that are left against this one, itself not included. */
    Others against(int unit) {
        return others(units.get(unit), in[unit] ? shares.get(unit) : nobody);
    }

    private Others others(Evidence unit, Share itself) {
        var left = Share.sum(together.weights, itself.weights, -1);
        var normals = Share.sum(together.normals, itself.normals, -1);
        var weight = Share.sum(together.rest, itself.rest, -1);
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < weight.length; i++) {
            weight[i] = logPrior[i] - (weight[i] - normals[i] * normals[i] / left[i]) / 2;
            highest = Math.max(highest, weight[i]);
        }
        double most = 0;
        for (int i = 0; i < weight.length; i++) {
            double above = weight[i] - highest;
            weight[i] = above < FAR_BELOW ? 0 : Math.exp(above) / Math.sqrt(left[i]);
            most = Math.max(most, weight[i]);
        }
        var kept = new int[taus.length];
        int count = 0;
        double sum = 0;
        for (int i = 0; i < taus.length; i++) {
            if (weight[i] > NEGLIGIBLE * most) {
                kept[count++] = i;
                sum += weight[i];
            }
        }
        var evidence = together.evidence.plus(itself.evidence, -1);
        var chances = new double[count];
        var between = new double[count];
        var targets = new double[count];
        for (int j = 0; j < count; j++) {
            int i = kept[j];
            chances[j] = weight[i] / sum;
            between[j] = taus[i] == 0 ? 0 : taus[i] * taus[i] + Math.max(0, 1 / left[i] - 1 / evidence.information());
            targets[j] = target((together.deviations[i] - itself.deviations[i]) / left[i], evidence.chance());
        }
        return new Others(unit, evidence, chances, between, targets);
    }

    private static double target(double mean, Chance chance) {
        return chance == Chance.BINOMIAL ? mean : Math.log(Math.max(SMALLEST_RATE, 1 + mean));
    }
}
