// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a delimited file make up series in time.
 *
 * @param denominator cases or exposure of each value
 * @param by tells series apart; always a text
 * @param values what a value can be
 */
public record SeriesColumns(
        String time,
        String value,
        @Nullable String denominator,
        @Nullable String by,
        Values values) {

    /** What a value can be. */
    public enum Values {
        /** Any number; a denominator divides it. */
        MEASUREMENTS,
        /** Whole numbers from 0. */
        COUNTS,
        /** Whole numbers from 0 up to their denominator, which is whole as well. */
        CASES
    }

    Roles roles() {
        var names = new ArrayList<>(List.of("moment", "measure"));
        var columns = new ArrayList<>(List.of(time, value));
        if (denominator != null) {
            names.add("denominator");
            columns.add(denominator);
        }
        if (by != null) {
            names.add("series");
            columns.add(by);
        }
        return Roles.named(names, columns);
    }
}
