// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Runs of points on one side of the centre, against what chance would give (Anhøj & Olesen 2014, PLoS ONE 9:e113825):
 * a run is too long above round(log2 n) + 3 (Schilling 2012), crossings are too few below the 5 % quantile of the
 * binomial distribution of n − 1 with probability one half (Chen 2010).
 *
 * @param useful points off the centre, n
 * @param longest length of the longest run
 * @param longestUsual longest run that is no signal
 * @param crossings times that a run ends and another begins
 * @param fewestUsual fewest crossings that are no signal
 */
public record RunsAnalysis(int useful, int longest, int longestUsual, int crossings, int fewestUsual) {
    private static final double TAIL = 0.05;

    /** Of the sides of successive points: 1 above, −1 below, 0 on the centre. */
    static RunsAnalysis of(int[] sides) {
        int useful = 0;
        int longest = 0;
        int crossings = 0;
        int length = 0;
        int last = 0;
        for (int side : sides) {
            if (side == 0) {
                continue;
            }
            useful++;
            crossings += last != 0 && side != last ? 1 : 0;
            length = side == last ? length + 1 : 1;
            longest = Math.max(longest, length);
            last = side;
        }
        return new RunsAnalysis(useful, longest, longestUsual(useful), crossings, fewestUsual(useful));
    }

    private static int longestUsual(int useful) {
        return useful == 0 ? 0 : (int) Math.rint(Math.log(useful) / Math.log(2)) + 3;
    }

    private static int fewestUsual(int useful) {
        return useful < 2 ? 0 : BinomialDistribution.of(useful - 1, 0.5).inverseCumulativeProbability(TAIL);
    }

    public boolean hasLongRun() {
        return longest > longestUsual;
    }

    public boolean hasFewCrossings() {
        return crossings < fewestUsual;
    }
}
