// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import org.apache.commons.numbers.gamma.InverseErfc;

/** Standard normal quantiles in use: the field's printed values for limits, the exact one for intervals. */
final class Normal {
    static final double WATCH = 1.959964;
    static final double SIGNAL = 3.090232;
    static final double TWO_SIDED_95 = 1.959963984540054;

    private Normal() {}

    /** The value that is exceeded with chance {@code tail}. */
    static double beyond(double tail) {
        return Math.sqrt(2) * InverseErfc.value(2 * tail);
    }
}
