// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import nl.waardeketen.analytics.Scratch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The file that a command was given, or standard input. */
record InputFile(CommandSpec spec, String argument) {

    String name() {
        return isStandardInput() ? "standard input" : Objects.toString(given().getFileName());
    }

    private boolean isStandardInput() {
        return argument.equals("-");
    }

    /** A file that can be read more than once. */
    Path path(Scratch scratch) throws IOException {
        if (isStandardInput()) {
            return scratch.copy(System.in, "standard-input.csv");
        }
        var path = given();
        if (Files.isDirectory(path) || !Files.isReadable(path)) {
            throw wrong(argument + (Files.exists(path) ? " is not a file that can be read" : " does not exist"));
        }
        return Files.isRegularFile(path) ? path : scratch.copy(Files.newInputStream(path), "stream.csv");
    }

    private Path given() {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw wrong("the file name has characters that this language setting (LC_ALL) does not know");
        }
    }

    private ParameterException wrong(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
