// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A span of whole quarters: {@code 2026Q3}, {@code 2026} or {@code 2024Q1..2026Q3}.
 *
 * @param from first day
 * @param until first day after it
 */
public record Period(LocalDate from, LocalDate until) implements Comparable<Period> {
    private static final Pattern PART = Pattern.compile("((?:19|20)\\d\\d)(?:Q([1-4]))?");
    private static final String BETWEEN = "..";

    public Period {
        if (!from.isBefore(until) || !startsQuarter(from) || !startsQuarter(until)) {
            throw new IllegalArgumentException("not a span of whole quarters: " + from + " until " + until);
        }
    }

    private static boolean startsQuarter(LocalDate date) {
        return date.getDayOfMonth() == 1 && date.getMonthValue() % 3 == 1;
    }

    /** The period that the text spells; empty if it spells none. */
    public static Optional<Period> parse(String text) {
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            return part(text);
        }
        var first = part(text.substring(0, between));
        var last = part(text.substring(between + BETWEEN.length()));
        return first.isPresent() && last.isPresent() && first.get().from.isBefore(last.get().until)
                ? Optional.of(new Period(first.get().from, last.get().until))
                : Optional.empty();
    }

    private static Optional<Period> part(String text) {
        var matcher = PART.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        return Optional.of(matcher.group(2) == null ? year(year) : quarter(year, Integer.parseInt(matcher.group(2))));
    }

    public static Period year(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    /**
     * A quarter of a year.
     *
     * @param quarter 1 to 4
     */
    public static Period quarter(int year, int quarter) {
        var from = LocalDate.of(year, 3 * quarter - 2, 1);
        return new Period(from, from.plusMonths(3));
    }

    /** Its quarters, oldest first. */
    public List<Period> quarters() {
        var quarters = new ArrayList<Period>();
        for (var start = from; start.isBefore(until); start = start.plusMonths(3)) {
            quarters.add(new Period(start, start.plusMonths(3)));
        }
        return List.copyOf(quarters);
    }

    /** Its last four quarters, or all of it if it is shorter. */
    public Period lastYear() {
        var start = until.minusMonths(12);
        return start.isAfter(from) ? new Period(start, until) : this;
    }

    /** Each four quarters in a row, oldest first; itself if it is shorter. */
    public List<Period> rollingYears() {
        var years = new ArrayList<Period>();
        for (var start = from; !start.plusMonths(12).isAfter(until); start = start.plusMonths(3)) {
            years.add(new Period(start, start.plusMonths(12)));
        }
        return years.isEmpty() ? List.of(this) : List.copyOf(years);
    }

    public boolean isQuarter() {
        return from.plusMonths(3).equals(until);
    }

    public boolean isYear() {
        return from.getMonthValue() == 1 && from.plusMonths(12).equals(until);
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        if (isYear()) {
            return String.valueOf(from.getYear());
        }
        var first = quarterOf(from);
        return isQuarter() ? first : first + BETWEEN + quarterOf(until.minusMonths(3));
    }

    private static String quarterOf(LocalDate start) {
        return start.getYear() + "Q" + (start.getMonthValue() + 2) / 3;
    }

    /** By last day, then the shorter first. */
    @Override
    public int compareTo(Period other) {
        int byEnd = until.compareTo(other.until);
        return byEnd != 0 ? byEnd : other.from.compareTo(from);
    }
}
