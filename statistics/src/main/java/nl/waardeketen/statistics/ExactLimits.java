// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.HashMap;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Funnel limits that follow from chance alone, on the ratio scale around target 1.
 *
 * <p>Counts: χ²(p; 2E)/2E and χ²(1−p; 2(E+1))/2E. Proportions: the binomial quantile interpolated after Spiegelhalter
 * (2005, Statistics in Medicine 24:1185), limit = r − (F(r) − p)/(F(r) − F(r−1)), for the binomial with the same mean
 * and variance as the observed total, p′ = 1 − V/E and n′ = E/p′; F by the incomplete beta function, so that n′ need
 * not be whole. Without case mix n′ is the number of patients and the formula is Spiegelhalter's own.
 *
 * <p>Limits of use: a sum of unequal Bernoulli variables is only approximately binomial; the approximation matches two
 * moments and errs to the safe side in the tails.
 */
public final class ExactLimits {
    private static final double WATCH_TAIL = 0.025;
    private static final double SIGNAL_TAIL = 0.001;
    private static final double RAREST = 1e-9;

    private ExactLimits() {}

    /** Limits of observed over expected for a count with this expected value. */
    public static Limits ofCount(double expected) {
        if (!(expected > 0)) {
            return Limits.NONE;
        }
        return new Limits(count(expected, WATCH_TAIL), count(expected, SIGNAL_TAIL));
    }

    /** Limits of observed over expected for a number of events with this expected value and variance, of n patients. */
    public static Limits ofProportion(double expected, double variance, double n) {
        if (!(expected > 0 && variance > 0)) {
            return Limits.NONE;
        }
        double probability = Math.max(RAREST, 1 - variance / expected);
        double trials = expected / probability;
        return new Limits(
                proportion(trials, probability, WATCH_TAIL, n).dividedBy(expected),
                proportion(trials, probability, SIGNAL_TAIL, n).dividedBy(expected));
    }

    private static Interval count(double expected, double tail) {
        double lower = ChiSquared.lower(2 * expected, tail);
        double upper = ChiSquared.upper(2 * (expected + 1), tail);
        return new Interval(lower, upper).dividedBy(2 * expected);
    }

    private static Interval proportion(double trials, double probability, double tail, double n) {
        double lower = interpolated(trials, probability, tail, false);
        double upper = interpolated(trials, probability, tail, true);
        return new Interval(Math.max(0, lower), Math.min(n, Math.max(0, upper)));
    }

    /** The interpolated quantile at p = tail, or at p = 1 − tail with all differences taken in the upper tail. */
    private static double interpolated(double trials, double probability, double tail, boolean upper) {
        var tried = new HashMap<Double, Double>();
        DoubleUnaryOperator cumulative =
                r -> tried.computeIfAbsent(r, events -> cumulative(events, trials, probability, upper));
        double r = quantile(trials, probability, tail, upper, cumulative);
        double at = cumulative.applyAsDouble(r);
        double before = cumulative.applyAsDouble(r - 1);
        return r - (at - tail) / (at - before);
    }

    /** Found from where the normal distribution puts it, since every try costs a continued fraction. */
    private static double quantile(
            double trials, double probability, double tail, boolean upper, DoubleUnaryOperator cumulative) {
        DoublePredicate isReached =
                r -> upper ? cumulative.applyAsDouble(r) <= tail : cumulative.applyAsDouble(r) >= tail;
        double z = upper ? Normal.beyond(tail) : -Normal.beyond(tail);
        double mean = trials * probability;
        double guess = mean + z * Math.sqrt(mean * (1 - probability)) + (z * z - 1) * (1 - 2 * probability) / 6;
        double last = Math.ceil(trials);
        double low = Math.max(-1, Math.min(last - 1, Math.floor(guess)));
        double high = low + 1;
        for (double step = 1; low > -1 && isReached.test(low); step *= 2) {
            high = low;
            low = Math.max(-1, low - step);
        }
        for (double step = 1; high < last && !isReached.test(high); step *= 2) {
            low = high;
            high = Math.min(last, high + step);
        }
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            if (isReached.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** P(X ≤ r), or P(X &gt; r) for the upper tail. */
    private static double cumulative(double r, double trials, double probability, boolean upper) {
        if (r < 0) {
            return upper ? 1 : 0;
        }
        if (r >= trials) {
            return upper ? 0 : 1;
        }
        return upper
                ? RegularizedBeta.value(probability, r + 1, trials - r)
                : RegularizedBeta.complement(probability, r + 1, trials - r);
    }
}
