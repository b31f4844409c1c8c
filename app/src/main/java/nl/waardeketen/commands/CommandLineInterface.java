// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.PrintWriter;
import java.util.UUID;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.statistics.ModelRefusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The {@code waardeketen} command with its subcommands. */
@Command(
        name = "waardeketen",
        description = "The open platform for value-based integrated care: fair comparison of care organisations.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            AccountCommand.class,
            SampleCommand.class,
            OrganisationsCommand.class,
            TemplateCommand.class,
            CheckCommand.class,
            PseudonymiseCommand.class,
            DeliverCommand.class,
            VerifyCommand.class,
            BasisCommand.class,
            ThresholdsCommand.class,
            ObjectionCommand.class,
            RetentionCommand.class,
            KeysCommand.class,
            ReleaseCommand.class,
            AdjustCommand.class,
            SpcCommand.class
        },
        footer = {"", "Every command explains itself: waardeketen COMMAND --help"})
public final class CommandLineInterface {
    private CommandLineInterface() {}

    /** Runs a command and gives its exit code; results go to {@code out}, everything else to {@code err}. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        var line = new CommandLine(new CommandLineInterface())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .registerConverter(UUID.class, CommandLineInterface::number)
                .setExecutionExceptionHandler(CommandLineInterface::explain)
                .setParameterExceptionHandler(CommandLineInterface::correct);
        int code = execute(line, arguments);
        if (out.checkError()) {
            err.println("The result could not be written as a whole; is the disk full?");
            code = ExitCode.INTERNAL_FAULT;
        }
        err.flush();
        return code;
    }

    private static UUID number(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' is no number of a delivery, such as deliver prints");
        }
    }

    private static int execute(CommandLine line, String... arguments) {
        try {
            return arguments.length == 0 ? help(line) : line.execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError e) {
            return Fault.report(e, line.getErr());
        }
    }

    private static int help(CommandLine line) {
        line.usage(line.getErr());
        return ExitCode.WRONG_USAGE;
    }

    private static int correct(CommandLine.ParameterException wrong, String[] arguments) {
        var line = wrong.getCommandLine();
        line.getErr().println(Texts.plain(String.valueOf(wrong.getMessage())));
        line.getErr().println("See: " + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.WRONG_USAGE;
    }

    private static int explain(Exception failure, CommandLine line, ParseResult parsed) {
        if (failure instanceof InvalidInput invalid) {
            ProblemText.print(line.getErr(), invalid.problems());
            return ExitCode.INPUT_HAS_PROBLEMS;
        }
        if (failure instanceof ModelRefusal refusal) {
            refusal.findings()
                    .forEach(finding ->
                            line.getErr().println(Texts.plain(finding.text()) + "  [" + finding.code() + "]"));
            return ExitCode.INPUT_HAS_PROBLEMS;
        }
        var refused = RefusalText.behind(failure);
        if (refused.isPresent()) {
            line.getErr().println(Texts.plain(RefusalText.of(refused.get())));
            return ExitCode.INPUT_HAS_PROBLEMS;
        }
        return Fault.report(failure, line.getErr());
    }

    /** The version of the build. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = CommandLineInterface.class.getPackage().getImplementationVersion();
            return new String[] {"waardeketen " + (version == null ? "unpackaged" : version)};
        }
    }
}
