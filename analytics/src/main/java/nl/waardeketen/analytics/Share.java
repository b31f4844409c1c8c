// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of a whole as a percentage that never rounds to a lie: 0% is none and 100% is all, and a share beyond a limit does
 * not look like the limit.
 */
public record Share(long part, long whole) {
    private static final int MOST_DECIMALS = 12;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Share {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " of " + whole);
        }
    }

    /** The share itself; of nothing it is 0. */
    public double value() {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** As a percentage, with as many decimals as it takes. */
    public String text() {
        return text(0);
    }

    /** The same, also told apart from a limit: 5.004% where the limit is 0.05. */
    public String text(double limit) {
        if (part == 0 || part == whole) {
            return part == 0 ? "0%" : "100%";
        }
        var exact = BigDecimal.valueOf(part)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(whole), 20, RoundingMode.HALF_EVEN);
        for (int decimals = 0; decimals < MOST_DECIMALS; decimals++) {
            var rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN);
            if (isTrue(rounded, limit)) {
                return plain(rounded);
            }
        }
        return plain(exact.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN));
    }

    private boolean isTrue(BigDecimal rounded, double limit) {
        var bound = BigDecimal.valueOf(limit).multiply(HUNDRED);
        boolean sameSide = rounded.compareTo(bound) != 0 || value() == limit;
        return rounded.signum() > 0 && rounded.compareTo(HUNDRED) < 0 && sameSide;
    }

    /** A limit as a percentage: 5% for 0.05. */
    public static String of(double limit) {
        return plain(BigDecimal.valueOf(limit).multiply(HUNDRED));
    }

    private static String plain(BigDecimal number) {
        return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString() + "%";
    }
}
