// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.waardeketen.analytics.FirstStage;
import nl.waardeketen.deliveries.PackagePseudonyms;
import nl.waardeketen.home.KeyFile;
import nl.waardeketen.shared.Refused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pseudonymise}: the first stage of pseudonyms, at the hospital, before anything leaves the house. */
@Command(
        name = "pseudonymise",
        description = {
            "Replace patient identifiers by the first stage of a pseudonym, at the hospital itself.",
            "Everything else stays as it is; no identifier leaves the house."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {
            "",
            "Examples: a file, and a data package",
            "  waardeketen pseudonymise stays.csv --patient patient_nr --out stays-first.csv --key senders.key",
            "  waardeketen pseudonymise --package quarter --patient patient --out quarter-first --key senders.key",
            "",
            "The key is that of all senders of the region, in hexadecimal digits: in a file that only you can read, or in",
            "the environment as WAARDEKETEN_SENDER_KEY.",
            "",
            "Exit code: 0 written, 1 the file has problems (all listed, nothing written), 2 wrong usage, 3 internal fault."
        })
final class PseudonymiseCommand implements Callable<Integer> {
    private static final String ENVIRONMENT = "WAARDEKETEN_SENDER_KEY";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "CSV file; with --package the folder of a data package.")
    private String file = "";

    @Option(names = "--package", description = "FILE is a data package: do all of its tables.")
    private boolean isPackage;

    @Option(
            names = "--patient",
            required = true,
            paramLabel = "COL",
            description = "Column that holds the patient identifier.")
    private String patient = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "File, or folder, to write; it must not be there. Default: FILE with -first-stage in its name.")
    private @Nullable String out;

    @Option(names = "--key", paramLabel = "FILE", description = "The senders'' key. Default: from the environment.")
    private @Nullable String key;

    @Override
    public Integer call() throws IOException {
        var from = Paths.of(file, spec);
        if (isPackage ? !Files.isDirectory(from) : !Files.isRegularFile(from)) {
            throw wrong(file + (isPackage ? " is no folder" : " is not a file that can be read"));
        }
        var to = out == null ? beside(from) : Paths.of(out, spec);
        if (Files.exists(to)) {
            throw wrong(to + " is there already; name another with --out");
        }
        var given = key();
        try (var progress = Progress.on(spec.commandLine().getErr())) {
            progress.says("pseudonymising " + file);
            var written = isPackage
                    ? PackagePseudonyms.write(from, patient, given, to)
                    : FirstStage.write(from, String.valueOf(from.getFileName()), null, patient, given, to);
            written.notes().forEach(note -> spec.commandLine().getErr().println(Texts.plain(note)));
            spec.commandLine()
                    .getOut()
                    .println("Written: " + to + ", " + Texts.counted(written.rows(), "row") + ", "
                            + Texts.counted(written.patients(), "patient") + ".");
        }
        return ExitCode.DONE;
    }

    private static Path beside(Path from) {
        var name = String.valueOf(from.toAbsolutePath().normalize().getFileName());
        var plain = name.replaceFirst("(\\.(csv|txt|tsv))?(\\.gz)?$", "");
        return from.toAbsolutePath()
                .normalize()
                .resolveSibling(plain + "-first-stage" + (Files.isDirectory(from) ? "" : ".csv"));
    }

    private byte[] key() throws IOException {
        if (key != null) {
            return KeyFile.read(Paths.of(key, spec));
        }
        var given = System.getenv(ENVIRONMENT);
        if (given == null) {
            throw new Refused("key.none-given", ENVIRONMENT);
        }
        return KeyFile.parse(given.strip(), ENVIRONMENT);
    }

    private ParameterException wrong(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
