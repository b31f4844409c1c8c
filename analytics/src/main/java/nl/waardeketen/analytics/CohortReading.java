// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.statistics.Cohort;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a delimited file for a comparison.
 *
 * @param cohort rows with an outcome, counted
 * @param expected sum of the expected values of each cell of the cohort where they came with the file, else {@code null}
 * @param rowsWithoutOutcome rows left out because their outcome is missing
 * @param rowsWithoutWeight rows left out because they hold no trial or no exposure
 * @param rowsCapped rows whose count or amount was pulled in to {@code cap}
 * @param cut what these amounts had above {@code cap}; zero for counts
 * @param cap that count or amount; {@code NaN} without
 * @param notes what a reader should know about how the file was read
 */
public record CohortReading(
        Cohort cohort,
        double @Nullable [] expected,
        long rowsWithoutOutcome,
        long rowsWithoutWeight,
        long rowsCapped,
        double cut,
        double cap,
        List<String> notes) {

    public CohortReading {
        notes = List.copyOf(notes);
    }

    /** The same with one more note. */
    public CohortReading noted(String note) {
        var more = new ArrayList<>(notes);
        more.add(note);
        return new CohortReading(cohort, expected, rowsWithoutOutcome, rowsWithoutWeight, rowsCapped, cut, cap, more);
    }
}
