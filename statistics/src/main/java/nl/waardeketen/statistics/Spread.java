// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import org.jspecify.annotations.Nullable;

/**
 * How the amounts of one unit's patients spread around what was expected of them.
 *
 * @param squares sum of y² over its rows
 * @param products sum of yμ
 * @param expectedSquares sum of μ²
 * @param resampled 95 % interval of what it would observe, from resampled patients; {@code null} if that was not asked for
 */
public record Spread(
        double squares,
        double products,
        double expectedSquares,
        @Nullable Interval resampled) {
    private static final double ROUNDING = 1e-13;

    /** Σ(y − rμ)² over the rows of the unit, zero when it is no more than rounding. */
    double around(double ratio) {
        double sum = squares - 2 * ratio * products + ratio * ratio * expectedSquares;
        return sum > ROUNDING * squares ? sum : 0;
    }
}
