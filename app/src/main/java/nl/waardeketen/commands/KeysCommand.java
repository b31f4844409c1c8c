// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.nio.file.Files;
import nl.waardeketen.deliveries.Rotation;
import nl.waardeketen.home.Acting;
import nl.waardeketen.home.Secrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys}: makes a key, or gives a patient group the next version of the region's key. */
@Command(
        name = "keys",
        description = "Make a key, or give a patient group a new version of the region's key.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpWidth = 100,
        footer = {
            "",
            "Examples:",
            "  waardeketen keys new senders.key",
            "  waardeketen keys rotate hip-fracture --home home"
        })
final class KeysCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: keys new FILE, or keys rotate GROUP --home DIR");
    }

    @Command(name = "new", description = "Make a key of 32 bytes in a file that only its owner can read.")
    int make(@Parameters(paramLabel = "FILE", description = "A file that is not there yet.") String file)
            throws IOException {
        var path = Paths.of(file, spec);
        Secrets.make(path);
        spec.commandLine()
                .getOut()
                .println("Made: " + path + ". Keep a copy elsewhere, and give it to the other senders by a safe way.");
        return ExitCode.DONE;
    }

    @Command(
            name = "rotate",
            description = {
                "Give a patient group a new version of the region's key.",
                "Every pseudonym in the lake becomes its keyed hash under the new key, all at once or not at all."
            })
    int rotate(
            @Parameters(paramLabel = "GROUP", description = "Patient group, such as hip-fracture.") String group,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "Home folder.") String home) {
        var path = Paths.of(home, spec);
        if (!Files.isDirectory(path)) {
            throw new ParameterException(spec.commandLine(), home + " is no home folder");
        }
        try (var running = RunningHome.quietly(path)) {
            var rotated = Acting.as(
                    RunningHome.hub("keys"), () -> running.bean(Rotation.class).rotate(group));
            running.bean(Secrets.class)
                    .created()
                    .forEach(file -> spec.commandLine()
                            .getErr()
                            .println("Made the key file " + Texts.plain(file.toString())
                                    + ". Keep a copy elsewhere, beside those of the versions before: all are needed."));
            spec.commandLine()
                    .getOut()
                    .println("Rotated: " + group + ", key version " + rotated.version() + ", "
                            + Texts.counted(rotated.files(), "file") + " and "
                            + Texts.counted(rotated.objections(), "objection") + " carried along.");
        }
        return ExitCode.DONE;
    }
}
