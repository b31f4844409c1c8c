// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import nl.waardeketen.analytics.Expression;
import nl.waardeketen.analytics.Owner;
import nl.waardeketen.analytics.Severity;
import nl.waardeketen.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * What must hold between the values of a row.
 *
 * @param table whose rows it is about
 * @param written the condition, as written
 * @param holds the condition, checked; a row of which it is not known is not judged
 * @param words what is wrong when it does not hold
 * @param owner who can repair it
 * @param atMost share of rows that may break it before the delivery is stopped; {@code null} for the limit of the set
 */
public record Rule(
        String code,
        String table,
        String written,
        Expression holds,
        Words words,
        Severity severity,
        Owner owner,
        @Nullable Double atMost) {}
