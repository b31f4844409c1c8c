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
        var levels = sorted(values.clone());
        var until = new long[levels.length];
        for (int i = 0; i < values.length; i++) {
            until[Arrays.binarySearch(levels, values[i])] += (long) times[i];
        }
        Arrays.parallelPrefix(until, Long::sum);
        return DoubleStream.of(ps).map(p -> quantile(levels, until, p)).toArray();
    }

    private static double quantile(double[] levels, long[] until, double p) {
        long last = until[until.length - 1] - 1;
        if (last < 0) {
            throw new IllegalArgumentException("no values to take a quantile of");
        }
        double position = last * p;
        long below = below(position);
        double low = levels[place(until, below)];
        return low + Math.max(0, position - below) * (levels[place(until, Math.min(below + 1, last))] - low);
    }

    /** Index of the value at a rank, from zero: the first with more values up to and with it than the rank. */
    private static int place(long[] until, long rank) {
        int low = 0;
        int high = until.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (until[middle] > rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static long below(double position) {
        return (long) Math.floor(position + 4 * Math.ulp(position));
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
        int below = (int) below(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + Math.max(0, position - below) * (sorted[above] - sorted[below]);
    }
}
