// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.numbers.gamma.InverseErfc;

/** The standard normal distribution: tails, and quantiles in use: the field's printed values for limits, the exact one for intervals. */
final class Normal {
    static final double WATCH = 1.959964;
    static final double SIGNAL = 3.090232;
    static final double TWO_SIDED_95 = 1.959963984540054;

    private static final double ROOT2 = Math.sqrt(2);
    private static final double NEAR = 0.75;

    private Normal() {}

    /** The value that is exceeded with chance {@code tail}. */
    static double beyond(double tail) {
        return ROOT2 * InverseErfc.value(2 * tail);
    }

    /** The chance of more than {@code value}, which is not negative. Further out the scaled function is twice as fast. */
    static double tail(double value) {
        return value < NEAR
                ? Erfc.value(value / ROOT2) / 2
                : Erfcx.value(value / ROOT2) * Math.exp(-value * value / 2) / 2;
    }
}
