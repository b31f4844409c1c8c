// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.access;

import java.time.Clock;
import java.util.Locale;
import nl.waardeketen.home.Acting;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds who wants to sign in, and counts the attempts. */
@Component
class SignIn implements UserDetailsService {
    private static final int LONGEST_NAME = 200;

    private final Accounts accounts;
    private final OrganisationNames names;
    private final Clock clock;

    SignIn(Accounts accounts, OrganisationNames names, Clock clock) {
        this.accounts = accounts;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public Account loadUserByUsername(String typed) {
        var name = name(typed);
        var row = Acting.as(new Acting("", name), () -> accounts.find(name))
                .orElseThrow(() -> new UsernameNotFoundException("unknown account"));
        var organisation = Acting.as(new Acting(row.organisation(), name), () -> names.of(row.organisation()));
        return new Account(row, organisation, clock.instant());
    }

    private static String name(String typed) {
        if (typed.length() > LONGEST_NAME || typed.chars().anyMatch(Character::isISOControl)) {
            throw new UsernameNotFoundException("no name of an account");
        }
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof Account account) {
            accounts.signedIn(account.account(), account.organisation());
        }
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        var name = name(event.getAuthentication().getName());
        Acting.as(new Acting("", name), () -> accounts.find(name))
                .ifPresent(row -> accounts.failed(name, row.organisation()));
    }
}
