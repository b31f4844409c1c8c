// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import nl.waardeketen.deliveries.Deliveries;
import nl.waardeketen.deliveries.DeliverySources;
import nl.waardeketen.deliveries.KnownSets;
import nl.waardeketen.deliveries.Verification;
import nl.waardeketen.home.Acting;

/**
 * A process that is killed while something lands: it opens the home, says what verification finds, delivers what the process
 * before it was killed over, says that it is ready, and delivers once more.
 */
public final class LandingProcess {
    private LandingProcess() {}

    /** Takes the home and one or two data packages, the last of which it may be killed over. */
    public static void main(String[] arguments) throws IOException {
        try (var running = RunningHome.quietly(Path.of(arguments[0]))) {
            var verified = Acting.as(
                    RunningHome.hub("test"),
                    () -> running.bean(Verification.class).run());
            System.out.println("differences " + verified.differences().size() + " " + verified.differences());
            if (arguments.length > 2) {
                System.out.println("before " + outcome(running, Path.of(arguments[1])));
            }
            System.out.println("ready");
            say(System.out, outcome(running, Path.of(arguments[arguments.length - 1])));
        }
    }

    private static void say(PrintStream out, String outcome) {
        out.println("done " + outcome);
        out.flush();
    }

    private static String outcome(RunningHome running, Path delivery) throws IOException {
        var source = DeliverySources.read(delivery, null, KnownSets.bundled());
        return Acting.as(
                        new Acting(source.sender(), "test"),
                        () -> running.bean(Deliveries.class).deliver(source))
                .outcome()
                .name();
    }
}
