// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/** Standard normal quantiles in use: the field's printed values for limits, the exact one for intervals. */
final class Normal {
    static final double WATCH = 1.959964;
    static final double SIGNAL = 3.090232;
    static final double TWO_SIDED_95 = 1.959963984540054;

    private Normal() {}
}
