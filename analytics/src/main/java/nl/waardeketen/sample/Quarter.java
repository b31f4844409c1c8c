// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** A quarter of a year, written as {@code 2026Q3}. */
record Quarter(int year, int number) {
    private static final Pattern FORM = Pattern.compile("(20\\d\\d)Q([1-4])");
    private static final int QUARTERS_PER_YEAR = 4;
    private static final int MONTHS = 3;

    static Quarter of(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a quarter like 2026Q3: " + text);
        }
        return new Quarter(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    Quarter minus(int quarters) {
        int index = year * QUARTERS_PER_YEAR + number - 1 - quarters;
        return new Quarter(index / QUARTERS_PER_YEAR, index % QUARTERS_PER_YEAR + 1);
    }

    int firstDay() {
        return (int) first().toEpochDay();
    }

    int lastDay() {
        return (int) first().plusMonths(MONTHS).toEpochDay() - 1;
    }

    private LocalDate first() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    @Override
    public String toString() {
        return year + "Q" + number;
    }
}
