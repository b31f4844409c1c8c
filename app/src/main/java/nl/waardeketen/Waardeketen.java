// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import nl.waardeketen.commands.CommandLineInterface;
import org.springframework.modulith.Modulithic;

/** Where the program starts. */
@Modulithic(
        systemName = "Waardeketen",
        sharedModules = {"statistics", "analytics"})
public final class Waardeketen {
    private Waardeketen() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineInterface.run(writer(new StandardOutput()), writer(System.err), arguments));
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }
}
