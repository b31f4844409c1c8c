// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How often innocent units and outliers are signalled in many made-up regions, and own intervals hold the true ratio. */
final class CalibrationTrial {
    final CalibrationRegion region;
    final boolean calibrated;
    final Share falseSignals = new Share();
    final Share falseHigh = new Share();
    final Share falseWatch = new Share();
    final Share found = new Share();
    final Share firstHoldsOne = new Share();

    private CalibrationTrial(CalibrationRegion region, boolean calibrated) {
        this.region = region;
        this.calibrated = calibrated;
    }

    static CalibrationTrial of(CalibrationRegion region, int regions, long seed, boolean calibrated) {
        var random = new SplittableRandom(seed);
        var seeds = IntStream.range(0, regions).mapToObj(i -> random.split()).toList();
        var rules = calibrated
                ? ComparisonRules.calibrated(region.kind(), false)
                : ComparisonRules.defaults(region.kind(), false);
        return seeds.parallelStream()
                .map(own -> {
                    var trial = new CalibrationTrial(region, calibrated);
                    trial.add(Comparison.of(region.kind(), region.draw(own), rules));
                    return trial;
                })
                .reduce(new CalibrationTrial(region, calibrated), CalibrationTrial::plus);
    }

    private void add(Comparison comparison) {
        var judged = comparison.units().stream()
                .filter(unit -> unit.signal() != Signal.TOO_FEW)
                .toList();
        var outliers = judged.stream().filter(this::isOutlier).toList();
        var innocent = judged.stream().filter(unit -> !isOutlier(unit)).toList();
        found.add(count(outliers, Signal.SIGNAL_HIGH, Signal.SIGNAL_LOW), outliers.size());
        falseSignals.add(count(innocent, Signal.SIGNAL_HIGH, Signal.SIGNAL_LOW), innocent.size());
        falseHigh.add(count(innocent, Signal.SIGNAL_HIGH), innocent.size());
        falseWatch.add(innocent.size() - count(innocent, Signal.NONE), innocent.size());
        firstHoldsOne.add(comparison.units().get(0).own().excludes(1) ? 0 : 1, 1);
    }

    private boolean isOutlier(ComparedUnit unit) {
        return Integer.parseInt(unit.totals().unit().substring(1)) < region.outliers();
    }

    private static double count(List<ComparedUnit> units, Signal... signals) {
        return (double) units.stream()
                .filter(unit -> List.of(signals).contains(unit.signal()))
                .count();
    }

    private CalibrationTrial plus(CalibrationTrial other) {
        var sum = new CalibrationTrial(region, calibrated);
        for (var each : List.of(this, other)) {
            sum.falseSignals.add(each.falseSignals);
            sum.falseHigh.add(each.falseHigh);
            sum.falseWatch.add(each.falseWatch);
            sum.found.add(each.found);
            sum.firstHoldsOne.add(each.firstHoldsOne);
        }
        return sum;
    }
}
