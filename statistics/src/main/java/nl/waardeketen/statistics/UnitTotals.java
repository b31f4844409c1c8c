// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of comparison (a hospital, say) observed, and what was expected of it.
 *
 * @param unit its code, a text
 * @param n patients: rows, or trials where rows hold several patients
 * @param observed events, or the sum of the count or amount
 * @param exposure denominator of the rate: {@code n}, or the sum of the exposure
 * @param expected sum of the expected values of its patients
 * @param variance variance of {@code observed} under the model: Σp(1−p) for a proportion, {@code expected} for a count,
 *     dispersion × Σμ² for an amount
 * @param spread how the amounts of its patients spread; {@code null} when the outcome is no amount
 */
public record UnitTotals(
        String unit,
        long n,
        double observed,
        double exposure,
        double expected,
        double variance,
        @Nullable Spread spread) {

    private static final int MOST_DIGITS = 15;

    /** Totals of an outcome that is no amount. */
    public UnitTotals(String unit, long n, double observed, double exposure, double expected, double variance) {
        this(unit, n, observed, exposure, expected, variance, null);
    }

    static final Comparator<UnitTotals> BY_UNIT = Comparator.comparing(UnitTotals::unit, CodePoints.ORDER);

    /**
     * These totals, whose expected value is from elsewhere, with that value rounded half to even; the variance of an amount
     * stays as it is.
     */
    public UnitTotals givenRounded(Kind kind, int decimals) {
        return kind.isAmount()
                ? withExpected(rounded(expected, decimals), variance)
                : givenRoundedEvents(kind, decimals);
    }

    UnitTotals withExpected(double otherExpected, double otherVariance) {
        return new UnitTotals(unit, n, observed, exposure, otherExpected, otherVariance, spread);
    }

    private UnitTotals givenRoundedEvents(Kind kind, int decimals) {
        return given(kind, unit, n, observed, exposure, rounded(expected, decimals));
    }

    /**
     * As R 4 rounds: the nearer of both numbers with that many decimals, the even one when they are equally near. All are
     * taken as doubles, so that 3.685 is half-way between 3.68 and 3.69 although its double is a trifle larger.
     */
    static double rounded(double value, int decimals) {
        double digits = decimals + (Math.getExponent(value) + 0.5) * Math.log10(2);
        if (digits > MOST_DIGITS) {
            return value;
        }
        double power = Math.pow(10, decimals);
        double whole = Math.floor(value * power);
        double down = whole / power;
        double up = Math.ceil(value * power) / power;
        double toDown = value - down;
        double toUp = up - value;
        return toDown < toUp || (toDown == toUp && whole % 2 == 0) ? down : up;
    }

    /** Totals with an expected value from elsewhere; the variance of a proportion is then E(1−E/n). */
    public static UnitTotals given(Kind kind, String unit, long n, double observed, double exposure, double expected) {
        if (kind.isAmount()) {
            throw new IllegalArgumentException(unit + " has a " + kind + ", whose variance follows from its patients");
        }
        if (kind == Kind.PROPORTION && expected > n) {
            throw new IllegalArgumentException(unit + " expects " + expected + " events of " + n + " patients");
        }
        double variance = kind == Kind.COUNT || n == 0 ? expected : expected * (1 - expected / n);
        return new UnitTotals(unit, n, observed, exposure, expected, variance);
    }
}
