// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/** A closed interval; {@code NaN} at both ends where there is none. */
public record Interval(double low, double high) {

    /** The interval of a quantity that cannot be computed. */
    public static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    /** Whether the value lies below or above the interval; never for {@code NaN}. */
    public boolean excludes(double value) {
        return value < low || value > high;
    }

    /** As far as it lies within another one. */
    Interval within(Interval other) {
        return new Interval(
                Math.min(Math.max(low, other.low), other.high), Math.max(Math.min(high, other.high), other.low));
    }

    Interval dividedBy(double divisor) {
        return divisor > 0 ? new Interval(low / divisor, high / divisor) : NONE;
    }
}
