// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

/**
 * Where the largest numbers of an indicator are cut.
 *
 * @param share quantile of all values of the reference period, above 0 and up to 1; {@code NaN} for a cap that is given
 * @param at the cap that is given; {@code NaN} for a quantile
 */
public record Cap(double share, double at) {
    public Cap {
        boolean quantile = share > 0 && share <= 1 && Double.isNaN(at);
        boolean given = Double.isNaN(share) && Double.isFinite(at);
        if (!quantile && !given) {
            throw new IllegalArgumentException("neither a quantile nor a number to cut at: " + share + ", " + at);
        }
    }

    public static Cap quantile(double share) {
        return new Cap(share, Double.NaN);
    }

    public static Cap at(double value) {
        return new Cap(Double.NaN, value);
    }

    /** The question for it, given the column of the values. */
    String sql(String values) {
        return Double.isNaN(share)
                ? "CAST(max(" + at + ") AS DOUBLE)"
                : "percentile_cont(" + share + ") WITHIN GROUP (ORDER BY " + values + ")";
    }
}
