// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.function.DoubleUnaryOperator;

/** The highest place of a smooth function of one number: by a grid, then by golden sections around its best point. */
final class Peak {
    private static final int GRID = 60;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int MOST_SECTIONS = 80;
    private static final double NARROW = 1e-10;

    private Peak() {}

    static double between(double low, double high, DoubleUnaryOperator function) {
        double step = (high - low) / GRID;
        double best = low;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= GRID; i++) {
            double value = function.applyAsDouble(low + i * step);
            if (value > highest) {
                highest = value;
                best = low + i * step;
            }
        }
        return sectioned(Math.max(low, best - step), Math.min(high, best + step), function);
    }

    private static double sectioned(double from, double to, DoubleUnaryOperator function) {
        double low = from;
        double high = to;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = function.applyAsDouble(left);
        double atRight = function.applyAsDouble(right);
        for (int i = 0; i < MOST_SECTIONS && high - low > NARROW; i++) {
            if (atLeft >= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = function.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = function.applyAsDouble(right);
            }
        }
        return (low + high) / 2;
    }
}
