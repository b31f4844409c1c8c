// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import nl.waardeketen.deliveries.Verification;
import nl.waardeketen.deliveries.Verification.Verified;
import nl.waardeketen.home.Acting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code verify}: proves that the lake is what its manifests say. */
@Command(
        name = "verify",
        description = {
            "Compare every file of the lake with its manifest: hash, rows, columns, pseudonyms, organisations.",
            "Files without a manifest are found as well."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {
            "",
            "Example:",
            "  waardeketen verify --home home",
            "",
            "Exit code: 0 all is as the manifests say, 1 it is not (all listed), 2 wrong usage, 3 internal fault."
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "Home folder.")
    private String home = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
    private Format format = Format.TEXT;

    /** How differences are told. */
    enum Format {
        TEXT,
        JSON
    }

    @Override
    public Integer call() {
        var path = Paths.of(home, spec);
        if (!Files.isDirectory(path)) {
            throw new ParameterException(spec.commandLine(), home + " is no home folder");
        }
        try (var progress = Progress.on(spec.commandLine().getErr())) {
            progress.says("verifying " + home);
            try (var running = RunningHome.quietly(path)) {
                var verified = Acting.as(
                        RunningHome.hub("verify"),
                        () -> running.bean(Verification.class).run());
                spec.commandLine().getOut().print(format == Format.JSON ? json(verified) : text(verified));
                return verified.differences().isEmpty() ? ExitCode.DONE : ExitCode.INPUT_HAS_PROBLEMS;
            }
        }
    }

    private static String text(Verified verified) {
        var text = new StringBuilder();
        verified.differences()
                .forEach(difference -> text.append(Texts.plain(difference.path()))
                        .append(": ")
                        .append(Texts.plain(difference.text()))
                        .append("; ")
                        .append(difference.remedy())
                        .append("  [")
                        .append(difference.code())
                        .append("]\n"));
        int differences = verified.differences().size();
        return text.append(differences == 0 ? "Verified: " : "Not as the manifests say: ")
                .append(Texts.counted(verified.deliveries(), "delivery").replace("deliverys", "deliveries"))
                .append(", ")
                .append(Texts.counted(verified.rows(), "row"))
                .append(String.format(Locale.ROOT, ", %.1f MB", verified.bytes() / 1e6))
                .append(differences == 0 ? "" : "; " + Texts.counted(differences, "difference"))
                .append(".\n")
                .toString();
    }

    private static String json(Verified verified) {
        var document = new LinkedHashMap<String, Object>();
        document.put("deliveries", verified.deliveries());
        document.put("rows", verified.rows());
        document.put("bytes", verified.bytes());
        document.put("differences", verified.differences());
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }
}
