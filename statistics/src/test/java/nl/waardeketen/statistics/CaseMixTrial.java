// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What own intervals and signals hold in many made-up regions with case mix, the model fitted anew in each. All hospitals
 * belong to one population, however much they differ, so that every signal is false.
 */
final class CaseMixTrial {
    final SimulatedOutcome outcome;
    final int hospitals;
    final boolean calibrated;

    /** Own 95 % intervals that hold the true ratio: the mean of the hospital's patients over that by the true model. */
    final Share holdsTruth = new Share();

    final Share signals = new Share();
    final Share watched = new Share();

    private CaseMixTrial(SimulatedOutcome outcome, int hospitals, boolean calibrated) {
        this.outcome = outcome;
        this.hospitals = hospitals;
        this.calibrated = calibrated;
    }

    /** The default way of judging and the calibrated one, on the same regions. */
    static List<CaseMixTrial> both(SimulatedOutcome outcome, int hospitals, int regions, long seed) {
        double intercept = SimulatedRegion.intercept(outcome);
        var random = new SplittableRandom(seed);
        var seeds = IntStream.range(0, regions).mapToObj(i -> random.split()).toList();
        return seeds.parallelStream()
                .map(own -> judged(outcome, SimulatedRegion.draw(outcome, hospitals, intercept, own)))
                .reduce(CaseMixTrial::plus)
                .orElseThrow();
    }

    private static List<CaseMixTrial> judged(SimulatedOutcome outcome, SimulatedRegion region) {
        var kind = outcome.kind();
        var cohort = region.cells().cohort();
        var totals = cohort.totals(cohort.fit(kind), IntervalMethod.ANALYTIC);
        return List.of(
                new CaseMixTrial(outcome, totals.size(), false)
                        .add(Comparison.of(kind, totals, ComparisonRules.defaults(kind, true)), region),
                new CaseMixTrial(outcome, totals.size(), true)
                        .add(Comparison.of(kind, totals, ComparisonRules.calibrated(kind, true)), region));
    }

    private CaseMixTrial add(Comparison comparison, SimulatedRegion region) {
        int judged = 0;
        int signalled = 0;
        int beyond = 0;
        int held = 0;
        for (int i = 0; i < comparison.units().size(); i++) {
            var unit = comparison.units().get(i);
            var signal = unit.signal();
            if (signal != Signal.TOO_FEW) {
                judged++;
                beyond += signal == Signal.NONE ? 0 : 1;
                signalled += signal == Signal.SIGNAL_HIGH || signal == Signal.SIGNAL_LOW ? 1 : 0;
                held += unit.own().excludes(region.trueMean()[i] / region.standard()[i]) ? 0 : 1;
            }
        }
        signals.add(signalled, judged);
        watched.add(beyond, judged);
        holdsTruth.add(held, judged);
        return this;
    }

    private static List<CaseMixTrial> plus(List<CaseMixTrial> left, List<CaseMixTrial> right) {
        return IntStream.range(0, left.size())
                .mapToObj(i -> left.get(i).plus(right.get(i)))
                .toList();
    }

    private CaseMixTrial plus(CaseMixTrial other) {
        var sum = new CaseMixTrial(outcome, hospitals, calibrated);
        for (var each : List.of(this, other)) {
            sum.holdsTruth.add(each.holdsTruth);
            sum.signals.add(each.signals);
            sum.watched.add(each.watched);
        }
        return sum;
    }
}
