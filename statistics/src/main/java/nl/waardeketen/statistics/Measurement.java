// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/**
 * What was measured at one time.
 *
 * @param value a measurement, or a count of events
 * @param denominator cases or exposure in which events were counted, or by which a measurement is divided; 1 without
 * @param excluded shown and held against the limits, but no part of centre, limits or runs
 * @param startsSegment whether centre and limits are computed anew from here on
 */
public record Measurement(double value, double denominator, boolean excluded, boolean startsSegment) {

    public Measurement {
        if (!Double.isFinite(value) || !Double.isFinite(denominator) || denominator <= 0) {
            throw new IllegalArgumentException(
                    "a measurement is finite and has a denominator above zero, not " + value + " of " + denominator);
        }
    }

    public static Measurement of(double value) {
        return new Measurement(value, 1, false, false);
    }

    public static Measurement of(double value, double denominator) {
        return new Measurement(value, denominator, false, false);
    }

    /** The point that a chart shows. */
    double ratio() {
        return value / denominator;
    }
}
