// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import nl.waardeketen.shared.Refusal;

/** A refusal in words. */
final class RefusalText {
    private RefusalText() {}

    /** The refusal behind a failure, however deep. */
    static Optional<Refusal> behind(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    static String of(Refusal refusal) {
        return words(refusal) + "  [" + refusal.code() + "]";
    }

    private static String words(Refusal refusal) {
        try {
            var pattern = ResourceBundle.getBundle("messages", Locale.ENGLISH).getString("refusal." + refusal.code());
            return new MessageFormat(pattern, Locale.ROOT)
                    .format(refusal.arguments().stream().map(String::valueOf).toArray());
        } catch (MissingResourceException e) {
            return "This cannot be done: " + refusal.arguments();
        }
    }
}
