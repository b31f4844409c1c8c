// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.concurrent.Callable;
import nl.waardeketen.access.Accounts;
import nl.waardeketen.home.Secrets;
import nl.waardeketen.network.Organisations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: the pages, on a home folder. */
@Command(
        name = "serve",
        description = {
            "Serve the pages of a home folder until stopped.",
            "At first start it makes one account and shows its password once."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {
            "",
            "Example:",
            "  waardeketen serve --home home --port 8080",
            "",
            "It listens on this machine only; let a reverse proxy with TLS stand before it, or name another --address.",
            "Exit code: 1 the home folder cannot be used, 2 wrong usage, 3 internal fault."
        })
final class ServeCommand implements Callable<Integer> {
    private static final String FIRST_ACCOUNT = "beheer";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--home",
            required = true,
            paramLabel = "DIR",
            description = "Home folder; made if it is not there.")
    private String home = "";

    @Option(names = "--port", paramLabel = "N", description = "Default: 8080; 0 for any that is free.")
    private int port = 8080;

    @Option(names = "--address", paramLabel = "ADDRESS", description = "Address to listen on. Default: 127.0.0.1.")
    private String address = "127.0.0.1";

    @Option(names = "--region", paramLabel = "NAME", description = "Name of the region, for the head of every page.")
    private String region = "";

    @Option(names = "--rehearse", hidden = true, description = "Serve one page to itself and end.")
    private boolean rehearse;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var running = RunningHome.serving(Paths.of(home, spec), address, port, region)) {
            var accounts = running.bean(Accounts.class);
            if (!accounts.any(Organisations.HUB)) {
                var password = running.bean(Secrets.class).newPassword();
                accounts.create(FIRST_ACCOUNT, Organisations.HUB, "Beheer", password);
                out.println("First account: " + FIRST_ACCOUNT + ", password " + password + " (shown only now)");
            }
            out.println("Serving http://" + address + ":" + running.port() + "/");
            out.flush();
            if (rehearse) {
                running.serveOnePage();
            } else {
                running.serve();
            }
        }
        return ExitCode.DONE;
    }
}
