// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** How often an own interval holds the truth: exactly for events, averaged over neighbouring sizes; simulated for amounts. */
record IntervalCoverage(String what, String way, double size, double share) {
    private static final int NEIGHBOURS = 41;
    private static final double WIDTH = 0.15;

    static IntervalCoverage ofCounts(String way, double expected, DoubleFunction<Interval> interval) {
        double share = neighbours(expected, mean -> {
            var chance = PoissonDistribution.of(mean);
            return IntStream.rangeClosed(0, (int) (mean + 20 + 12 * Math.sqrt(mean)))
                    .filter(events -> !interval.apply(events).excludes(mean))
                    .mapToDouble(chance::probability)
                    .sum();
        });
        return new IntervalCoverage("count", way, expected, share);
    }

    static IntervalCoverage ofProportions(double rate, int patients) {
        double share = neighbours(rate, near -> {
            double own = Math.min(near, 0.995);
            var chance = BinomialDistribution.of(patients, own);
            return IntStream.rangeClosed(0, patients)
                    .filter(events -> !OwnInterval.wilson(events, patients).excludes(own))
                    .mapToDouble(chance::probability)
                    .sum();
        });
        return new IntervalCoverage("proportion " + rate, "wilson", patients, share);
    }

    private static double neighbours(double centre, DoubleUnaryOperator coverage) {
        return IntStream.range(0, NEIGHBOURS)
                .mapToDouble(i -> centre * (1 - WIDTH + 2 * WIDTH * i / (NEIGHBOURS - 1)))
                .map(coverage)
                .average()
                .orElseThrow();
    }

    /** Of amounts whose mean is 1. */
    static IntervalCoverage ofAmounts(
            CalibrationRegion region, String way, int patients, int times, Function<UnitTotals, Interval> interval) {
        var random = new SplittableRandom(20260503);
        long held = IntStream.range(0, times)
                .mapToObj(i -> region.drawOne(patients, random))
                .filter(unit -> !interval.apply(unit).excludes(1))
                .count();
        return new IntervalCoverage(region.name(), way, patients, (double) held / times);
    }
}
