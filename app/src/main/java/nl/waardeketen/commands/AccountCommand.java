// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.Locale;
import java.util.concurrent.Callable;
import nl.waardeketen.access.Accounts;
import nl.waardeketen.home.Acting;
import nl.waardeketen.home.Secrets;
import nl.waardeketen.network.Organisations;
import nl.waardeketen.shared.NotFound;
import nl.waardeketen.shared.Refused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code account}: an account for somebody of an organisation, or a new password for one. */
@Command(
        name = "account",
        description = {
            "Make an account for an organisation, or give an account a new password, which also unlocks it.",
            "The password is shown once."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {
            "",
            "Examples:",
            "  waardeketen account m.terpstra --organisation waterlinie --name \"M. Terpstra\" --home home",
            "  waardeketen account m.terpstra --new-password --home home",
            "",
            "Exit code: 0 done, 1 it cannot be done as asked, 2 wrong usage, 3 internal fault."
        })
final class AccountCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ACCOUNT", description = "What to sign in with: letters, digits, points, hyphens, @.")
    private String account = "";

    @Option(names = "--organisation", paramLabel = "CODE", description = "On whose behalf; one that was entered.")
    private @Nullable String organisation;

    @Option(names = "--name", paramLabel = "NAME", description = "The name shown. Default: the account.")
    private @Nullable String name;

    @Option(names = "--new-password", description = "Give an account that exists a new password.")
    private boolean newPassword;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "Home folder.")
    private String home = "";

    @Override
    public Integer call() {
        if (!account.matches("[\\p{L}\\d][\\p{L}\\d.@_-]{0,99}")) {
            throw wrong("an account has letters, digits, points, hyphens and @ only");
        }
        if (newPassword == (organisation != null)) {
            throw wrong("name --organisation for a new account, or --new-password for one that exists");
        }
        try (var running = RunningHome.quietly(Paths.of(home, spec))) {
            var password = running.bean(Secrets.class).newPassword();
            if (organisation == null) {
                renew(running, password);
            } else {
                create(running, organisation, password);
            }
            spec.commandLine()
                    .getOut()
                    .println("Account: " + account.toLowerCase(Locale.ROOT) + ", password " + password
                            + " (shown only now)");
        }
        return ExitCode.DONE;
    }

    private void create(RunningHome running, String code, String password) {
        boolean known = Acting.as(
                RunningHome.hub("account"),
                () -> running.bean(Organisations.class).all().stream()
                        .anyMatch(each -> each.code().equals(code)));
        if (!known) {
            throw new NotFound("organisation.unknown", code);
        }
        var shown = name == null ? account : name;
        if (!running.bean(Accounts.class).create(account, code, shown, password)) {
            throw new Refused("account.taken", account);
        }
    }

    private void renew(RunningHome running, String password) {
        var lower = account.toLowerCase(Locale.ROOT);
        boolean found = Acting.as(
                new Acting("", lower), () -> running.bean(Accounts.class).renew(lower, password));
        if (!found) {
            throw new NotFound("account.unknown", account);
        }
    }

    private ParameterException wrong(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
