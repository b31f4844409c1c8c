// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds where a rising function reaches a value, by the secant within a bracket: nearly straight functions take three or
 * four tries.
 *
 * @param low where the bracket begins; it may itself be the answer
 * @param high where it ends, perhaps nowhere
 */
record Secant(DoubleUnaryOperator rising, double low, double high) {
    private static final int MOST_STEPS = 200;
    /** Of the last two steps together, about what the next one would still change. */
    private static final double CLOSE = 1e-13;

    /**
     * A place that was tried, or is as close to one as matters.
     *
     * @param value of the function there
     * @param slope of the function there, about
     */
    record Point(double place, double value, double slope) {}

    /** The place where the function reaches the value, or an end of the bracket when that lies beyond it. */
    Point reach(double value, Point start) {
        double below = low;
        double above = high;
        double from = start.place;
        double miss = start.value - value;
        double slope = start.slope;
        double proposed = from - miss / slope;
        for (int step = 0; step < MOST_STEPS && miss != 0; step++) {
            below = miss < 0 ? from : below;
            above = miss < 0 ? above : from;
            double place = between(below, above, proposed);
            double there = rising.applyAsDouble(place) - value;
            boolean atAnEnd = there > 0 ? place == low : place == high;
            if (atAnEnd || place == from) {
                return new Point(place, there + value, slope);
            }
            slope = (there - miss) / (place - from);
            proposed = place - there / slope;
            boolean close = Math.abs((proposed - place) * (place - from)) <= CLOSE * place * place;
            if (close && Double.isFinite(slope)) {
                return new Point(proposed, value, slope);
            }
            from = place;
            miss = there;
        }
        return new Point(from, miss + value, slope);
    }

    /** Where to look next: as proposed if that is inside, at an end that was not tried yet, or half-way. */
    private double between(double below, double above, double proposed) {
        if (above == Double.POSITIVE_INFINITY) {
            return proposed > below ? Math.min(proposed, 2 * below) : 2 * below;
        }
        if ((proposed <= low && below == low) || (proposed >= high && above == high)) {
            return proposed <= low ? low : high;
        }
        return proposed > below && proposed < above ? proposed : (below + above) / 2;
    }
}
