// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.waardeketen.analytics.EngineUnavailable;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.benchmarking.Benchmarking;
import nl.waardeketen.benchmarking.Release;
import nl.waardeketen.benchmarking.ReleaseWatch;
import nl.waardeketen.benchmarking.ZeroValues;
import nl.waardeketen.home.Acting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code release}: computes and publishes the benchmark of a patient group over all that was delivered. */
@Command(
        name = "release",
        description = {
            "Compute the benchmark of a patient group from all that was delivered, and publish it.",
            "Organisations are compared with what is expected of their patients in the whole period together."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {
            "",
            "Example:",
            "  waardeketen release hip-fracture --period 2025Q4..2026Q3 --home home",
            "  waardeketen release hip-fracture --period 2025Q4..2026Q3 --home /shared/home --engine spark \\",
            "    --master spark://master:7077 --spark-set spark.executor.memory=8g",
            "",
            "Exit code: 0 done, 1 there is nothing to release, 2 wrong usage, 3 internal fault."
        })
final class ReleaseCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "GROUP", description = "Patient group, such as hip-fracture.")
    private String group = "";

    @Option(names = "--period", required = true, paramLabel = "PERIOD", description = "2026Q3, 2026 or 2024Q1..2026Q3.")
    private String period = "";

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "Home folder.")
    private String home = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "New folder for results.csv and models.json: working files, not for publication.")
    private @Nullable String out;

    @Mixin
    private final EngineOptions engine = new EngineOptions();

    @Override
    public Integer call() throws IOException {
        var reference = Period.parse(period)
                .orElseThrow(() -> wrong("--period is 2026Q3, 2026 or 2024Q1..2026Q3, not " + period));
        var folder = out == null ? null : newFolder(Paths.of(out, spec));
        var path = Paths.of(home, spec);
        if (!Files.isDirectory(path)) {
            throw wrong(home + " is no home folder; deliver something to it first");
        }
        var opening = engine.opening(spec.commandLine());
        try (var progress = Progress.on(spec.commandLine().getErr())) {
            progress.says("opening " + home);
            try (var running = RunningHome.quietly(path)) {
                progress.says("computing the release of " + group);
                var published = Acting.as(
                        RunningHome.hub("release"),
                        () -> running.bean(Benchmarking.class)
                                .release(group, reference, folder, opening, watch(progress)));
                var release = published.release();
                spec.commandLine()
                        .getOut()
                        .println("Released: " + group + " " + reference + ", "
                                + Texts.counted(published.results(), "result")
                                + " over " + Texts.counted(release.episodes(), "episode") + leftOut(release)
                                + ", release " + release.id() + ".");
                published.zeros().forEach(zero -> spec.commandLine().getErr().println(warning(zero)));
            }
        } catch (EngineUnavailable e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        return ExitCode.DONE;
    }

    private static String warning(ZeroValues zero) {
        return "Warning: " + zero.indicator() + " of organisation " + zero.organisation() + " is 0 in all "
                + Texts.counted(zero.episodes(), "episode") + " of " + zero.period()
                + ", where others hardly have zeros: almost surely not recorded. These values count as missing;"
                + " ask for a corrected delivery, with the values or with empty cells.";
    }

    private static String leftOut(Release release) {
        return release.leftOut() == 0
                ? ""
                : ", " + Texts.counted(release.leftOut(), "patient") + " left out after objection";
    }

    private static ReleaseWatch watch(Progress progress) {
        return (step, done, all) -> progress.says(
                switch (step) {
                    case FACTS -> "reading what was delivered";
                    case MODELS -> "fitting case-mix models, " + done + " of " + all;
                    case SUMS -> "adding up per organisation";
                    case COMPARISONS -> "comparing organisations, " + done + " of " + all + " indicators";
                    case CHANGES -> "explaining changes since the release before, " + done + " of " + all;
                    case PUBLISHING -> "publishing";
                });
    }

    private Path newFolder(Path folder) throws IOException {
        if (Files.exists(folder)) {
            if (!Files.isDirectory(folder)) {
                throw wrong(folder + " is a file; name a new folder");
            }
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw wrong(folder + " is not empty; name a new folder");
                }
            }
        }
        return folder;
    }

    private ParameterException wrong(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
