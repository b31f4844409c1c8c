// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;
import nl.waardeketen.statistics.Patterns;

/**
 * The case-mix patterns that occur in the population of one indicator.
 *
 * @param codes number of each pattern among all patterns of its case-mix set
 * @param all how many patterns the set has
 */
public record IndicatorPatterns(Patterns patterns, int[] codes, int all) {

    /** Fitted values of these patterns, in their order, for every pattern of the set; 0 where nobody is. */
    NumberTable rates(double[] fitted) {
        var code = new double[all];
        var rate = new double[all];
        for (int i = 0; i < all; i++) {
            code[i] = i;
        }
        for (int i = 0; i < codes.length; i++) {
            rate[codes[i]] = fitted[i];
        }
        return new NumberTable(List.of("code", "rate"), new double[][] {code, rate});
    }
}
