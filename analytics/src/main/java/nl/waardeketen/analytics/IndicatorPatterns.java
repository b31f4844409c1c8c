// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import nl.waardeketen.statistics.Patterns;

/**
 * The case-mix patterns that occur in the population of one indicator.
 *
 * @param codes number of each pattern among all patterns of its case-mix set
 * @param all how many patterns the set has
 */
public record IndicatorPatterns(Patterns patterns, int[] codes, int all) {

    /** Values of these patterns, in their order, for every pattern of the set; 0 where nobody is. */
    public double[] spread(double[] values) {
        var ofAll = new double[all];
        for (int i = 0; i < codes.length; i++) {
            ofAll[codes[i]] = values[i];
        }
        return ofAll;
    }
}
