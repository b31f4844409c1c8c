// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/** How often innocent units and outliers are signalled in many made-up regions. */
final class CalibrationTrial {
    final CalibrationRegion region;
    final Share falseSignals = new Share();
    final Share falseHigh = new Share();
    final Share falseWatch = new Share();
    final Share found = new Share();

    private CalibrationTrial(CalibrationRegion region) {
        this.region = region;
    }

    static CalibrationTrial of(CalibrationRegion region, int regions, long seed, boolean calibrated) {
        Function<List<UnitTotals>, Comparison> judge = totals -> Comparison.of(
                region.kind(),
                totals,
                calibrated
                        ? ComparisonRules.calibrated(region.kind(), false)
                        : ComparisonRules.defaults(region.kind(), false));
        var random = new SplittableRandom(seed);
        var seeds = IntStream.range(0, regions).mapToObj(i -> random.split()).toList();
        return seeds.parallelStream()
                .map(own -> {
                    var trial = new CalibrationTrial(region);
                    trial.add(judge.apply(region.draw(own)));
                    return trial;
                })
                .reduce(new CalibrationTrial(region), CalibrationTrial::plus);
    }

    private void add(Comparison comparison) {
        double[] counts = new double[6];
        for (int i = 0; i < comparison.units().size(); i++) {
            var signal = comparison.units().get(i).signal();
            if (signal == Signal.TOO_FEW) {
                continue;
            }
            boolean high = signal == Signal.SIGNAL_HIGH;
            boolean signalled = high || signal == Signal.SIGNAL_LOW;
            if (i < region.outliers()) {
                counts[0]++;
                counts[1] += signalled ? 1 : 0;
            } else {
                counts[2]++;
                counts[3] += signalled ? 1 : 0;
                counts[4] += high ? 1 : 0;
                counts[5] += signal == Signal.NONE ? 0 : 1;
            }
        }
        found.add(counts[1], counts[0]);
        falseSignals.add(counts[3], counts[2]);
        falseHigh.add(counts[4], counts[2]);
        falseWatch.add(counts[5], counts[2]);
    }

    private CalibrationTrial plus(CalibrationTrial other) {
        var sum = new CalibrationTrial(region);
        for (var each : List.of(this, other)) {
            sum.falseSignals.add(each.falseSignals);
            sum.falseHigh.add(each.falseHigh);
            sum.falseWatch.add(each.falseWatch);
            sum.found.add(each.found);
        }
        return sum;
    }

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "%-10s N=%-3d tau=%.2f out=%d  false %5.2f%% ±%.2f (high %5.2f%%) watch %5.1f%%  found %5.1f%%",
                region.name(),
                region.units(),
                region.spread(),
                region.outliers(),
                100 * falseSignals.value(),
                196 * falseSignals.error(),
                100 * falseHigh.value(),
                100 * falseWatch.value(),
                100 * found.value());
    }

    public static void main(String[] arguments) {
        int regions = Integer.parseInt(arguments[0]);
        for (int units : new int[] {2, 6, 10, 20, 50, 70}) {
            for (double tau : units < 10 ? new double[] {0} : new double[] {0, 0.1, 0.2, 0.5}) {
                for (var base : List.of(
                        CalibrationRegion.of("3%", Kind.PROPORTION, 0.03, units, tau),
                        CalibrationRegion.of("10%", Kind.PROPORTION, 0.10, units, tau),
                        CalibrationRegion.of("30%", Kind.PROPORTION, 0.30, units, tau),
                        CalibrationRegion.of("90%", Kind.PROPORTION, 0.90, units, tau),
                        CalibrationRegion.of("count", Kind.COUNT, 0.40, units, tau),
                        CalibrationRegion.of("gamma", Kind.COST, 1, units, tau),
                        CalibrationRegion.of("lognormal", Kind.COST, 1, units, tau))) {
                    for (int outliers : new int[] {0, 1, 2}) {
                        if ((arguments.length > 1 && !base.name().matches(arguments[1]))
                                || (outliers > 1 && units < 10)
                                || (outliers > 0 && tau > 0.2)) {
                            continue;
                        }
                        var region = base.withOutliers(
                                outliers, base.kind().isAmount() ? 1.3 : 2.2, units == 6 ? 0.25 : units == 2 ? .5 : 0);
                        int times = regions * 10 / units;
                        System.out.println("default    " + of(region, times, 1, false));
                        System.out.println("calibrated " + of(region, times, 1, true));
                    }
                }
            }
        }
    }
}
