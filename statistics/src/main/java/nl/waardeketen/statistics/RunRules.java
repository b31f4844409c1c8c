// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rules that tell special cause from common cause, on successive points of one segment. All are symmetric: turned
 * upside down, the same points break them the other way.
 */
final class RunRules {
    private static final int SEVEN = 7;

    private RunRules() {}

    /** Of each point whether it belongs to seven or more successive points that rise (1) or fall (−1); a tie ends a trend. */
    static int[] trends(double[] values) {
        var trends = new int[values.length];
        var steps = IntStream.range(1, values.length)
                .map(i -> Double.compare(values[i], values[i - 1]))
                .toArray();
        for (int from = 0; from < steps.length; ) {
            int until = endOfRun(steps, from);
            // The last point of a trend that turns into another belongs to the second, which is marked later.
            if (steps[from] != 0 && until - from >= SEVEN - 1) {
                Arrays.fill(trends, from, until + 1, Integer.signum(steps[from]));
            }
            from = until;
        }
        return trends;
    }

    /** Of each point whether it belongs to at least this many successive points on one side; 0 is on the centre. */
    static int[] runs(int[] sides, int fewest) {
        var runs = new int[sides.length];
        for (int from = 0; from < sides.length; ) {
            int until = endOfRun(sides, from);
            if (until - from >= fewest) {
                Arrays.fill(runs, from, until, sides[from]);
            }
            from = until;
        }
        return runs;
    }

    static int[] sevenOnOneSide(int[] sides) {
        return runs(sides, SEVEN);
    }

    /** Of each point near a limit whether it is one of at least two such out of three that are all on its side. */
    static int[] twoOfThree(boolean[] near, int[] sides) {
        var found = new int[near.length];
        for (int from = 0; from + 2 < near.length; from++) {
            int side = sides[from];
            boolean oneSide = side != 0 && sides[from + 1] == side && sides[from + 2] == side;
            int first = from;
            if (oneSide
                    && IntStream.range(first, first + 3).filter(i -> near[i]).count() >= 2) {
                IntStream.range(first, first + 3).filter(i -> near[i]).forEach(i -> found[i] = side);
            }
        }
        return found;
    }

    private static int endOfRun(int[] values, int from) {
        int until = from + 1;
        while (until < values.length && values[until] == values[from]) {
            until++;
        }
        return until;
    }
}
