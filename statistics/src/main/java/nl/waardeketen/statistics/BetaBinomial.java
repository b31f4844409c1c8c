// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * Shrinkage of proportions without case mix: r ~ binomial(n, p), p ~ Beta(a, b), so that the mean of p given r is
 * (r + a)/(n + a + b). Maximum likelihood of a and b by the beta-binomial distribution (Griffiths 1973, Biometrics 29:637),
 * as mean a/(a + b) and a + b.
 *
 * <p>Limits of use: from few units a + b is hardly known.
 *
 * @param mean a/(a + b)
 * @param size a + b; positive infinity is a valid answer: no more variation than chance gives
 * @param logLikelihood with binomial constants left out
 */
public record BetaBinomial(double mean, double size, double logLikelihood) {
    private static final double LEAST = Math.log(1e-3);
    private static final double MOST = Math.log(1e8);
    private static final double FARTHEST = 20;

    public static BetaBinomial fit(double[] events, double[] patients) {
        double rate = sum(events) / sum(patients);
        if (!(rate > 0 && rate < 1)) {
            return new BetaBinomial(rate, Double.POSITIVE_INFINITY, 0);
        }
        double size = Math.exp(Peak.between(LEAST, MOST, log -> {
            double at = Math.exp(log);
            return logLikelihood(events, patients, mean(events, patients, at), at);
        }));
        double mean = mean(events, patients, size);
        double reached = logLikelihood(events, patients, mean, size);
        double flat = sum(events) * Math.log(rate) + (sum(patients) - sum(events)) * Math.log1p(-rate);
        return reached > flat + 1e-9 * (1 + Math.abs(flat))
                ? new BetaBinomial(mean, size, reached)
                : new BetaBinomial(rate, Double.POSITIVE_INFINITY, flat);
    }

    public double a() {
        return mean * size;
    }

    public double b() {
        return (1 - mean) * size;
    }

    /** Shrunken rate of a unit. */
    public double rate(double events, double patients) {
        return Double.isInfinite(size) ? mean : (events + a()) / (patients + size);
    }

    private static double mean(double[] events, double[] patients, double size) {
        double logit =
                Peak.between(-FARTHEST, FARTHEST, x -> logLikelihood(events, patients, 1 / (1 + Math.exp(-x)), size));
        return 1 / (1 + Math.exp(-logit));
    }

    private static double logLikelihood(double[] events, double[] patients, double mean, double size) {
        double a = mean * size;
        double b = (1 - mean) * size;
        double each = LogBeta.value(a, b);
        return IntStream.range(0, events.length)
                .mapToDouble(unit -> LogBeta.value(events[unit] + a, patients[unit] - events[unit] + b) - each)
                .sum();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
