// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import nl.waardeketen.statistics.SimulatedRegions.Findings;
import nl.waardeketen.statistics.SimulatedRegions.Judge;

/**
 * Writes the figures and the picture of the method note on adjustment, {@code docs/methods/adjustment-simulation.csv}
 * and {@code .svg}. Takes some minutes; started by hand after a change in the methods, from the root of the repository:
 *
 * <pre>./mvnw -q -pl statistics test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp statistics/target/classes:statistics/target/test-classes:$(cat statistics/target/classpath) \
 *     nl.waardeketen.statistics.SimulationReport</pre>
 */
final class SimulationReport {
    private static final int REGIONS = 2_000;
    private static final int REGIONS_WITH_DIFFERENCES = 600;
    private static final double DIFFERENCES = 0.2;
    private static final long SEED = 20260501;
    private static final String HEADER = "outcome,kind,rate,true_differences_sd,regions,judge,hospitals_judged,"
            + "signal,signal_error,signal_high,signal_high_error,signal_low,signal_low_error,"
            + "beyond_95,beyond_95_error,phi,phi_error,tau2,tau2_error,true_tau2,"
            + "own_interval_holds_truth,own_interval_error,own_interval_where_judged,own_interval_where_judged_error,"
            + "own_interval_holds_one,own_interval_holds_one_error";

    private SimulationReport() {}

    public static void main(String[] arguments) throws IOException {
        var without = simulate(0, REGIONS);
        var with = simulate(DIFFERENCES, REGIONS_WITH_DIFFERENCES);
        var folder = ReferenceFolder.repository().resolve(Path.of("docs", "methods"));
        Files.createDirectories(folder);
        var lines = new ArrayList<>(List.of(HEADER));
        without.forEach(findings -> addLines(findings, lines));
        with.forEach(findings -> addLines(findings, lines));
        Files.writeString(folder.resolve("adjustment-simulation.csv"), String.join("\n", lines) + "\n");
        Files.writeString(folder.resolve("adjustment-simulation.svg"), SimulationPicture.of(without, with));
    }

    private static List<Findings> simulate(double differences, int regions) {
        return SimulatedOutcome.all(differences).stream()
                .map(outcome -> SimulatedRegions.simulate(outcome, regions, SEED))
                .toList();
    }

    private static void addLines(Findings findings, List<String> lines) {
        for (var judge : Judge.values()) {
            lines.add(line(findings, judge));
        }
    }

    private static String line(Findings findings, Judge judge) {
        var outcome = findings.outcome;
        var judgements = findings.by(judge);
        var about = String.format(
                Locale.ROOT,
                "%s,%s,%s,%s,%d,%s,%.0f",
                outcome.name(),
                outcome.kind().name().toLowerCase(Locale.ROOT),
                outcome.rate(),
                outcome.spread(),
                findings.regions,
                judge.name().toLowerCase(Locale.ROOT),
                judgements.signal.hospitals());
        return about
                + numbers(judgements.signal)
                + numbers(judgements.signalHigh)
                + numbers(judgements.signalLow)
                + numbers(judgements.watched)
                + numbers(judgements.phi)
                + numbers(judgements.tau2)
                + number(findings.trueTau2.value())
                + numbers(findings.holdsTruth)
                + numbers(findings.holdsTruthWhereJudged)
                + numbers(findings.holdsOne);
    }

    private static String numbers(Share share) {
        return DoubleStream.of(share.value(), share.error())
                .mapToObj(SimulationReport::number)
                .reduce("", String::concat);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, ",%.6f", value);
    }
}
