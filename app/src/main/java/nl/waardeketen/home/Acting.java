// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
        var scope = acting.enter();
        try {
            return work.get();
        } finally {
            scope.close();
        }
    }

    /** From here until the scope is closed, this thread works on behalf of that organisation. */
    public Scope enter() {
        var before = CURRENT.get();
        CURRENT.set(this);
        return new Scope(before);
    }

    /** The time in which a thread works on somebody's behalf; ends where it began. */
    public static final class Scope implements AutoCloseable {
        private final @Nullable Acting before;

        private Scope(@Nullable Acting before) {
            this.before = before;
        }

        @Override
        public void close() {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
