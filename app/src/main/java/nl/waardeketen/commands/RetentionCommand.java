// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.nio.file.Files;
import nl.waardeketen.deliveries.Retention;
import nl.waardeketen.home.Acting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code retention}: takes deliveries out of the lake that may not be kept any longer. */
@Command(
        name = "retention",
        description = "Take deliveries out of the lake whose retention is over; serve does so every day.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpWidth = 100,
        footer = {"", "Example:", "  waardeketen retention run --home home"})
final class RetentionCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: retention run --home DIR");
    }

    @Command(name = "run", description = "Take out what is over; manifests and results of releases stay.")
    int once(@Option(names = "--home", required = true, paramLabel = "DIR", description = "Home folder.") String home) {
        var path = Paths.of(home, spec);
        if (!Files.isDirectory(path)) {
            throw new ParameterException(spec.commandLine(), home + " is no home folder");
        }
        try (var running = RunningHome.quietly(path)) {
            var removed = Acting.as(
                    RunningHome.hub("retention"),
                    () -> running.bean(Retention.class).run());
            removed.forEach(delivery -> spec.commandLine()
                    .getOut()
                    .println("Taken out: " + delivery.outcomeSet() + " of " + delivery.organisation() + ", received "
                            + delivery.receivedAt() + ", delivery " + delivery.id()));
            spec.commandLine().getOut().println("Done: " + removed.size() + " taken out of the lake.");
        }
        return ExitCode.DONE;
    }
}
