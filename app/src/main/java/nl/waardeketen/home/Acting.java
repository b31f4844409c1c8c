// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * On whose behalf this thread works. The database sees it in every transaction ({@code app.organisation} and
 * {@code app.user}) and shows no row of an organisation to anybody else; without it, none at all.
 *
 * @param organisation code of the organisation
 * @param user account, or the name of the command
 */
public record Acting(String organisation, String user) {
    static final Acting NOBODY = new Acting("", "");

    private static final ThreadLocal<Acting> CURRENT = new ThreadLocal<>();

    static Optional<Acting> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Does the work on behalf of that organisation. Transactions that run already keep whom they began with. */
    public static <T> T as(Acting acting, Supplier<T> work) {
        var before = CURRENT.get();
        CURRENT.set(acting);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
