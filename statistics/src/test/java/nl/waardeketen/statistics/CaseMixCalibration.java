// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the figures and the picture of the method note on calibration with case mix, {@code
 * docs/methods/calibration-case-mix.csv} and {@code .svg}. Takes a few minutes; started by hand, as {@link CalibrationReport}.
 */
final class CaseMixCalibration {
    private static final int UNITS_PER_SCENARIO = 14_000;
    private static final long SEED = 20261130;
    static final List<Double> SPREADS = List.of(0.0, 0.1, 0.2, 0.5);
    static final List<Integer> UNITS = List.of(20, 70);

    private CaseMixCalibration() {}

    static List<SimulatedOutcome> outcomes(double spread) {
        return List.of(
                new SimulatedOutcome("proportion 5 %", Kind.PROPORTION, 0.05, spread),
                new SimulatedOutcome("proportion 30 %", Kind.PROPORTION, 0.30, spread),
                new SimulatedOutcome("count", Kind.COUNT, 0.40, spread),
                new SimulatedOutcome("gamma cost", Kind.COST, 5_000, spread));
    }

    public static void main(String[] arguments) throws IOException {
        var folder = ReferenceFolder.repository().resolve(Path.of("docs", "methods"));
        var trials = new ArrayList<CaseMixTrial>();
        for (int units : UNITS) {
            for (double spread : SPREADS) {
                outcomes(spread)
                        .forEach(outcome ->
                                trials.addAll(CaseMixTrial.both(outcome, units, UNITS_PER_SCENARIO / units, SEED)));
            }
        }
        var csv = new StringBuilder(
                "outcome,units,true_differences_sd,way,judged,own_interval_holds_truth,holds_error,false_signal,"
                        + "false_signal_error,beyond_95\n");
        trials.forEach(trial -> csv.append(line(trial)));
        Files.writeString(folder.resolve("calibration-case-mix.csv"), csv);
        Files.writeString(folder.resolve("calibration-case-mix.svg"), CaseMixPicture.of(trials));
    }

    private static String line(CaseMixTrial trial) {
        return String.format(
                Locale.ROOT,
                "%s,%d,%s,%s,%.0f,%.5f,%.5f,%.5f,%.5f,%.5f%n",
                trial.outcome.name(),
                trial.hospitals,
                trial.outcome.spread(),
                trial.calibrated ? "calibrated" : "default",
                trial.signals.hospitals(),
                trial.holdsTruth.value(),
                trial.holdsTruth.error(),
                trial.signals.value(),
                trial.signals.error(),
                trial.watched.value());
    }
}
