// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Paths that a user typed. */
final class Paths {
    private Paths() {}

    static Path of(String typed, CommandSpec spec) {
        try {
            if (!typed.isBlank()) {
                return Path.of(typed);
            }
        } catch (InvalidPathException e) {
            throw new ParameterException(
                    spec.commandLine(), "the path has characters that this language setting (LC_ALL) does not know");
        }
        throw new ParameterException(spec.commandLine(), "a path is empty");
    }
}
