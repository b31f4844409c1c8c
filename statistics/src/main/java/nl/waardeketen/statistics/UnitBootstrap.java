// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Percentile interval of a ratio of sums by resampling the patients of one unit with replacement (Efron &amp; Tibshirani
 * 1993, An Introduction to the Bootstrap, §13.3): quantiles 2.5 % and 97.5 %, type 7, of Σy* / Σμ* in 1,000 resamples.
 *
 * <p>Every unit starts from the same seed and its patients are put in order first, so that the interval of a unit depends
 * on its own patients alone.
 */
final class UnitBootstrap {
    static final int RESAMPLES = 1_000;
    private static final long SEED = 20_240_229;
    private static final double TAIL = 0.025;

    private UnitBootstrap() {}

    /**
     * Interval of Σy/Σμ for groups of {@code rows} patients who each have this amount and this expected amount; none when
     * nothing was observed.
     */
    static Interval ofRatio(double[] rows, double[] amount, double[] expected) {
        var order = IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> amount[i]).thenComparingDouble(i -> expected[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int patients = (int) Arrays.stream(rows).sum();
        var amounts = new double[patients];
        var expecteds = new double[patients];
        int end = 0;
        for (int group : order) {
            int start = end;
            end += (int) rows[group];
            Arrays.fill(amounts, start, end, amount[group]);
            Arrays.fill(expecteds, start, end, expected[group]);
        }
        if (patients == 0 || amounts[patients - 1] == 0) {
            return Interval.NONE;
        }
        var ratios = new double[RESAMPLES];
        var random = new SplittableRandom(SEED);
        Arrays.setAll(ratios, i -> resampled(amounts, expecteds, random));
        return new Interval(Quantiles.type7(ratios, TAIL), Quantiles.type7(ratios, 1 - TAIL));
    }

    private static double resampled(double[] amounts, double[] expecteds, SplittableRandom random) {
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < amounts.length; i++) {
            int drawn = random.nextInt(amounts.length);
            observed += amounts[drawn];
            expected += expecteds[drawn];
        }
        return observed / expected;
    }
}
