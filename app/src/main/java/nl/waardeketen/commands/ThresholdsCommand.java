// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.Locale;
import java.util.Optional;
import nl.waardeketen.analytics.Threshold;
import nl.waardeketen.concepts.AgreedThresholds;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSets;
import nl.waardeketen.deliveries.Thresholds;
import nl.waardeketen.deliveries.Thresholds.Change;
import nl.waardeketen.home.Acting;
import nl.waardeketen.shared.NotFound;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code thresholds}: how far the deliveries of an organisation may go, and changing that with a reason. */
@Command(
        name = "thresholds",
        description = "How far the deliveries of an organisation may go as a whole, and changing that with a reason.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpWidth = 100,
        footer = {
            "",
            "Example: the ASA class may be missing in three of ten rows for now",
            "  waardeketen thresholds set --home home --organisation waterlinie --set hip-fracture \\",
            "    --threshold complete.episode.asa --limit 0.7 --reason \"new record system since October\"",
            "",
            "Limits are shares from 0 to 1, relative changes (0.3), or days. Without --limit the one that was agreed counts."
        })
final class ThresholdsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: thresholds set, or thresholds list");
    }

    @Command(name = "set", description = "Change one for the deliveries of an organisation.", sortOptions = false)
    int set(
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "Home folder.") String home,
            @Option(names = "--organisation", required = true, paramLabel = "CODE", description = "Who delivers.")
                    String organisation,
            @Option(names = "--set", required = true, paramLabel = "GROUP", description = "Patient group.")
                    String group,
            @Option(
                            names = "--threshold",
                            required = true,
                            paramLabel = "CODE",
                            description = "As thresholds list says.")
                    String code,
            @Option(names = "--limit", paramLabel = "NUMBER", description = "The new limit.") @Nullable Double limit,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.") String reason) {
        try (var running = RunningHome.quietly(Paths.of(home, spec))) {
            KnownOrganisation.require(running, organisation);
            var set = set(running, group);
            Acting.as(new Acting(organisation, "command thresholds"), () -> {
                running.bean(Thresholds.class).change(organisation, set, code, limit, reason);
                return code;
            });
        }
        spec.commandLine()
                .getOut()
                .println("Changed: "
                        + Texts.plain(organisation + ", " + group + ": " + code + " "
                                + (limit == null ? "as agreed" : limit) + "."));
        return ExitCode.DONE;
    }

    @Command(name = "list", description = "All of them, with what was changed and why.", sortOptions = false)
    int list(
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "Home folder.") String home,
            @Option(names = "--organisation", required = true, paramLabel = "CODE", description = "Who delivers.")
                    String organisation,
            @Option(names = "--set", required = true, paramLabel = "GROUP", description = "Patient group.")
                    String group) {
        try (var running = RunningHome.quietly(Paths.of(home, spec))) {
            KnownOrganisation.require(running, organisation);
            var agreed = AgreedThresholds.of(set(running, group));
            var changes = Acting.as(
                    new Acting(organisation, "command thresholds"),
                    () -> running.bean(Thresholds.class).changes(organisation, group));
            agreed.forEach(each ->
                    spec.commandLine().getOut().println(line(each, Optional.ofNullable(changes.get(each.code())))));
        }
        return ExitCode.DONE;
    }

    /** As it was registered last, or as it comes with the program. */
    private static OutcomeSet set(RunningHome running, String group) {
        return Acting.as(
                        RunningHome.hub("thresholds"),
                        () -> running.bean(OutcomeSets.class).all())
                .stream()
                .filter(each -> each.code().equals(group))
                .findFirst()
                .orElseThrow(() -> new NotFound("outcome-set.none", group, ""));
    }

    private static String line(Threshold agreed, Optional<Change> change) {
        var word = agreed.severity().name().toLowerCase(Locale.ROOT);
        var said = agreed.code() + ": " + change.map(Change::limit).orElse(agreed.limit()) + " [" + word + "]";
        return Texts.plain(change.map(each -> said + ", agreed " + agreed.limit() + "; changed " + each.changedAt()
                        + " by " + each.changedBy() + ": " + each.reason())
                .orElse(said));
    }
}
