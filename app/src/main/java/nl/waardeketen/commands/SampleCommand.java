// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.sample.SampleRegion;
import nl.waardeketen.sample.SampleSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sample}: deliveries of a made-up region, whose truth is known. */
@Command(
        name = "sample",
        description = {
            "Write deliveries of a made-up region, with hospital effects that are known.",
            "All hospitals and patients are invented; truth.json tells who truly differs, and how."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {
            "",
            "Example: three years, with errors in one delivery of each patient group",
            "  waardeketen sample --out region --seed 7 --errors",
            "",
            "Exit code: 0 done, 2 wrong usage, 3 internal fault."
        })
final class SampleCommand implements Callable<Integer> {
    private static final SampleSize USUAL = SampleSize.usual();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder to write; new or empty. It is written whole or not at all.")
    private String out = "";

    @Option(
            names = "--hospitals",
            paramLabel = "N",
            description = "Hospitals of the region, 2 to 99; each delivers one or two patient groups. Default: 11.")
    private int hospitals = USUAL.hospitals();

    @Option(names = "--quarters", paramLabel = "N", description = "Quarters up to 2026Q3, 1 to 40. Default: 12.")
    private int quarters = USUAL.quarters();

    @Option(
            names = "--episodes-per-quarter",
            paramLabel = "N",
            description = "Mean number of hip fractures per hospital and quarter, 1 to 10000;\n"
                    + "of colorectal cancers about eight tenths of it. Default: 90.")
    private int episodesPerQuarter = USUAL.episodesPerQuarter();

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same files. Default: 1.")
    private long seed = USUAL.seed();

    @Option(
            names = "--errors",
            description = "Plant errors in one delivery of each patient group; truth.json lists them.")
    private boolean errors;

    @Override
    public Integer call() throws IOException {
        var size = size();
        var folder = folder();
        try (var progress = Progress.on(spec.commandLine().getErr())) {
            progress.says("writing " + out);
            long episodes = write(folder, size);
            spec.commandLine().getOut().println("Written: " + Texts.plain(out) + ", " + episodes + " episodes.");
        }
        return ExitCode.DONE;
    }

    private SampleSize size() {
        try {
            return new SampleSize(hospitals, quarters, episodesPerQuarter, seed, USUAL.lastQuarter(), errors);
        } catch (IllegalArgumentException e) {
            throw wrong(Objects.requireNonNull(e.getMessage()));
        }
    }

    private Path folder() throws IOException {
        var folder = path();
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

    private Path path() {
        try {
            var folder = Path.of(out).toAbsolutePath().normalize();
            if (out.isBlank() || folder.getParent() == null) {
                throw wrong("--out takes the name of a new folder, not \"" + out + "\"");
            }
            return folder;
        } catch (InvalidPathException e) {
            throw wrong("the folder name has characters that this language setting (LC_ALL) does not know");
        }
    }

    /** Beside the folder first, so that a folder with this name is always whole. */
    private long write(Path folder, SampleSize size) throws IOException {
        var parent = Objects.requireNonNull(folder.getParent());
        try (var scratch = scratch(parent)) {
            var whole = scratch.folder().resolve("sample");
            long episodes = SampleRegion.write(whole, size);
            Files.move(whole, folder, StandardCopyOption.ATOMIC_MOVE);
            return episodes;
        }
    }

    private Scratch scratch(Path parent) {
        try {
            return Scratch.inside(Files.createDirectories(parent));
        } catch (IOException e) {
            throw wrong("cannot write in " + parent);
        }
    }

    private ParameterException wrong(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
