// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the figures and the picture of the method note on calibration, {@code docs/methods/calibration-*.csv} and
 * {@code calibration.svg}. Takes some minutes; started by hand after a change in the methods, as {@link SimulationReport}.
 */
final class CalibrationReport {
    private static final int UNITS_PER_SCENARIO = 5_000;
    private static final int AMOUNTS = 20_000;
    private static final long SEED = 20260503;
    static final List<Double> SPREADS = List.of(0.0, 0.1, 0.2, 0.5);
    static final List<Integer> UNITS = List.of(10, 20, 50, 70);
    static final List<Integer> SIZES = List.of(10, 20, 40, 80, 160, 320, 1000);

    private CalibrationReport() {}

    public static void main(String[] arguments) throws IOException {
        var folder = ReferenceFolder.repository().resolve(Path.of("docs", "methods"));
        var coverage = coverage();
        write(
                folder.resolve("calibration-coverage.csv"),
                "outcome,interval,size,holds_truth",
                coverage.stream()
                        .map(each -> String.format(
                                Locale.ROOT, "%s,%s,%.0f,%.5f", each.what(), each.way(), each.size(), each.share()))
                        .toList());
        var trials = trials();
        write(
                folder.resolve("calibration-signals.csv"),
                "outcome,units,true_differences_sd,outliers,ratio_of_outliers,outlier_share,way,judged,false_signal,"
                        + "false_signal_error,false_high,beyond_95,outlier_found,own_interval_of_first_holds_one",
                trials.stream().map(CalibrationReport::line).toList());
        Files.writeString(folder.resolve("calibration.svg"), CalibrationPicture.of(coverage, trials));
    }

    private static void write(Path file, String header, List<String> lines) throws IOException {
        Files.writeString(file, header + "\n" + String.join("\n", lines) + "\n");
    }

    private static List<IntervalCoverage> coverage() {
        var all = new ArrayList<IntervalCoverage>();
        for (int size : SIZES) {
            all.add(IntervalCoverage.ofCounts("exact", size, OwnInterval::poisson));
            all.add(IntervalCoverage.ofCounts("mid-p", size, OwnInterval::poissonMidP));
            for (double rate : List.of(0.03, 0.1, 0.3, 0.65, 0.85)) {
                all.add(IntervalCoverage.ofProportions(rate, size));
            }
            for (var name : List.of("gamma", "zeros", "lognormal")) {
                var region = CalibrationRegion.of(name, Kind.COST, 1, 1, 0);
                all.add(IntervalCoverage.ofAmounts(region, "formula", size, AMOUNTS, OwnInterval::ofAmounts));
                all.add(IntervalCoverage.ofAmounts(region, "few amounts", size, AMOUNTS, OwnInterval::ofFewAmounts));
            }
        }
        return all;
    }

    static List<CalibrationRegion> outcomes(int units, double spread) {
        return List.of(
                CalibrationRegion.of("3 %", Kind.PROPORTION, 0.03, units, spread),
                CalibrationRegion.of("30 %", Kind.PROPORTION, 0.30, units, spread),
                CalibrationRegion.of("count", Kind.COUNT, 0.40, units, spread),
                CalibrationRegion.of("gamma", Kind.COST, 1, units, spread));
    }

    private static List<CalibrationTrial> trials() {
        var regions = new ArrayList<CalibrationRegion>();
        for (int units : UNITS) {
            SPREADS.forEach(spread -> regions.addAll(outcomes(units, spread)));
        }
        var delirium = CalibrationRegion.of("30 %", Kind.PROPORTION, 0.30, 6, 0);
        regions.add(delirium);
        regions.add(delirium.withOutliers(1, 2.2, 0.25));
        regions.add(delirium.withOutliers(1, 1, 0.25));
        regions.add(delirium.withOutliers(1, 1, 0.5));
        regions.add(CalibrationRegion.of("30 %", Kind.PROPORTION, 0.30, 2, 0).withOutliers(1, 2.2, 0.5));
        for (int units : List.of(10, 20, 70)) {
            for (double spread : List.of(0.0, 0.1, 0.2)) {
                var region = CalibrationRegion.of("30 %", Kind.PROPORTION, 0.30, units, spread);
                regions.add(region.withOutliers(1, 2.2, 0));
                regions.add(region.withOutliers(2, 2.2, 0));
            }
        }
        var trials = new ArrayList<CalibrationTrial>();
        for (var region : regions) {
            int times = Math.max(400, UNITS_PER_SCENARIO / region.units());
            trials.add(CalibrationTrial.of(region, times, SEED, false));
            trials.add(CalibrationTrial.of(region, times, SEED, true));
        }
        return trials;
    }

    private static String line(CalibrationTrial trial) {
        var region = trial.region;
        return String.format(
                Locale.ROOT,
                "%s,%d,%s,%d,%s,%s,%s,%.0f,%.5f,%.5f,%.5f,%.5f,%s,%.5f",
                region.name(),
                region.units(),
                region.spread(),
                region.outliers(),
                region.effect(),
                region.outlierSize(),
                trial.calibrated ? "calibrated" : "default",
                trial.falseSignals.hospitals(),
                trial.falseSignals.value(),
                trial.falseSignals.error(),
                trial.falseHigh.value(),
                trial.falseWatch.value(),
                region.outliers() == 0 ? "" : String.format(Locale.ROOT, "%.4f", trial.found.value()),
                trial.firstHoldsOne.value());
    }
}
