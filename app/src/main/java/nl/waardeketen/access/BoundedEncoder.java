// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.access;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Checks few passwords at a time: each takes much memory and time on purpose, which a crowd at the door could use up. */
final class BoundedEncoder implements PasswordEncoder {
    private static final int AT_A_TIME = 2;
    private static final long LONGEST_WAIT_SECONDS = 5;

    private final PasswordEncoder encoder;
    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    BoundedEncoder(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return inTurn(() -> encoder.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        return inTurn(() -> encoder.matches(password, encoded));
    }

    private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AuthenticationServiceException("too many are signing in");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthenticationServiceException("interrupted", e);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
