// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.analytics.TextRows;
import nl.waardeketen.home.Acting;
import nl.waardeketen.network.Organisation;
import nl.waardeketen.network.Organisations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code organisations}: enters the organisations of the region, and what they agreed to show each other. */
@Command(
        name = "organisations",
        description = {
            "Enter the organisations of the region from a CSV file with the columns organisation, name and kind.",
            "Only organisations that were entered can deliver."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {
            "",
            "Example: all of them see each other's hip fractures by name, from today",
            "  waardeketen organisations region/organisations.csv --home home --see-each-other hip-fracture",
            "",
            "Exit code: 0 done, 1 the file has problems (all listed), 2 wrong usage, 3 internal fault."
        })
final class OrganisationsCommand implements Callable<Integer> {
    static final List<String> COLUMNS = List.of("organisation", "name", "kind");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "CSV file with the columns organisation, name and kind.")
    private String file = "";

    @Option(
            names = "--home",
            required = true,
            paramLabel = "DIR",
            description = "Home folder; made if it is not there.")
    private String home = "";

    @Option(
            names = "--see-each-other",
            paramLabel = "GROUP",
            description = "Patient group of which they agreed to see each other's results by name.")
    private @Nullable String group;

    @Override
    public Integer call() throws IOException {
        var path = Paths.of(file, spec);
        if (!Files.isRegularFile(path)) {
            throw new ParameterException(spec.commandLine(), file + " is not a file that can be read");
        }
        var listed = read(path);
        try (var running = RunningHome.quietly(Paths.of(home, spec))) {
            enter(running, listed, group);
        }
        spec.commandLine().getOut().println("Entered: " + Texts.counted(listed.size(), "organisation") + ".");
        return ExitCode.DONE;
    }

    static List<Organisation> read(Path path) throws IOException {
        try (var scratch = new Scratch()) {
            return TextRows.read(path, String.valueOf(path.getFileName()), COLUMNS, scratch).stream()
                    .map(row -> new Organisation(row.get(0), row.get(1), row.get(2), true))
                    .toList();
        }
    }

    static void enter(RunningHome running, List<Organisation> listed, @Nullable String group) {
        var today = LocalDate.now(running.bean(Clock.class));
        Acting.as(RunningHome.hub("organisations"), () -> {
            var organisations = running.bean(Organisations.class);
            organisations.register(listed);
            if (group != null) {
                organisations.agree(listed.stream().map(Organisation::code).toList(), group, today);
            }
            return listed;
        });
    }
}
