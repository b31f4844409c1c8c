// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Why data may be delivered and how long they are kept.
 *
 * @param purpose what the data are used for
 * @param months how long after it was received a delivery is kept, or {@code null} where there is a last day
 * @param until the last day that deliveries are kept, or {@code null} where there are months
 * @param document where it is written down, such as the number of an agreement
 */
public record DeclaredBasis(
        String purpose,
        LegalGround ground,
        @Nullable Integer months,
        @Nullable LocalDate until,
        String document) {
    private static final int MOST_MONTHS = 1_200;

    public DeclaredBasis {
        if (purpose.isBlank() || document.isBlank()) {
            throw new IllegalArgumentException("a legal basis has a purpose and a document");
        }
        if ((months == null) == (until == null)) {
            throw new IllegalArgumentException("a legal basis has a number of months or a last day");
        }
        if (months != null && (months < 1 || months > MOST_MONTHS)) {
            throw new IllegalArgumentException(months + " months is not from 1 to " + MOST_MONTHS);
        }
    }

    /** The last day on which a delivery is kept. */
    public LocalDate lastDay(Instant received) {
        if (until != null) {
            return until;
        }
        return received.atZone(ZoneOffset.UTC).toLocalDate().plusMonths(months == null ? 0 : months);
    }

    /** Whether it is over for a delivery that was received then. */
    public boolean isOver(Instant received, LocalDate today) {
        return lastDay(received).isBefore(today);
    }

    /** How long, in words. */
    public String retention() {
        return until == null ? months + " months" : "until " + until;
    }

    /** What a sender is told when it is entered because a delivery declares it. */
    String entered() {
        return "Entered the legal basis that the delivery declares: " + purpose + "; " + ground.code() + "; kept "
                + retention() + "; " + document + ".";
    }

    /** The day that a text spells; {@code null} when it spells none. */
    static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
