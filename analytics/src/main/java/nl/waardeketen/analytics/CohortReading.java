// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;
import nl.waardeketen.statistics.Cohort;
import nl.waardeketen.statistics.UnitTotals;

/**
 * What was read from a delimited file for a comparison.
 *
 * @param cohort rows with an outcome, counted
 * @param given observed and expected per unit where the expected values came with the file, else empty
 * @param rowsWithoutOutcome rows left out because their outcome is missing
 * @param rowsWithoutWeight rows left out because they hold no trial or no exposure
 * @param rowsCapped rows whose count was pulled in to {@code cap}
 * @param cap that count; {@code NaN} without
 * @param notes what a reader should know about how the file was read
 */
public record CohortReading(
        Cohort cohort,
        List<UnitTotals> given,
        long rowsWithoutOutcome,
        long rowsWithoutWeight,
        long rowsCapped,
        double cap,
        List<String> notes) {

    public CohortReading {
        given = List.copyOf(given);
        notes = List.copyOf(notes);
    }
}
