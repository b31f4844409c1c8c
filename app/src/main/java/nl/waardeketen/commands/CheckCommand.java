// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.util.concurrent.Callable;
import nl.waardeketen.analytics.CheckedDelivery;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.deliveries.DeliverySources;
import nl.waardeketen.deliveries.KnownSets;
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
            "Example:",
            "  waardeketen check stays.csv --mapping mapping.yaml",
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

    @Override
    public Integer call() throws IOException {
        var err = spec.commandLine().getErr();
        var described = mapping == null ? null : Paths.of(mapping, spec);
        var source = DeliverySources.read(Paths.of(delivery, spec), described, KnownSets.bundled());
        try (var progress = Progress.on(err);
                var scratch = new Scratch()) {
            progress.says("checking " + source.name());
            source.notes().forEach(note -> err.println(Texts.plain(note)));
            try (var checked = CheckedDelivery.of(source.plan(), scratch)) {
                var report = checked.report();
                report.notes().forEach(note -> err.println(Texts.plain(note)));
                ProblemText.print(err, report.problems());
                new CheckReportText(report, spec.commandLine().getOut()).print(format);
                return ExitCode.of(report.problems());
            }
        }
    }
}
