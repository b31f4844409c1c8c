// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.waardeketen.analytics.CheckedDelivery;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.deliveries.DeliverySource;
import nl.waardeketen.deliveries.DeliverySources;
import nl.waardeketen.deliveries.Examinations;
import nl.waardeketen.deliveries.Examined;
import nl.waardeketen.deliveries.KnownSets;
import nl.waardeketen.home.Acting;
import nl.waardeketen.uploads.ReportFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: the same checks as {@code deliver}, without landing anything. */
@Command(
        name = "check",
        description = "Check a delivery as deliver does, and keep nothing of it.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {
            "",
            "Examples:",
            "  waardeketen check stays.csv --mapping mapping.yaml",
            "  waardeketen check package --home home --html report.html",
            "",
            "Exit code: 0 no problems, 1 there are problems (all listed), 2 wrong usage, 3 internal fault."
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DELIVERY",
            description = "Folder with a datapackage.json; with a mapping any CSV file, or the folder it is in.")
    private String delivery = "";

    @Option(names = "--mapping", paramLabel = "FILE", description = "Which column is which variable (YAML).")
    private @Nullable String mapping;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, csv or json. Default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the report as a page as well.")
    private @Nullable String html;

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "Of that page: nl or en. Default: nl.")
    private String language = "nl";

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Compare it with what has landed in this home folder, by the thresholds of the sender.")
    private @Nullable String home;

    @Override
    public Integer call() throws IOException {
        return home == null ? alone() : beside(home);
    }

    private int alone() throws IOException {
        var err = spec.commandLine().getErr();
        var source = source(KnownSets.bundled());
        try (var progress = Progress.on(err);
                var scratch = new Scratch()) {
            progress.says("checking " + source.name());
            source.notes().forEach(note -> err.println(Texts.plain(note)));
            try (var checked = CheckedDelivery.of(source.plan(), scratch)) {
                var report = checked.report();
                report.notes().forEach(note -> err.println(Texts.plain(note)));
                return tell(source, new Examined(report, report.problems(), Map.of(), List.of(), List.of()));
            }
        }
    }

    private int beside(String home) throws IOException {
        var err = spec.commandLine().getErr();
        try (var progress = Progress.on(err);
                var running = RunningHome.quietly(Paths.of(home, spec));
                var scratch = Scratch.inside(running.folder().staging())) {
            var source = source(DeliverCommand.registered(running));
            progress.says("checking " + source.name());
            source.notes().forEach(note -> err.println(Texts.plain(note)));
            var examined = Acting.as(
                    new Acting(source.sender(), "command check"),
                    () -> examine(running.bean(Examinations.class), source, scratch));
            examined.report().notes().forEach(note -> err.println(Texts.plain(note)));
            return tell(source, examined);
        }
    }

    private static Examined examine(Examinations examinations, DeliverySource source, Scratch scratch) {
        try {
            return examinations.examine(source, scratch.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DeliverySource source(KnownSets sets) throws IOException {
        var described = mapping == null ? null : Paths.of(mapping, spec);
        return DeliverySources.read(Paths.of(delivery, spec), described, sets);
    }

    private int tell(DeliverySource source, Examined examined) throws IOException {
        ProblemText.print(spec.commandLine().getErr(), examined.problems());
        var report = examined.report().with(examined.problems());
        new CheckReportText(report, spec.commandLine().getOut()).print(format, examined.overlaps());
        if (html != null) {
            var notes = Stream.concat(source.notes().stream(), report.notes().stream())
                    .toList();
            var page = ReportFile.html(examined, source.outcomeSet(), notes, Locale.forLanguageTag(language));
            Files.writeString(Paths.of(html, spec), page);
        }
        return ExitCode.of(examined.problems());
    }
}
