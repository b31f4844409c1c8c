// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;

/** Mean of the absolute differences between successive values. */
final class MovingRanges {
    /** Upper limit of a moving range as a multiple of their mean: 1 + 3 d3/d2 for two values. */
    private static final double LIMIT = 3.267;

    /** Mean moving range of independent normal values with standard deviation 1. */
    static final double PER_SIGMA = 1.128;

    private MovingRanges() {}

    /** {@code NaN} for fewer than two values. */
    static double mean(double[] values) {
        return mean(of(values), Double.POSITIVE_INFINITY);
    }

    /**
     * The mean without ranges that are too large to be common variation (Nelson 1982, J Quality Technology 14:172). Where
     * only equal values are left, all ranges count: limits without width would judge every point.
     */
    static double screenedMean(double[] values) {
        var ranges = of(values);
        double mean = mean(ranges, Double.POSITIVE_INFINITY);
        double screened = mean(ranges, LIMIT * mean);
        return screened > 0 ? screened : mean;
    }

    private static double[] of(double[] values) {
        var ranges = new double[Math.max(0, values.length - 1)];
        Arrays.setAll(ranges, i -> Math.abs(values[i + 1] - values[i]));
        return ranges;
    }

    private static double mean(double[] ranges, double below) {
        return Arrays.stream(ranges).filter(range -> range < below).average().orElse(Double.NaN);
    }
}
