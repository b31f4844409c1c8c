// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;

/**
 * What one unit of comparison (a hospital, say) observed, and what was expected of it.
 *
 * @param unit its code, a text
 * @param n patients: rows, or trials where rows hold several patients
 * @param observed events, or the sum of the count
 * @param exposure denominator of the rate: {@code n}, or the sum of the exposure
 * @param expected sum of the expected values of its patients
 * @param variance variance of {@code observed} under the model: Σp(1−p) for a proportion, {@code expected} for a count
 */
public record UnitTotals(String unit, long n, double observed, double exposure, double expected, double variance) {

    static final Comparator<UnitTotals> BY_UNIT = Comparator.comparing(UnitTotals::unit, CodePoints.ORDER);

    /** These totals, whose expected value is from elsewhere, with that value rounded half to even. */
    public UnitTotals givenRounded(Kind kind, int decimals) {
        return given(kind, unit, n, observed, exposure, rounded(expected, decimals));
    }

    static double rounded(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** Totals with an expected value from elsewhere; the variance of a proportion is then E(1−E/n). */
    public static UnitTotals given(Kind kind, String unit, long n, double observed, double exposure, double expected) {
        if (kind == Kind.PROPORTION && expected > n) {
            throw new IllegalArgumentException(unit + " expects " + expected + " events of " + n + " patients");
        }
        double variance = kind == Kind.COUNT || n == 0 ? expected : expected * (1 - expected / n);
        return new UnitTotals(unit, n, observed, exposure, expected, variance);
    }
}
