// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Sample quantiles by linear interpolation at 1 + (n − 1)p, type 7 of Hyndman &amp; Fan (1996, The American
 * Statistician 50:361), R's default.
 */
public final class Quantiles {
    private Quantiles() {}

    /** Quantile of the values, which need not be sorted. */
    public static double type7(double[] values, double p) {
        return ofSorted(sorted(values.clone()), p);
    }

    /** Quantiles of values that each occur a whole number of times, as if they were written out. */
    public static double[] type7(double[] values, double[] times, double[] ps) {
        var writtenOut = new double[(int) DoubleStream.of(times).sum()];
        int end = 0;
        for (int i = 0; i < values.length; i++) {
            int start = end;
            end += (int) times[i];
            Arrays.fill(writtenOut, start, end, values[i]);
        }
        sorted(writtenOut);
        return DoubleStream.of(ps).map(p -> ofSorted(writtenOut, p)).toArray();
    }

    private static double[] sorted(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values to take a quantile of");
        }
        Arrays.parallelSort(values);
        return values;
    }

    private static double ofSorted(double[] sorted, double p) {
        double position = (sorted.length - 1) * p;
        int below = (int) Math.floor(position + 4 * Math.ulp(position));
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + Math.max(0, position - below) * (sorted[above] - sorted[below]);
    }
}
