// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Quantiles of the chi-squared distribution. Above a thousand million degrees of freedom, where the exact inverse no longer
 * converges, by the cube root of Wilson &amp; Hilferty (1931, PNAS 17:684), whose error is then below 1e-12.
 */
final class ChiSquared {
    private static final double MANY = 1e9;

    private ChiSquared() {}

    /** The value that is exceeded with chance one minus tail. */
    static double lower(double degreesOfFreedom, double tail) {
        return degreesOfFreedom > MANY
                ? cubeRoot(degreesOfFreedom, -Normal.beyond(tail))
                : ChiSquaredDistribution.of(degreesOfFreedom).inverseCumulativeProbability(tail);
    }

    /** The value that is exceeded with chance tail. */
    static double upper(double degreesOfFreedom, double tail) {
        return degreesOfFreedom > MANY
                ? cubeRoot(degreesOfFreedom, Normal.beyond(tail))
                : ChiSquaredDistribution.of(degreesOfFreedom).inverseSurvivalProbability(tail);
    }

    private static double cubeRoot(double degreesOfFreedom, double z) {
        double spread = 2 / (9 * degreesOfFreedom);
        double root = 1 - spread + z * Math.sqrt(spread);
        return degreesOfFreedom * root * root * root;
    }
}
