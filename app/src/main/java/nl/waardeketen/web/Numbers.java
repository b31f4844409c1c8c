// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Numbers as the pages write them: "26,8%", "1.204", "−0,3" in Dutch, "26.8%", "1,204" in English; "–" for what is not a
 * number.
 */
public final class Numbers {
    public static final String NONE = "–";
    private static final char MINUS = '\u2212';
    private static final double SMALLEST_SHARE = 0.001;

    private final boolean english;
    private final DecimalFormatSymbols symbols;

    private Numbers(boolean english) {
        this.english = english;
        symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(english ? '.' : ',');
        symbols.setGroupingSeparator(english ? ',' : '.');
        symbols.setMinusSign(MINUS);
    }

    public static Numbers in(Locale locale) {
        return new Numbers(locale.getLanguage().equals("en"));
    }

    /** A whole number. */
    public String count(double value) {
        return decimal(value, 0);
    }

    /** A number with that many decimals; a small negative number does not become "−0". */
    public String decimal(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        var rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
        var format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(rounded);
    }

    /** A share as a percentage with one decimal; what lies closer to nothing or all than that is said so. */
    public String percent(double share) {
        if (share > 0 && share < SMALLEST_SHARE) {
            return (english ? "less than " : "minder dan ") + decimal(0.1, 1) + "%";
        }
        if (share < 1 && share > 1 - SMALLEST_SHARE) {
            return (english ? "more than " : "meer dan ") + decimal(99.9, 1) + "%";
        }
        return Double.isFinite(share) ? percentNumber(share) + "%" : NONE;
    }

    /** A share as a percentage without decimals, for the completeness of data; never rounded to all. */
    public String wholePercent(double share) {
        if (!Double.isFinite(share)) {
            return NONE;
        }
        double percentage = 100 * share;
        return decimal(share < 1 ? Math.min(99, percentage) : percentage, 0) + "%";
    }

    /** Both ends of an interval of shares, the sign once: "22,8–31,3%". */
    public String percentInterval(double low, double high) {
        return interval(percentNumber(low), percentNumber(high), low < 0, "%");
    }

    /** Both ends of an interval, the unit once; with a negative end "−7,3 tot +2,6". */
    public String interval(double low, double high, int decimals) {
        return interval(decimal(low, decimals), decimal(high, decimals), low < 0, "");
    }

    /** Whole euros, rounded to tens. */
    public String euros(double value) {
        return Double.isFinite(value) ? "€\u00A0" + decimal(tens(value), 0) : NONE;
    }

    /** Both ends in whole euros, rounded to tens. */
    public String euroInterval(double low, double high) {
        return Double.isFinite(low) && Double.isFinite(high)
                ? "€\u00A0" + interval(decimal(tens(low), 0), decimal(tens(high), 0), low < 0, "")
                : NONE;
    }

    private String interval(String low, String high, boolean negative, String unit) {
        if (low.equals(NONE) || high.equals(NONE)) {
            return NONE;
        }
        if (!negative) {
            return low + NONE + high + unit;
        }
        var signed = high.charAt(0) == MINUS ? high : "+" + high;
        return low + (english ? " to " : " tot ") + signed + unit;
    }

    private String percentNumber(double share) {
        return share == 0 || share == 1 ? decimal(100 * share, 0) : decimal(100 * share, 1);
    }

    private static double tens(double value) {
        return Math.round(value / 10) * 10.0;
    }
}
