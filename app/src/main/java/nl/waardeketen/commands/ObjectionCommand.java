// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntBiFunction;
import nl.waardeketen.analytics.DeliveryPlan.Stage;
import nl.waardeketen.deliveries.Objections;
import nl.waardeketen.home.Acting;
import nl.waardeketen.shared.Invalid;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code objection}: patients who object to the use of their data; kept as pseudonyms only. */
@Command(
        name = "objection",
        description = {
            "Enter or withdraw objections of patients.",
            "Identifiers are read from a file or standard input, one on each line, and never kept: only pseudonyms are. From then on their rows do not land and releases leave them out."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpWidth = 100,
        footer = {
            "",
            "Examples:",
            "  waardeketen objection add objections.txt --home home --organisation waterlinie --set hip-fracture",
            "  waardeketen objection withdraw - --home home --organisation waterlinie --set hip-fracture"
        })
final class ObjectionCommand implements Runnable {
    private static final int MOST = 100_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Whose patients, of what group. */
    static final class Whose {
        @Option(names = "--home", required = true, paramLabel = "DIR", description = "Home folder.")
        private String home = "";

        @Option(names = "--organisation", required = true, paramLabel = "CODE", description = "Whose patients.")
        private String organisation = "";

        @Option(names = "--set", required = true, paramLabel = "GROUP", description = "Patient group.")
        private String group = "";

        @Option(
                names = "--first-stage",
                description = "Lines are first stages that the hospital made, not identifiers.")
        private boolean firstStage;

        private Stage stage() {
            return firstStage ? Stage.FIRST_STAGE : Stage.IDENTIFIERS;
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: objection add, objection withdraw, or objection list");
    }

    @Command(
            name = "add",
            description = "Enter objections; those that hold already stay as they are.",
            sortOptions = false)
    int add(
            @Parameters(paramLabel = "FILE", description = "One patient on each line; - is standard input.")
                    String file,
            @Mixin Whose whose,
            @Option(names = "--since", paramLabel = "DATE", description = "From which day on. Default: today.")
                    @Nullable
                    LocalDate since)
            throws IOException {
        return change(file, whose, "Entered: ", (running, patients) -> {
            var from = since == null ? LocalDate.now(running.bean(Clock.class)) : since;
            return running.bean(Objections.class).add(whose.organisation, whose.group, patients, whose.stage(), from);
        });
    }

    @Command(name = "withdraw", description = "Withdraw objections.", sortOptions = false)
    int withdraw(
            @Parameters(paramLabel = "FILE", description = "One patient on each line; - is standard input.")
                    String file,
            @Mixin Whose whose)
            throws IOException {
        return change(
                file,
                whose,
                "Withdrawn: ",
                (running, patients) -> running.bean(Objections.class)
                        .withdraw(whose.organisation, whose.group, patients, whose.stage()));
    }

    private int change(String file, Whose whose, String done, ToIntBiFunction<RunningHome, List<String>> change)
            throws IOException {
        var patients = patients(file, whose.firstStage);
        try (var running = RunningHome.quietly(Paths.of(whose.home, spec))) {
            KnownOrganisation.require(running, whose.organisation);
            int changed = Acting.as(
                    new Acting(whose.organisation, "command objection"), () -> change.applyAsInt(running, patients));
            spec.commandLine()
                    .getOut()
                    .println(done + Texts.counted(changed, "objection") + " of "
                            + Texts.counted(patients.size(), "patient") + " given.");
        }
        return ExitCode.DONE;
    }

    private List<String> patients(String file, boolean firstStage) throws IOException {
        try (var reader = reader(file)) {
            var patients = new BufferedReader(reader)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.replaceAll("[ .-]", "").isEmpty())
                    .distinct()
                    .toList();
            if (patients.isEmpty() || patients.size() > MOST) {
                throw new Invalid("objection.count", patients.size(), MOST);
            }
            if (patients.stream().anyMatch(each -> each.matches("[0-9a-fA-F]{64}") != firstStage)) {
                throw new Invalid("objection.stage");
            }
            return patients;
        }
    }

    private Reader reader(String file) throws IOException {
        if (file.equals("-")) {
            return new InputStreamReader(System.in, StandardCharsets.UTF_8);
        }
        var path = Paths.of(file, spec);
        if (!Files.isRegularFile(path)) {
            throw new ParameterException(
                    spec.commandLine(), "FILE is a file with one patient on each line, or - for standard input");
        }
        return Files.newBufferedReader(path);
    }

    @Command(name = "list", description = "How many objections there are; never who.", sortOptions = false)
    int list(
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "Home folder.") String home,
            @Option(names = "--organisation", required = true, paramLabel = "CODE", description = "Whose patients.")
                    String organisation) {
        try (var running = RunningHome.quietly(Paths.of(home, spec))) {
            KnownOrganisation.require(running, organisation);
            var counted = Acting.as(
                    new Acting(organisation, "command objection"),
                    () -> running.bean(Objections.class).count(organisation));
            counted.forEach(count -> spec.commandLine()
                    .getOut()
                    .println(count.outcomeSet() + ": " + count.hold() + " hold, " + count.withdrawn() + " withdrawn"));
        }
        return ExitCode.DONE;
    }
}
