// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSetFiles;
import nl.waardeketen.templates.DeliveryTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code template}: what an organisation fills in, and a dictionary that says what everything means. */
@Command(
        name = "template",
        description = {
            "Write the delivery template and data dictionary of a patient group.",
            "It holds CSV files and an Excel workbook ready to fill in, an example, and the meaning of every variable."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {
            "",
            "Example: a template for hip fractures, with a mapping to begin with",
            "  waardeketen template hip-fracture --out sjabloon --organisation waterlinie --mapping",
            "",
            "Exit code: 0 done, 1 the outcome set has problems (all listed), 2 wrong usage, 3 internal fault."
        })
final class TemplateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "GROUP", description = "A patient group, or a .yaml file with an outcome set of your own.")
    private String group = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder to write; new or empty. It is written whole or not at all.")
    private String out = "";

    @Option(
            names = "--organisation",
            paramLabel = "CODE",
            description = "Code of the organisation that will deliver, to be written into the descriptions.")
    private String organisation = "";

    @Option(names = "--mapping", description = "Also write a mapping to begin with, for files in a form of your own.")
    private boolean mapping;

    /** Languages of the platform. */
    private enum Language {
        NL,
        EN
    }

    @Option(
            names = "--language",
            paramLabel = "nl|en",
            description = "Language of workbook and mapping; the dictionary comes in both. Default: nl.")
    private Language language = Language.NL;

    @Override
    public Integer call() throws IOException {
        var set = set();
        var folder = folder();
        try (var progress = Progress.on(spec.commandLine().getErr())) {
            progress.says("writing " + out);
            var locale = Locale.forLanguageTag(language.name().toLowerCase(Locale.ROOT));
            var parent = Files.createDirectories(Objects.requireNonNull(folder.getParent()));
            try (var scratch = Scratch.inside(parent)) {
                var whole = Files.createDirectory(scratch.folder().resolve("template"));
                new DeliveryTemplate(set, organisation, locale).write(whole, mapping);
                Files.move(whole, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        spec.commandLine()
                .getOut()
                .println("Written: " + Texts.plain(out) + ", for " + set.code() + " version " + set.version() + ".");
        return ExitCode.DONE;
    }

    private OutcomeSet set() throws IOException {
        if (group.endsWith(".yaml") || group.endsWith(".yml")) {
            return OutcomeSetFiles.read(Paths.of(group, spec));
        }
        return OutcomeSetFiles.bundled(group)
                .orElseThrow(() -> wrong("there is no patient group \"" + group
                        + "\" in the program; name one that is, or a .yaml file with an outcome set"));
    }

    private Path folder() throws IOException {
        var folder = Paths.of(out, spec).toAbsolutePath().normalize();
        if (folder.getParent() == null) {
            throw wrong("--out takes the name of a new folder, not \"" + out + "\"");
        }
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw wrong(out + " is not empty; name a new folder");
                }
            }
        } else if (Files.exists(folder)) {
            throw wrong(out + " is a file; name a new folder");
        }
        return folder;
    }

    private ParameterException wrong(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
