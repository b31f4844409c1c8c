// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.time.Clock;
import java.time.LocalDate;
import nl.waardeketen.deliveries.DeclaredBasis;
import nl.waardeketen.deliveries.LegalBases;
import nl.waardeketen.deliveries.LegalBases.LegalBasis;
import nl.waardeketen.deliveries.LegalGround;
import nl.waardeketen.home.Acting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code basis}: why an organisation may deliver the data of a patient group, and how long they are kept. */
@Command(
        name = "basis",
        description = "Why an organisation may deliver the data of a patient group, and how long they are kept.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpWidth = 100,
        footer = {
            "",
            "Example:",
            "  waardeketen basis set --home home --organisation waterlinie --set hip-fracture \\",
            "    --purpose \"quality of care in the region\" --ground public-health --months 120 --document DPIA-2026-12",
            "",
            "Grounds: consent, care-management, public-health, quality-registration, treatment-consent, no-objection,",
            "research-consent, research, no-personal-data."
        })
final class BasisCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: basis set, or basis list");
    }

    @Command(
            name = "set",
            description = "Enter a legal basis; it takes the place of the one before.",
            sortOptions = false)
    int set(
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "Home folder.") String home,
            @Option(names = "--organisation", required = true, paramLabel = "CODE", description = "Who delivers.")
                    String organisation,
            @Option(names = "--set", required = true, paramLabel = "GROUP", description = "Patient group.")
                    String group,
            @Option(names = "--purpose", required = true, paramLabel = "TEXT", description = "What the data are for.")
                    String purpose,
            @Option(names = "--ground", required = true, paramLabel = "GROUND", description = "One of the list below.")
                    String ground,
            @Option(names = "--months", paramLabel = "N", description = "Months that a delivery is kept.") @Nullable
                    Integer months,
            @Option(names = "--until", paramLabel = "DATE", description = "Or the last day that deliveries are kept.")
                    @Nullable
                    LocalDate until,
            @Option(names = "--since", paramLabel = "DATE", description = "From which day on. Default: today.")
                    @Nullable
                    LocalDate since,
            @Option(
                            names = "--document",
                            required = true,
                            paramLabel = "TEXT",
                            description = "Where it is written down.")
                    String document) {
        var basis = basis(purpose, ground, months, until, document);
        try (var running = RunningHome.quietly(Paths.of(home, spec))) {
            KnownOrganisation.require(running, organisation);
            var from = since == null ? LocalDate.now(running.bean(Clock.class)) : since;
            Acting.as(new Acting(organisation, "command basis"), () -> {
                running.bean(LegalBases.class).set(organisation, group, basis, from);
                return basis;
            });
        }
        spec.commandLine()
                .getOut()
                .println("Entered: " + organisation + ", " + group + ": "
                        + basis.ground().code() + ", kept " + basis.retention() + ".");
        return ExitCode.DONE;
    }

    private DeclaredBasis basis(
            String purpose, String ground, @Nullable Integer months, @Nullable LocalDate until, String document) {
        try {
            return new DeclaredBasis(purpose, LegalGround.of(ground), months, until, document);
        } catch (IllegalArgumentException e) {
            var text = e.getMessage() == null || e.getMessage().contains("enum")
                    ? ground + " is no ground of the list; see waardeketen basis --help"
                    : e.getMessage() + "; name --months or --until, one of both";
            throw new ParameterException(spec.commandLine(), text);
        }
    }

    @Command(name = "list", description = "All that an organisation entered, newest first.", sortOptions = false)
    int list(
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "Home folder.") String home,
            @Option(names = "--organisation", required = true, paramLabel = "CODE", description = "Who delivers.")
                    String organisation) {
        try (var running = RunningHome.quietly(Paths.of(home, spec))) {
            KnownOrganisation.require(running, organisation);
            var listed = Acting.as(
                    new Acting(organisation, "command basis"),
                    () -> running.bean(LegalBases.class).list(organisation));
            listed.forEach(basis -> spec.commandLine().getOut().println(line(basis)));
        }
        return ExitCode.DONE;
    }

    private static String line(LegalBasis basis) {
        var declared = basis.basis();
        return Texts.plain(basis.outcomeSet() + ", since " + basis.since() + ": " + declared.purpose() + "; "
                + declared.ground().words().en() + " [" + declared.ground().code() + "]; kept " + declared.retention()
                + "; " + declared.document() + "; entered " + basis.enteredAt() + " by " + basis.enteredBy());
    }
}
