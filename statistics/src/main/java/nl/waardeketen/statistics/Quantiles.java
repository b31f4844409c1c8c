// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Sample quantiles by linear interpolation at 1 + (n − 1)p, type 7 of Hyndman &amp; Fan (1996, The American
 * Statistician 50:361), R's default.
 */
public final class Quantiles {
    private Quantiles() {}

    /** Quantile of the values, which need not be sorted. */
    public static double type7(double[] values, double p) {
        var ascending = sorted(values);
        return interpolated(ascending.length, p, place -> ascending[(int) place]);
    }

    /** Quantiles of values that each occur a whole number of times, as if they were written out. */
    public static double[] type7(double[] values, double[] times, double[] ps) {
        var ascending = sorted(values);
        var upTo = new double[ascending.length];
        for (int i = 0; i < values.length; i++) {
            upTo[Arrays.binarySearch(ascending, values[i])] += times[i];
        }
        Arrays.parallelPrefix(upTo, Double::sum);
        return DoubleStream.of(ps)
                .map(p -> interpolated(upTo[upTo.length - 1], p, place -> ascending[firstAbove(upTo, place)]))
                .toArray();
    }

    private static double[] sorted(double[] values) {
        var ascending = values.clone();
        Arrays.parallelSort(ascending);
        return ascending;
    }

    /** Between the values at two places, which count from zero. */
    private static double interpolated(double count, double p, DoubleUnaryOperator valueAt) {
        if (!(count > 0)) {
            throw new IllegalArgumentException("no values to take a quantile of");
        }
        double position = (count - 1) * p;
        double place = Math.floor(position + 4 * Math.ulp(position));
        double below = valueAt.applyAsDouble(place);
        double above = valueAt.applyAsDouble(Math.min(place + 1, count - 1));
        return below + Math.max(0, position - place) * (above - below);
    }

    private static int firstAbove(double[] ascending, double place) {
        int found = Arrays.binarySearch(ascending, place + 0.5);
        return found < 0 ? -found - 1 : found;
    }
}
