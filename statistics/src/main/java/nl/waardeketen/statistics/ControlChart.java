// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Statistical process control of one measure in time: a centre, limits of common variation, and for every point the rule
 * by which it is more than that. Segments are computed apart; moving ranges and runs do not cross from one to the next.
 *
 * <p>XmR: mean ± 2.66 × mean moving range with the rules of the NHS, ± 3/1.128 with those of Anhøj (Shewhart; Nelson
 * 1982; NHS Making Data Count). p: θ ± 3√(θ(1−θ)/n); u: u ± 3√(u/n); c: c ± 3√c; p′ and u′: the same times the mean moving
 * range of z over 1.128 (Laney 2002, Quality Engineering 14:531). Run chart: the median.
 *
 * <p>Limits of use: successive points must be independent and in order of time; a chart says that something changed, not
 * what.
 *
 * @param points in the order of time
 * @param segments in the same order; one unless the process was rebased
 */
public record ControlChart(ChartRules rules, List<ChartPoint> points, List<ChartSegment> segments) {

    public ControlChart {
        points = List.copyOf(points);
        segments = List.copyOf(segments);
    }

    /** Makes the chart of measurements in the order of time. */
    public static ControlChart of(List<Measurement> measurements, ChartRules rules) {
        var points = new ArrayList<ChartPoint>();
        var segments = new ArrayList<ChartSegment>();
        for (int from = 0; from < measurements.size(); from = points.size()) {
            int until = from + 1;
            while (until < measurements.size() && !measurements.get(until).startsSegment()) {
                until++;
            }
            segments.add(addSegment(measurements.subList(from, until), rules, points));
        }
        return new ControlChart(rules, points, segments);
    }

    private static ChartSegment addSegment(List<Measurement> segment, ChartRules rules, List<ChartPoint> points) {
        var estimate = ProcessEstimate.of(segment, rules);
        var values = segment.stream().mapToDouble(Measurement::ratio).toArray();
        var taking = IntStream.range(0, values.length)
                .filter(i -> !segment.get(i).excluded())
                .toArray();
        var judge = new SegmentJudge(values, estimate);
        var found = judge.judge(rules.school(), taking);
        int from = points.size();
        for (int i = 0; i < values.length; i++) {
            var limits = estimate.limits(i);
            points.add(new ChartPoint(
                    values[i],
                    estimate.centre(),
                    limits,
                    limits.within(rules.type().possible()),
                    found[i],
                    segment.get(i).excluded() ? Judgement.EXCLUDED : found[i].judgement(rules.better())));
        }
        var sides = judge.sides();
        var runs = RunsAnalysis.of(IntStream.of(taking).map(i -> sides[i]).toArray());
        return new ChartSegment(from, points.size(), estimate.basis(), estimate.centre(), estimate.sigmaZ(), runs);
    }

    /**
     * Whether the process meets a target without change: it lies beyond the limits of the last point. Empty for a measure
     * without desired direction and for a chart without limits.
     */
    public Optional<Assurance> assurance(double target) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        var limits = points.get(points.size() - 1).limits();
        if (Double.isNaN(limits.low())) {
            return Optional.empty();
        }
        if (!limits.excludes(target)) {
            return Optional.of(Assurance.HIT_AND_MISS);
        }
        if (rules.better() == null) {
            return Optional.empty();
        }
        boolean easy = (target < limits.low()) == (rules.better() == Better.UP);
        return Optional.of(easy ? Assurance.CONSISTENTLY_PASSES : Assurance.CONSISTENTLY_FAILS);
    }
}
