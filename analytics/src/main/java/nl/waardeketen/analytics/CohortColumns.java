// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;
import nl.waardeketen.statistics.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a delimited file make up a comparison.
 *
 * @param unit the unit of comparison, a hospital say; always a text
 * @param outcome 0/1 or true/false, or a count or amount
 * @param trials patients per row, of whom {@code outcome} had the event
 * @param exposure denominator of a count or amount
 * @param expected expected value from elsewhere
 * @param cap quantile to which larger counts or amounts are pulled in
 */
public record CohortColumns(
        String unit,
        String outcome,
        Kind kind,
        @Nullable String trials,
        @Nullable String exposure,
        @Nullable String expected,
        List<CaseMix> caseMix,
        @Nullable Double cap) {

    /** How a case-mix column was asked to be used. */
    public enum Use {
        /** A number linear, a text as factor. */
        BY_CONTENT,
        FACTOR,
        QUADRATIC,
        SPLINE
    }

    /** A case-mix column. */
    public record CaseMix(String column, Use use) {}

    public CohortColumns {
        caseMix = List.copyOf(caseMix);
        if (trials != null && exposure != null) {
            throw new IllegalArgumentException(
                    "trials " + trials + " and exposure " + exposure + " exclude each other");
        }
    }

    String weightRule() {
        return trials != null ? "trials" : exposure != null ? "exposure" : "none";
    }

    @Nullable
    String weight() {
        return trials != null ? trials : exposure;
    }
}
