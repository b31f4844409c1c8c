// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Two-sided 95 % confidence intervals of what one unit observed, without reference to others. */
public final class OwnInterval {
    private static final double TAIL = 0.025;
    /** Of the standard normal distribution, where it leaves that much. */
    private static final double DENSITY_AT_TAIL = 0.058;

    private static final double AMOUNT_ERRORS = 1.96;

    private OwnInterval() {}

    /** Exact interval of a Poisson count (Garwood 1936, Biometrika 28:437). */
    public static Interval poisson(double observed) {
        double low = observed > 0 ? ChiSquared.lower(2 * observed, TAIL) / 2 : 0;
        double high = ChiSquared.upper(2 * (observed + 1), TAIL) / 2;
        return new Interval(low, high);
    }

    /**
     * Mid-P interval of a Poisson count (Cohen &amp; Yang 1994, Statistics in Medicine 13:2201): at either end half of the
     * chance of the observed count itself goes with the tail, so that it holds the truth about as often as promised, where
     * the exact one holds it more often.
     */
    static Interval poissonMidP(double observed) {
        var exact = poisson(observed);
        double low = observed == 0
                ? 0
                : crossing(exact.low(), observed, exact.low(), TAIL, mean -> upperTail(observed, mean));
        double high = crossing(observed, exact.high(), exact.high(), -TAIL, mean -> -lowerTail(observed, mean));
        return new Interval(low, high);
    }

    private static double lowerTail(double observed, double mean) {
        double fewer = observed == 0 ? 0 : RegularizedGamma.Q.value(observed, mean);
        return (fewer + RegularizedGamma.Q.value(observed + 1, mean)) / 2;
    }

    private static double upperTail(double observed, double mean) {
        return (RegularizedGamma.P.value(observed, mean) + RegularizedGamma.P.value(observed + 1, mean)) / 2;
    }

    /** Where a rising tail reaches a value; it begins as steeply as that of a normal distribution. */
    private static double crossing(double low, double high, double start, double value, DoubleUnaryOperator tail) {
        double slope = DENSITY_AT_TAIL / Math.sqrt(start);
        return new Secant(tail, low, high)
                .reach(value, new Secant.Point(start, tail.applyAsDouble(start), slope))
                .place();
    }

    /** Score interval of a proportion (Wilson 1927, JASA 22:209); none without patients. */
    public static Interval wilson(double events, double patients) {
        if (!(patients > 0)) {
            return Interval.NONE;
        }
        double z = Normal.TWO_SIDED_95;
        double rate = events / patients;
        double shrink = 1 + z * z / patients;
        double centre = (rate + z * z / (2 * patients)) / shrink;
        double half = z * Math.sqrt(rate * (1 - rate) / patients + z * z / (4 * patients * patients)) / shrink;
        return new Interval(events == 0 ? 0 : centre - half, events == patients ? 1 : centre + half);
    }

    /**
     * Interval of O/E when O is a sum of amounts: exp(ln r ± 1.96 √(Σ(y − rμ)²)/O), r = O/E, by the delta method from
     * what the patients of the unit differ among themselves; or that of the bootstrap where patients were resampled. None
     * when nothing was observed or expected.
     *
     * <p>Limits of use: too narrow for a handful of patients, and without width for one.
     */
    static Interval ofAmounts(UnitTotals unit) {
        var spread = unit.spread();
        double ratio = unit.observed() / unit.expected();
        if (spread == null || !(ratio > 0 && Double.isFinite(ratio))) {
            return Interval.NONE;
        }
        var resampled = spread.resampled();
        if (resampled != null) {
            return resampled.dividedBy(unit.expected());
        }
        double factor = Math.exp(AMOUNT_ERRORS * Math.sqrt(spread.around(ratio)) / unit.observed());
        return new Interval(ratio / factor, ratio * factor);
    }

    /**
     * The same for few patients: r(2.5 − 1.5 ∛(1 ± γq − γ²/6)), γ = 2 √(Σ(y − rμ)² n/(n − 1))/O, q the 97.5 % quantile of
     * Student's t with n − 1 degrees of freedom. It undoes the skewness of the studentised ratio (Hall 1992, JRSS B 54:221),
     * which is taken to be that of gamma amounts, twice their coefficient of variation. None for one patient.
     */
    static Interval ofFewAmounts(UnitTotals unit) {
        var spread = unit.spread();
        double ratio = unit.observed() / unit.expected();
        if (spread == null || unit.n() < 2 || !(ratio > 0 && Double.isFinite(ratio))) {
            return Interval.NONE;
        }
        var resampled = spread.resampled();
        if (resampled != null) {
            return resampled.dividedBy(unit.expected());
        }
        double spare = (double) unit.n() - 1;
        double gamma = 2 * Math.sqrt(spread.around(ratio) * (spare + 1) / spare) / unit.observed();
        double quantile = TDistribution.of(spare).inverseSurvivalProbability(TAIL);
        double low = 2.5 - 1.5 * Math.cbrt(1 + gamma * quantile - gamma * gamma / 6);
        double high = 2.5 - 1.5 * Math.cbrt(1 - gamma * quantile - gamma * gamma / 6);
        return new Interval(ratio * Math.max(0, low), ratio * high);
    }

    /** Exact interval of a proportion (Clopper &amp; Pearson 1934, Biometrika 26:404); none without patients. */
    public static Interval clopperPearson(double events, double patients) {
        if (!(patients > 0)) {
            return Interval.NONE;
        }
        double low = events == 0
                ? 0
                : BetaDistribution.of(events, patients - events + 1).inverseCumulativeProbability(TAIL);
        double high = events == patients
                ? 1
                : BetaDistribution.of(events + 1, patients - events).inverseSurvivalProbability(TAIL);
        return new Interval(low, high);
    }
}
