// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Judges the points of one segment by limits and runs. */
final class SegmentJudge {
    private static final double NEAR = 2.0 / 3;

    /** Rounding may move a centre by a few units in the last place; a point on it must stay there. */
    private static final double ROUNDING = 8;

    private final double[] values;
    private final double[] distances;
    private final double[] widths;
    private final double rounding;

    SegmentJudge(double[] values, ProcessEstimate estimate) {
        this.values = values;
        widths = estimate.widths();
        distances =
                Arrays.stream(values).map(value -> value - estimate.centre()).toArray();
        rounding =
                ROUNDING * Math.ulp(Arrays.stream(values).map(Math::abs).max().orElse(0));
    }

    /** 1 above the centre, −1 below, 0 on it. */
    int[] sides() {
        return IntStream.range(0, values.length).map(i -> beyond(i, 0)).toArray();
    }

    /** Of each point the first rule that it breaks; runs are those of the points that take part. */
    SpecialCause[] judge(RuleSchool school, int[] taking) {
        var rules = new SpecialCause[values.length];
        Arrays.setAll(rules, i -> SpecialCause.limit(beyond(i, widths[i])));
        var sides = sides();
        var found = school == RuleSchool.NHS ? nhs(taking, select(sides, taking)) : anhoej(select(sides, taking));
        for (int i = 0; i < taking.length; i++) {
            if (rules[taking[i]] == SpecialCause.NONE) {
                rules[taking[i]] = found[i];
            }
        }
        return rules;
    }

    private SpecialCause[] nhs(int[] taking, int[] sides) {
        var trends =
                RunRules.trends(IntStream.of(taking).mapToDouble(i -> values[i]).toArray());
        var near = new boolean[taking.length];
        for (int i = 0; i < taking.length; i++) {
            int point = taking[i];
            near[i] = beyond(point, NEAR * widths[point]) != 0 && beyond(point, widths[point]) == 0;
        }
        var twoOfThree = RunRules.twoOfThree(near, sides);
        var sevens = RunRules.sevenOnOneSide(sides);
        var found = new SpecialCause[taking.length];
        Arrays.setAll(
                found,
                i -> trends[i] != 0
                        ? SpecialCause.trend(trends[i])
                        : twoOfThree[i] != 0 ? SpecialCause.twoOfThree(twoOfThree[i]) : SpecialCause.run(sevens[i]));
        return found;
    }

    private static SpecialCause[] anhoej(int[] sides) {
        var runs = RunsAnalysis.of(sides);
        var useful = IntStream.range(0, sides.length).filter(i -> sides[i] != 0).toArray();
        var tooLong = RunRules.runs(select(sides, useful), runs.longestUsual() + 1);
        var found = new SpecialCause[sides.length];
        Arrays.fill(found, SpecialCause.NONE);
        for (int i = 0; i < useful.length; i++) {
            found[useful[i]] = tooLong[i] != 0
                    ? SpecialCause.run(tooLong[i])
                    : runs.hasFewCrossings() ? SpecialCause.FEW_CROSSINGS : SpecialCause.NONE;
        }
        return found;
    }

    /** 1 above, −1 below the line at this distance from the centre; 0 between, and where there is no line. */
    private int beyond(int point, double distance) {
        return distances[point] > distance + rounding ? 1 : distances[point] < -distance - rounding ? -1 : 0;
    }

    private static int[] select(int[] from, int[] indices) {
        return IntStream.of(indices).map(i -> from[i]).toArray();
    }
}
