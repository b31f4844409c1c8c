// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Centre and limits of a segment of a control chart.
 *
 * @param widths distance of the limits from the centre at each point; {@code NaN} where there are none
 * @param basis points that were used
 * @param sigmaZ how many times as much as chance alone events vary; {@code NaN} for measurements
 */
record ProcessEstimate(double centre, double[] widths, int basis, double sigmaZ) {
    private static final double SIGMAS = 3;

    /** Three sigmas per mean moving range, as the NHS and most textbooks round 3/1.128. */
    private static final double ROUNDED = 2.66;

    static ProcessEstimate of(List<Measurement> segment, ChartRules rules) {
        var basis = segment.stream()
                .limit(rules.baseline() == null ? Integer.MAX_VALUE : rules.baseline())
                .filter(point -> !point.excluded())
                .toList();
        return rules.type().countsEvents() ? ofEvents(segment, basis, rules) : ofValues(segment, basis, rules);
    }

    private static ProcessEstimate ofValues(List<Measurement> segment, List<Measurement> basis, ChartRules rules) {
        var values = basis.stream().mapToDouble(Measurement::ratio).toArray();
        var widths = new double[segment.size()];
        if (rules.type() == ChartType.RUN) {
            Arrays.fill(widths, Double.NaN);
            return new ProcessEstimate(median(values), widths, values.length, Double.NaN);
        }
        double range = rules.screening() ? MovingRanges.screenedMean(values) : MovingRanges.mean(values);
        Arrays.fill(
                widths, rules.school() == RuleSchool.NHS ? ROUNDED * range : SIGMAS * range / MovingRanges.PER_SIGMA);
        return new ProcessEstimate(mean(values), widths, values.length, Double.NaN);
    }

    private static ProcessEstimate ofEvents(List<Measurement> segment, List<Measurement> basis, ChartRules rules) {
        double centre = basis.stream().mapToDouble(Measurement::value).sum()
                / basis.stream().mapToDouble(Measurement::denominator).sum();
        var z = basis.stream()
                .mapToDouble(point -> (point.ratio() - centre) / sigma(point, centre, rules.type()))
                .toArray();
        double sigmaZ = MovingRanges.mean(z) / MovingRanges.PER_SIGMA;
        var widths = segment.stream()
                .mapToDouble(point -> SIGMAS * sigma(point, centre, rules.type()))
                .map(width -> rules.type().isLaney() && width > 0 ? width * sigmaZ : width)
                .toArray();
        return new ProcessEstimate(centre, widths, basis.size(), sigmaZ);
    }

    /** The standard deviation by chance alone: binomial or Poisson. */
    private static double sigma(Measurement point, double centre, ChartType type) {
        double variance = type.isProportion() ? centre * Math.max(0, 1 - centre) : centre;
        return Math.sqrt(variance / point.denominator());
    }

    /** Summed twice, so that the mean of equal values is that value. */
    private static double mean(double[] values) {
        double first = Arrays.stream(values).average().orElse(Double.NaN);
        return first
                + Arrays.stream(values).map(value -> value - first).average().orElse(Double.NaN);
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length == 0
                ? Double.NaN
                : sorted.length % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
    }

    Interval limits(int point) {
        return new Interval(centre - widths[point], centre + widths[point]);
    }
}
