// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variable of an outcome set, which is a column of the lake table {@code episode}.
 *
 * @param code lower-case word, the name of the column
 * @param low smallest value allowed of a number, or {@code null}
 * @param high largest value allowed of a number, or {@code null}
 * @param categories codes allowed of a category, in order; empty for other types
 */
public record Variable(
        String code,
        Type type,
        boolean required,
        @Nullable Double low,
        @Nullable Double high,
        List<String> categories) {

    public Variable {
        categories = List.copyOf(categories);
    }

    /** What a variable holds. */
    public enum Type {
        DATE,
        /** Date and time, to the minute. */
        TIME,
        INTEGER,
        NUMBER,
        /** Yes or no. */
        FLAG,
        CATEGORY,
        TEXT;

        /** Whether its values can be added up. */
        public boolean isNumeric() {
            return this == INTEGER || this == NUMBER;
        }
    }
}
