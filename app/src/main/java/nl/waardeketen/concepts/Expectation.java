// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import nl.waardeketen.analytics.Owner;
import nl.waardeketen.analytics.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of the values of a variable in a delivery.
 *
 * @param complete least share of rows that give it, between 0 and 1; {@code null} for no expectation
 * @param incomplete what happens below that share
 * @param late days after the end of the quarter of the date within which it should be delivered; {@code null} for no
 *     expectation
 * @param owner who can repair it
 */
public record Expectation(
        @Nullable Double complete,
        Severity incomplete,
        @Nullable Integer late,
        Owner owner) {
    /** Nothing in particular. */
    public static final Expectation NONE = new Expectation(null, Severity.NOTE, null, Owner.REGISTRATION);
}
