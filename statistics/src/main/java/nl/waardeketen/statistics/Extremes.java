// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/**
 * What is done with the most extreme units before overdispersion is estimated, so that the outliers sought do not hide
 * themselves.
 *
 * @param method what happens to them
 * @param share share of units per tail, from 0 to just below a half
 */
public record Extremes(Method method, double share) {

    /** Pulled in to the quantile, or left out as the English SHMI does. */
    public enum Method {
        WINSORISE,
        TRUNCATE
    }

    public Extremes {
        if (!(share >= 0 && share < 0.5)) {
            throw new IllegalArgumentException("a share per tail lies from 0 to below 0.5, not " + share);
        }
    }

    public static Extremes winsorise(double share) {
        return new Extremes(Method.WINSORISE, share);
    }

    public static Extremes truncate(double share) {
        return new Extremes(Method.TRUNCATE, share);
    }
}
