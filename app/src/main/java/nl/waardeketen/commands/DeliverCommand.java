// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSets;
import nl.waardeketen.deliveries.Deliveries;
import nl.waardeketen.deliveries.DeliverySources;
import nl.waardeketen.deliveries.KnownSets;
import nl.waardeketen.deliveries.Landing;
import nl.waardeketen.home.Acting;
import nl.waardeketen.home.Secrets;
import nl.waardeketen.shared.NotFound;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deliver}: a delivery is checked, gets pseudonyms and lands in a home folder, whole or not at all. */
@Command(
        name = "deliver",
        description = {
            "Check a delivery and let it land in a home folder.",
            "A row that breaks a rule goes to quarantine; above 5%% of such rows nothing lands."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {
            "",
            "Examples: a data package, and a file that has its own columns",
            "  waardeketen deliver region/waterlinie-hip-fracture-2026Q3 --home home",
            "  waardeketen deliver stays.csv --mapping mapping.yaml --home home",
            "",
            "Exit code: 0 landed, 1 there are problems (all listed, with what landed), 2 wrong usage, 3 internal fault."
        })
final class DeliverCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DELIVERY",
            description = "Folder with a datapackage.json; with a mapping any CSV file, or the folder it is in.")
    private String delivery = "";

    @Option(
            names = "--home",
            required = true,
            paramLabel = "DIR",
            description = "Home folder; made if it is not there.")
    private String home = "";

    @Option(names = "--mapping", paramLabel = "FILE", description = "Which column is which variable (YAML).")
    private @Nullable String mapping;

    @Option(
            names = "--replaces",
            paramLabel = "NUMBER",
            description =
                    "Earlier delivery of the same sender that this one corrects; later releases leave that one out.")
    private @Nullable UUID replaces;

    @Override
    public Integer call() throws IOException {
        var err = spec.commandLine().getErr();
        var delivered = Paths.of(delivery, spec);
        var described = mapping == null ? null : Paths.of(mapping, spec);
        if (described == null) {
            // A delivery that cannot be found needs no database to say so.
            DeliverySources.read(delivered, null, KnownSets.bundled());
        }
        try (var progress = Progress.on(err)) {
            progress.says("opening " + home);
            try (var running = RunningHome.quietly(Paths.of(home, spec))) {
                var source = DeliverySources.read(delivered, described, registered(running));
                progress.says("delivering " + source.name());
                source.notes().forEach(note -> err.println(Texts.plain(note)));
                var acting = new Acting(source.sender(), "command deliver");
                var landing =
                        Acting.as(acting, () -> running.bean(Deliveries.class).deliver(source, replaces));
                tellKeys(running.bean(Secrets.class), err);
                return tell(landing, source.name());
            }
        }
    }

    static KnownSets registered(RunningHome running) {
        var sets = running.bean(OutcomeSets.class);
        return new KnownSets(group -> newest(sets, group));
    }

    private static Optional<OutcomeSet> newest(OutcomeSets sets, String group) {
        try {
            return Optional.of(Acting.as(RunningHome.hub("deliver"), () -> sets.newest(group)));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    private static void tellKeys(Secrets secrets, PrintWriter err) {
        for (var file : secrets.created()) {
            if (String.valueOf(file.getFileName()).startsWith("database")) {
                continue;
            }
            err.println("Made the key file " + Texts.plain(file.toString())
                    + ". Keep a copy elsewhere: without it later deliveries get other pseudonyms.");
        }
    }

    private int tell(Landing landing, String name) {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        landing.notes().forEach(note -> err.println(Texts.plain(note)));
        ProblemText.print(err, landing.problems());
        var id = landing.delivery().map(delivered -> delivered.id().toString()).orElse("");
        long sound = landing.rows() - landing.quarantined();
        out.println(
                switch (landing.outcome()) {
                    case LANDED ->
                        "Landed: " + name + ", " + Texts.counted(landing.rows(), "row") + ", delivery " + id + ".";
                    case LANDED_WITH_QUARANTINE ->
                        "Landed in part: " + name + ", " + Texts.counted(sound, "row") + ", delivery " + id + "; "
                                + Texts.counted(landing.quarantined(), "row") + " in quarantine.";
                    case ALREADY_THERE -> "Already there: " + name + " landed before, as delivery " + id + ".";
                    case REFUSED ->
                        "Not landed: " + name + "; " + landing.quarantined() + " of "
                                + Texts.counted(landing.rows(), "row") + " with problems.";
                });
        return ExitCode.of(landing.problems());
    }
}
