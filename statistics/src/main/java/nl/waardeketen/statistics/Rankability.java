// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;

/** The share of the differences between units that is not chance: sd²/(sd² + median of 1/V). */
final class Rankability {
    private Rankability() {}

    /** @param precisions V of each unit; those of zero say nothing and are left out */
    static double of(double sd, double[] precisions) {
        var chance = Arrays.stream(precisions)
                .filter(precision -> precision > 0)
                .map(precision -> 1 / precision)
                .toArray();
        if (chance.length == 0) {
            return Double.NaN;
        }
        double variance = sd * sd;
        return variance == 0 ? 0 : variance / (variance + Quantiles.type7(chance, 0.5));
    }
}
