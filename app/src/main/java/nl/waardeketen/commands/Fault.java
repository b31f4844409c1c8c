// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import nl.waardeketen.analytics.EngineFailure;

/**
 * An internal fault: the user sees a reference number; where it happened is written to a file that only the user can
 * read. Messages of libraries may repeat data and are written nowhere.
 */
final class Fault {
    private Fault() {}

    static int report(Throwable failure, PrintWriter err) {
        boolean engineIsFull = failure instanceof EngineFailure engine && engine.outOfMemory();
        if (engineIsFull || failure instanceof OutOfMemoryError) {
            err.println("There is not enough memory for this file. Use fewer case-mix columns, or group their values.");
            return ExitCode.INTERNAL_FAULT;
        }
        var reference = "W-" + UUID.randomUUID().toString().substring(0, 8);
        err.println("Something went wrong inside waardeketen; nothing was changed. Reference " + reference + ".");
        try {
            err.println("Please report it with the file " + written(reference, failure) + ", which holds no data.");
        } catch (IOException e) {
            err.println("(Its details could not be written.)");
        }
        return ExitCode.INTERNAL_FAULT;
    }

    private static Path written(String reference, Throwable failure) throws IOException {
        var text = new StringBuilder();
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause.getClass().getName()).append('\n');
            for (var frame : cause.getStackTrace()) {
                text.append("    ").append(frame).append('\n');
            }
        }
        return Files.writeString(Files.createTempFile("waardeketen-" + reference + "-", ".txt"), text);
    }
}
