// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import nl.waardeketen.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What the page says when a request was not granted or failed.
 *
 * @param title whose fault it is
 * @param reason what happened; falls back to {@code otherwise}
 * @param advice what one can do
 * @param reference number under which the fault is logged; {@code null} for a refusal, which is no fault
 * @param again whether trying again may help
 */
record FaultPage(
        int status,
        Phrase title,
        Phrase reason,
        Phrase otherwise,
        Phrase advice,
        @Nullable String reference,
        String moment,
        boolean again) {

    /** A request that is not granted. */
    static FaultPage refused(Refusal refusal, HttpStatus status, Instant now, Locale locale) {
        var words = refusal.arguments().stream().map(String::valueOf).toArray();
        return of(status, Phrase.of("refusal." + refusal.code(), words), null, now, locale);
    }

    /** A request that ended with this status. */
    static FaultPage ended(HttpStatus status, @Nullable String reference, Instant now, Locale locale) {
        return of(status, Phrase.of("fault." + kind(status) + ".reason"), reference, now, locale);
    }

    /** A new number, such as {@code 7K4-Q92M}, without letters that look like digits. */
    static String newReference() {
        var bits = UUID.randomUUID().getMostSignificantBits();
        var reference = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            reference.append("0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt((int) (bits >>> (59 - 5 * i)) & 31));
        }
        return reference.insert(3, '-').toString();
    }

    private static FaultPage of(
            HttpStatus status, Phrase reason, @Nullable String reference, Instant now, Locale locale) {
        var kind = kind(status);
        return new FaultPage(
                status.value(),
                Phrase.of("fault." + kind + ".title"),
                reason,
                Phrase.of("fault." + kind + ".reason"),
                Phrase.of("fault." + kind + ".advice"),
                reference,
                Dates.in(locale).moment(now),
                status.is5xxServerError());
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN, UNAUTHORIZED -> "forbidden";
            case NOT_FOUND -> "missing";
            case CONFLICT -> "conflict";
            default -> status.is4xxClientError() ? "invalid" : "internal";
        };
    }
}
