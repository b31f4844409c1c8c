// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What chance does to the total of a unit, on the natural scale of its model: the log of the rate for counts and amounts,
 * the log odds for proportions. A proportion of unlike patients is taken as the binomial with the same mean and variance,
 * an amount as the gamma with the same mean and variance.
 */
enum Chance {
    POISSON {
        @Override
        double expected(Evidence unit, double shift) {
            return unit.expected() * Math.exp(shift);
        }

        @Override
        double information(Evidence unit, double mean) {
            return mean;
        }

        @Override
        double asymmetry(Evidence unit, double mean) {
            return 1;
        }

        @Override
        double deviance(Evidence unit, double mean) {
            return 2 * (relative(unit.observed(), mean) - (unit.observed() - mean));
        }

        @Override
        double position(Evidence unit) {
            return Math.log(unit.observed() + HALF);
        }

        @Override
        double place(Evidence unit, double shift) {
            return Math.log(expected(unit, shift) + HALF);
        }
    },

    BINOMIAL {
        @Override
        double expected(Evidence unit, double shift) {
            double trials = unit.trials();
            double odds = Math.exp(shift) * unit.expected() / (trials - unit.expected());
            return trials * odds / (1 + odds);
        }

        @Override
        double information(Evidence unit, double mean) {
            return mean * (1 - mean / unit.trials());
        }

        @Override
        double asymmetry(Evidence unit, double mean) {
            return 1 - 2 * mean / unit.trials();
        }

        @Override
        double deviance(Evidence unit, double mean) {
            double trials = unit.trials();
            double events = Math.min(unit.observed(), trials);
            return 2 * (relative(events, mean) + relative(trials - events, trials - mean));
        }

        @Override
        double position(Evidence unit) {
            double trials = unit.trials();
            double events = Math.min(unit.observed(), trials);
            return Math.log((events + HALF) / (trials - events + HALF));
        }

        @Override
        double place(Evidence unit, double shift) {
            double trials = unit.trials();
            double mean = expected(unit, shift);
            return Math.log((mean + HALF) / (trials - mean + HALF));
        }
    },

    /** Of totals in units of their own dispersion: observed and expected are both divided by variance / expected. */
    GAMMA {
        @Override
        double expected(Evidence unit, double shift) {
            return unit.expected() * Math.exp(shift);
        }

        @Override
        double information(Evidence unit, double mean) {
            return unit.expected();
        }

        @Override
        double asymmetry(Evidence unit, double mean) {
            return 2;
        }

        @Override
        double deviance(Evidence unit, double mean) {
            double ratio = unit.observed() / mean;
            return 2 * unit.expected() * (ratio - 1 - Math.log(ratio));
        }

        @Override
        double position(Evidence unit) {
            return Math.log(unit.observed() / unit.expected());
        }

        @Override
        double place(Evidence unit, double shift) {
            return shift;
        }
    };

    private static final double HALF = 0.5;
    private static final int MOST_STEPS = 60;
    private static final double CLOSE = 1e-14;

    static Chance of(Kind kind) {
        if (kind.isAmount()) {
            return GAMMA;
        }
        return kind == Kind.PROPORTION ? BINOMIAL : POISSON;
    }

    /** Expected total when the rate, or the odds, of every patient are e^shift times as high. */
    abstract double expected(Evidence unit, double shift);

    /** One over the variance of the estimated shift, where the expected total is {@code mean}. */
    abstract double information(Evidence unit, double mean);

    /** Third cumulant of the total over its variance, there. */
    abstract double asymmetry(Evidence unit, double mean);

    /** Twice the log-likelihood ratio of the unit's own rate against the one that expects {@code mean}. */
    abstract double deviance(Evidence unit, double mean);

    /** Where the unit lies on the natural scale, finite also without events. */
    abstract double position(Evidence unit);

    /** Where it would lie if it had what it is expected to have at the shift. */
    abstract double place(Evidence unit, double shift);

    /** The shift at which one or two units together expect what they observe. */
    double shift(Evidence one, @Nullable Evidence other) {
        double observed = one.observed() + (other == null ? 0 : other.observed());
        double expected = one.expected() + (other == null ? 0 : other.expected());
        double shift = Math.log(observed / expected);
        if (this != BINOMIAL || !Double.isFinite(shift)) {
            return shift;
        }
        double trials = one.trials() + (other == null ? 0 : other.trials());
        if (observed >= trials) {
            return Double.POSITIVE_INFINITY;
        }
        shift += Math.log((trials - expected) / (trials - observed));
        for (int i = 0; i < MOST_STEPS; i++) {
            double mean = expected(one, shift);
            double otherMean = other == null ? 0 : expected(other, shift);
            double step = (observed - mean - otherMean)
                    / (information(one, mean) + (other == null ? 0 : information(other, otherMean)));
            shift += Math.max(-1, Math.min(1, step));
            if (Math.abs(step) < CLOSE) {
                break;
            }
        }
        return shift;
    }

    /** x ln(x/m), which is zero for x = 0. */
    private static double relative(double observed, double mean) {
        return observed > 0 ? observed * Math.log(observed / mean) : 0;
    }
}
