// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;

/**
 * What a column of a delivered file looks like, to help those who say what it means. Values are without the spaces around
 * them; missing ones ({@code NA}, {@code NULL}, a point, nothing) count in {@code rows} and {@code missing} alone.
 *
 * @param name as the file spells it
 * @param examples the first five different values
 * @param rows of the file
 * @param missing rows without a value
 * @param distinct different values, exactly
 * @param longest characters of the longest value
 * @param shares what part of the values reads as what
 * @param spread where the values that read as numbers lie
 * @param frequent the thirty most frequent values, where there are at most 500 different ones; most frequent first
 */
public record ColumnProfile(
        String name,
        List<String> examples,
        long rows,
        long missing,
        long distinct,
        long longest,
        Shares shares,
        Spread spread,
        List<Frequency> frequent) {

    public ColumnProfile {
        examples = List.copyOf(examples);
        frequent = List.copyOf(frequent);
    }

    /** A value and in how many rows it stands. */
    public record Frequency(String value, long rows) {}

    /**
     * Parts of the values that are there, from 0 to 1; NaN where there are none. One value may read as several things:
     * 20240301 is a number, a date and whole.
     *
     * @param pointNumber a number with a decimal point, or without decimals
     * @param commaNumber a number with a decimal comma
     * @param whole digits alone, with or without a sign
     * @param date a date by the form that fits most values; the first such form where several do
     * @param dateForm that form, such as {@code dd-mm-yyyy}; empty where none fits any value
     * @param moment a date with a time
     * @param flag yes or no in one of the spellings that a delivery may use
     * @param serviceNumber what passes the test of a citizen service number (BSN); one in eleven of other numbers of nine
     *     digits does so by chance
     */
    public record Shares(
            double pointNumber,
            double commaNumber,
            double whole,
            double date,
            String dateForm,
            double moment,
            double flag,
            double serviceNumber) {}

    /** Least, middle and greatest of the different values that read as numbers; NaN where none does. */
    public record Spread(double least, double middle, double greatest) {}
}
