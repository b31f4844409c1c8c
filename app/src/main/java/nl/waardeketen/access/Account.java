// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import nl.waardeketen.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Somebody who can sign in, on behalf of one organisation. The password is forgotten as soon as it was checked. */
final class Account implements Viewer, UserDetails, CredentialsContainer {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String displayName;
    private final String organisation;
    private final String organisationName;
    private final boolean locked;
    private @Nullable String password;

    /** A row of the table of accounts. */
    record Row(
            String name,
            String organisation,
            String displayName,
            String password,
            int failures,
            @Nullable Instant lockedUntil) {}

    Account(Row row, String organisationName, Instant now) {
        this.name = row.name();
        this.displayName = row.displayName();
        this.organisation = row.organisation();
        this.organisationName = organisationName;
        this.password = row.password();
        this.locked = row.lockedUntil() != null && now.isBefore(row.lockedUntil());
    }

    @Override
    public String account() {
        return name;
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public String organisation() {
        return organisation;
    }

    @Override
    public String organisationName() {
        return organisationName;
    }

    @Override
    public String getUsername() {
        return name;
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    @Override
    public boolean isAccountNonLocked() {
        return !locked;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public void eraseCredentials() {
        password = null;
    }
}
