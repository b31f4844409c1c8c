// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/**
 * What all other units let us expect of one: where it would lie if it belonged to them. Given a standard deviation τ
 * between units, the unit lies S + T² around the others: chance in the unit and in the others, and the differences between
 * units. Over τ is averaged by what the others tell of it (Marshall &amp; Spiegelhalter 2007, Bayesian Analysis 2:409).
 *
 * <p>What does not depend on what the unit is seen to have is computed once, as limits are found by trying.
 */
final class Others {
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
        away = new double[targets.length];
        places = new double[targets.length];
        for (int i = 0; i < targets.length; i++) {
            away[i] = Double.isFinite(pooled) ? pooled - targets[i] : 0;
            places[i] = unit.chance().place(unit, targets[i]);
        }
    }

    /** How far the unit lies from the others, as a normal score. */
    double z() {
        return z(unit);
    }

    /** The same, had it been seen otherwise. */
    double z(Evidence seen) {
        var chance = seen.chance();
        double shift = chance.shift(seen, together);
        if (!Double.isFinite(shift)) {
            return 0;
        }
        double mean = chance.expected(seen, shift);
        double ofOthers = chance.expected(together, shift);
        double own = 1 / chance.information(seen, mean);
        double others = 1 / chance.information(together, ofOthers);
        double variance = own + others;
        double root = Math.sqrt(Math.max(0, chance.deviance(seen, mean) + chance.deviance(together, ofOthers)));
        double skewness =
                (chance.asymmetry(seen, mean) * own * own - chance.asymmetry(together, ofOthers) * others * others)
                        / Math.pow(variance, 1.5);
        double score = Math.copySign(root, seen.observed() - mean) + skewness / 6;
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
            double tail = Normal.tail(Math.abs(z));
            above += weights[i] * (z > 0 ? tail : 1 - tail);
            below += weights[i] * (z > 0 ? 1 - tail : tail);
            weighted += weights[i] * z;
        }
        double least = Math.min(above, below);
        double size = least > Double.MIN_NORMAL ? Normal.beyond(least) : Math.abs(weighted);
        return above < below ? size : -size;
    }

    /**
     * The ratios of observed over expected at which the scores for watching and for a signal are reached, up to {@code most}.
     * Found on the scale of square roots, where the score is nearly a straight line.
     */
    Limits limits(double most) {
        double furthest = Math.sqrt(most);
        double from = Math.min(1, furthest);
        var score = new Secant(this::at, 0, furthest);
        var start = new Secant.Point(from, at(from), 2 * Math.sqrt(unit.information()));
        var low = score.reach(-Normal.WATCH, start);
        var high = score.reach(Normal.WATCH, start);
        return new Limits(
                squared(low, high),
                squared(
                        score.reach(-Normal.SIGNAL, low.value() == -Normal.WATCH ? low : start),
                        score.reach(Normal.SIGNAL, high.value() == Normal.WATCH ? high : start)));
    }

    private static Interval squared(Secant.Point low, Secant.Point high) {
        return new Interval(low.place() * low.place(), high.place() * high.place());
    }

    private double at(double root) {
        return z(unit.observing(root * root * unit.expected()));
    }
}
