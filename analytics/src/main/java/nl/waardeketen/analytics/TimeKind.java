// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a column writes times. All times of a file are of one kind. */
public enum TimeKind {
    /** A date with hours and minutes; its place is in minutes. */
    MOMENT(
            "a date with a time, such as 2026-03-31 14:05",
            List.of("(.+?)[T ] *(\\d{1,2}):(\\d{2})(?::\\d{2}(?:\\.\\d+)?)?Z?")) {
        @Override
        double place(MatchResult parts) {
            double day = DATE.place(parts.group(1));
            double hour = number(parts, 2);
            double minute = number(parts, 3);
            return hour < 24 && minute < 60 ? day * 24 * 60 + hour * 60 + minute : Double.NaN;
        }
    },
    /** A date, year first or last; its place is in days. */
    DATE(
            "a date, such as 2026-03-31 or 31-03-2026",
            List.of(
                    "(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})",
                    "(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})", "((?:18|19|20)\\d{2})(\\d{2})(\\d{2})")) {
        @Override
        double place(MatchResult parts) {
            boolean yearFirst = parts.group(1).length() == 4;
            try {
                return LocalDate.of(
                                number(parts, yearFirst ? 1 : 3), number(parts, 2), number(parts, yearFirst ? 3 : 1))
                        .toEpochDay();
            } catch (DateTimeException e) {
                return Double.NaN;
            }
        }
    },
    /** A month; its place is in months. */
    MONTH(
            "a month, such as 2026-03 or mrt 2026",
            List.of(
                    "(\\d{4})[-/ ]?[Mm](\\d{1,2})",
                    "(\\d{4})[-/ ](\\d{1,2})",
                    "((?:18|19|20)\\d{2})(\\d{2})",
                    "(\\d{1,2})[-/](\\d{4})",
                    "(\\p{L}{3,})\\.?[- ](\\d{4})",
                    "(\\d{4})[- ](\\p{L}{3,})\\.?")) {
        @Override
        double place(MatchResult parts) {
            boolean yearFirst = Character.isDigit(parts.group(1).charAt(0))
                    && parts.group(1).length() == 4;
            int month = month(parts.group(yearFirst ? 2 : 1));
            return month > 0 ? 12.0 * number(parts, yearFirst ? 1 : 2) + month : Double.NaN;
        }
    },
    /** A quarter; its place is in quarters. */
    QUARTER("a quarter, such as 2026Q1", List.of("(\\d{4})[- ]?[QqKk]([1-4])", "[QqKk]([1-4])[- ]?(\\d{4})")) {
        @Override
        double place(MatchResult parts) {
            boolean yearFirst = parts.group(1).length() == 4;
            return 4.0 * number(parts, yearFirst ? 1 : 2) + number(parts, yearFirst ? 2 : 1);
        }
    },
    /** A week after ISO 8601; its place is in weeks. */
    WEEK("a week, such as 2026-W14", List.of("(\\d{4})-?[Ww](\\d{1,2})")) {
        @Override
        double place(MatchResult parts) {
            int year = number(parts, 1);
            int week = number(parts, 2);
            var first = LocalDate.of(year, 1, 4);
            boolean exists = week >= 1
                    && week
                            <= IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                    .rangeRefinedBy(first)
                                    .getMaximum();
            // A Monday lies three days after a whole number of weeks since 1 January 1970.
            return exists ? Math.floorDiv(first.toEpochDay() + 3, 7) + week - 1.0 : Double.NaN;
        }
    },
    /** A number, such as a year or the number of a sample. */
    NUMBER("a number", List.of("[+-]?\\d{1,15}(?:[.,]\\d{1,15})?")) {
        @Override
        double place(MatchResult parts) {
            return Double.parseDouble(parts.group().replace(',', '.'));
        }
    };

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mrt|mar|maa", "apr", "mei|may", "jun", "jul", "aug", "sep", "okt|oct", "nov", "dec");

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Pattern> forms;

    TimeKind(String words, List<String> forms) {
        this.words = words;
        this.forms = forms.stream().map(Pattern::compile).toList();
    }

    abstract double place(MatchResult parts);

    /** Where this time lies, in units of its kind; {@code NaN} for a text of another kind. */
    public double place(String text) {
        for (var form : forms) {
            var matcher = form.matcher(text.strip());
            if (matcher.matches()) {
                return place(matcher.toMatchResult());
            }
        }
        return Double.NaN;
    }

    /** Where this time lies, also when it is written as a date, month or quarter while times here are of another of these. */
    public double start(String text) {
        double place = place(text);
        return Double.isNaN(place) ? day(text).map(this::place).orElse(Double.NaN) : place;
    }

    private static Optional<LocalDate> day(String text) {
        double day = DATE.place(text);
        if (!Double.isNaN(day)) {
            return Optional.of(LocalDate.ofEpochDay((long) day));
        }
        double month = Double.isNaN(MONTH.place(text)) ? 3 * QUARTER.place(text) - 2 : MONTH.place(text);
        return Double.isNaN(month) ? Optional.empty() : Optional.of(firstOfMonth((int) month));
    }

    private static LocalDate firstOfMonth(int month) {
        return LocalDate.of(Math.floorDiv(month - 1, 12), Math.floorMod(month - 1, 12) + 1, 1);
    }

    private double place(LocalDate day) {
        double month = 12.0 * day.getYear() + day.getMonthValue();
        return switch (this) {
            case MOMENT -> day.toEpochDay() * 24.0 * 60;
            case DATE -> day.toEpochDay();
            case MONTH -> month;
            case QUARTER -> Math.floor((month + 2) / 3);
            case WEEK, NUMBER -> Double.NaN;
        };
    }

    /** What a time of this kind looks like, in English. */
    public String words() {
        return words;
    }

    /** The kind that most of the texts are of. */
    static TimeKind of(List<String> texts) {
        var best = NUMBER;
        long most = 0;
        for (var kind : values()) {
            long fitting = texts.stream()
                    .filter(text -> !Double.isNaN(kind.place(text)))
                    .count();
            if (fitting > most) {
                best = kind;
                most = fitting;
            }
        }
        return best;
    }

    private static int number(MatchResult parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** 1 to 12, of a number or a name in Dutch or English; 0 for anything else. */
    private static int month(String text) {
        if (Character.isDigit(text.charAt(0))) {
            int month = Integer.parseInt(text);
            return month <= MONTHS.size() ? month : 0;
        }
        var start = text.substring(0, 3).toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (Stream.of(MONTHS.get(i).split("\\|", -1)).anyMatch(start::equals)) {
                return i + 1;
            }
        }
        return 0;
    }
}
