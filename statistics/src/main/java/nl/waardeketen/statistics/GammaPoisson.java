// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Shrinkage of counts with a given expected number: O ~ Poisson(θE), θ ~ Gamma(a, a) with mean 1 and variance 1/a, so that the
 * mean of θ given the count is (O + a)/(E + a). Maximum likelihood of a, by the negative binomial distribution of O (Clayton
 * &amp; Kaldor 1987, Biometrics 43:671).
 *
 * <p>Limits of use: the expected numbers are taken as known, and from few units a hardly is.
 *
 * @param shape a; positive infinity is a valid answer: no more variation than chance gives
 */
public record GammaPoisson(double shape) {
    private static final double LEAST = Math.log(1e-4);
    private static final double MOST = Math.log(1e8);
    private static final double TAIL = 0.025;

    /** Finds a; units that expect nothing say nothing. */
    public static GammaPoisson fit(double[] observed, double[] expected) {
        double shape = Math.exp(Peak.between(LEAST, MOST, log -> logLikelihood(observed, expected, Math.exp(log))));
        double flat = logLikelihood(observed, expected, Math.exp(MOST));
        boolean more = logLikelihood(observed, expected, shape) > flat + 1e-9 * (1 + Math.abs(flat));
        return new GammaPoisson(more ? shape : Double.POSITIVE_INFINITY);
    }

    /** Standard deviation of the true ratios. */
    public double sd() {
        return 1 / Math.sqrt(shape);
    }

    /** Shrunken ratio of a unit. */
    public double ratio(double observed, double expected) {
        return Double.isInfinite(shape) ? 1 : (observed + shape) / (expected + shape);
    }

    /** The 2.5 % and 97.5 % quantiles of the true ratio given the count. */
    public Interval interval(double observed, double expected) {
        if (Double.isInfinite(shape)) {
            return new Interval(1, 1);
        }
        double freedom = 2 * (observed + shape);
        return new Interval(ChiSquared.lower(freedom, TAIL), ChiSquared.upper(freedom, TAIL))
                .dividedBy(2 * (expected + shape));
    }

    private static double logLikelihood(double[] observed, double[] expected, double shape) {
        return IntStream.range(0, observed.length)
                .filter(unit -> expected[unit] > 0)
                .mapToDouble(unit -> logLikelihood(observed[unit], expected[unit], shape))
                .sum();
    }

    /** Without what does not depend on a. */
    private static double logLikelihood(double observed, double expected, double shape) {
        double rising = observed == 0
                ? 0
                : LogGamma.value(observed) - LogBeta.value(observed, shape) - observed * Math.log(shape);
        return rising - (observed + shape) * Math.log1p(expected / shape);
    }
}
