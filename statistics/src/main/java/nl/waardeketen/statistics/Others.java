// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/**
 * What all other units let us expect of one: where it would lie if it belonged to them. Given a standard deviation τ
 * between units, the unit lies S + T² around the others: chance in the unit and in the others, and the differences between
 * units. Over τ is averaged by what the others tell of it (Marshall &amp; Spiegelhalter 2007, Bayesian Analysis 2:409).
 *
 * <p>What does not depend on what the unit is seen to have is computed once, as limits are found by trying.
 */
final class Others {
    private static final double ROOT2 = Math.sqrt(2);
    private static final int MOST_STEPS = 200;
    private static final double CLOSE = 1e-14;

    private final Evidence unit;
    private final Evidence together;
    private final double[] weights;
    private final double[] between;
    private final double[] away;
    private final double[] places;

    /**
     * The others of a unit.
     *
     * @param together all of them, added up
     * @param weights what they make of each τ; they add up to one
     * @param between T² at each τ
     * @param targets where they lie at each τ, on the natural scale
     */
    Others(Evidence unit, Evidence together, double[] weights, double[] between, double[] targets) {
        this.unit = unit;
        this.together = together;
        this.weights = weights;
        this.between = between;
        double pooled = unit.chance().shift(together, null);
        away = Arrays.stream(targets)
                .map(target -> Double.isFinite(pooled) ? pooled - target : 0)
                .toArray();
        places = Arrays.stream(targets)
                .map(target -> unit.chance().place(unit, target))
                .toArray();
    }

    /** How far the unit lies from the others, as a normal score. */
    double z() {
        return z(unit);
    }

    private double z(Evidence seen) {
        var chance = seen.chance();
        double shift = chance.shift(seen, together);
        if (!Double.isFinite(shift)) {
            return 0;
        }
        double own = 1 / chance.information(seen, shift);
        double others = 1 / chance.information(together, shift);
        double variance = own + others;
        double root = Math.sqrt(Math.max(0, chance.deviance(seen, shift) + chance.deviance(together, shift)));
        double skewness =
                (chance.asymmetry(seen, shift) * own * own - chance.asymmetry(together, shift) * others * others)
                        / Math.pow(variance, 1.5);
        double score = Math.copySign(root, seen.observed() - chance.expected(seen, shift)) + skewness / 6;
        return between.length == 1 && between[0] == 0 ? score : averaged(seen, score, variance);
    }

    private double averaged(Evidence seen, double score, double variance) {
        double position = seen.chance().position(seen);
        double above = 0;
        double below = 0;
        double weighted = 0;
        for (int i = 0; i < weights.length; i++) {
            double share = variance / (variance + between[i]);
            double byChance = score * Math.sqrt(variance) + away[i];
            double distance = share < 1 ? share * byChance + (1 - share) * (position - places[i]) : byChance;
            double z = distance / Math.sqrt(variance + between[i]);
            double tail = Erfc.value(Math.abs(z) / ROOT2) / 2;
            above += weights[i] * (z > 0 ? tail : 1 - tail);
            below += weights[i] * (z > 0 ? 1 - tail : tail);
            weighted += weights[i] * z;
        }
        double least = Math.min(above, below);
        double size = least > Double.MIN_NORMAL ? ROOT2 * InverseErfc.value(2 * least) : Math.abs(weighted);
        return above < below ? size : -size;
    }

    /** The ratio of observed over expected at which the normal score is reached; at most that of {@code most}. */
    Interval ratios(double score, double most) {
        return new Interval(ratio(-score, most), ratio(score, most));
    }

    /** On the scale of square roots, where the score is nearly a straight line. */
    private double ratio(double score, double most) {
        double furthest = Math.sqrt(most);
        double low = 0;
        double high = Math.min(furthest, 1);
        double above = at(high) - score;
        while (high < furthest && above < 0) {
            low = high;
            high = Math.min(furthest, 1.4 * high);
            above = at(high) - score;
        }
        double below = at(low) - score;
        double root = below >= 0 ? low : above <= 0 ? high : root(low, below, high, above, score);
        return root * root;
    }

    /** Between a value below and one above, by the Illinois variant of false position. */
    private double root(double fromLow, double fromBelow, double fromHigh, double fromAbove, double score) {
        double low = fromLow;
        double high = fromHigh;
        double below = fromBelow;
        double above = fromAbove;
        double last = Double.NaN;
        for (int i = 0; i < MOST_STEPS; i++) {
            double straight = high - above * (high - low) / (above - below);
            double next = straight > low && straight < high ? straight : low + (high - low) / 2;
            double miss = at(next) - score;
            if (miss == 0 || next <= low || next >= high || Math.abs(next - last) < CLOSE * next) {
                return next;
            }
            if (miss < 0) {
                low = next;
                below = miss;
                above = last < next ? above / 2 : above;
            } else {
                high = next;
                above = miss;
                below = last > next ? below / 2 : below;
            }
            last = next;
        }
        return low + (high - low) / 2;
    }

    private double at(double root) {
        return z(unit.observing(root * root * unit.expected()));
    }
}
