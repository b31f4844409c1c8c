// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.time.LocalDate;
import java.util.Locale;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.web.Dates;
import nl.waardeketen.web.Phrase;

/** Periods as the pages write them. */
final class PeriodWords {
    private PeriodWords() {}

    /** "K4 2025 t/m K3 2026", "K3 2026" or "2026". */
    static Phrase of(Period period) {
        if (period.isYear()) {
            return year(period);
        }
        var last = period.until().minusMonths(3);
        return period.isQuarter() ? quarter(last) : Phrase.of("period.span", quarter(period.from()), quarter(last));
    }

    /** "1 oktober 2025 t/m 30 september 2026". */
    static Phrase dates(Period period, Locale locale) {
        var dates = Dates.in(locale);
        return Phrase.of(
                "period.span",
                dates.date(period.from()),
                dates.date(period.until().minusDays(1)));
    }

    /** "K3", with the year under the first quarter, or "2026". */
    static Phrase onAxis(Period period) {
        var start = period.from();
        if (!period.isQuarter()) {
            return year(period);
        }
        int quarter = (start.getMonthValue() + 2) / 3;
        return quarter == 1
                ? Phrase.of("period.axis.first", String.valueOf(start.getYear()))
                : Phrase.of("period.axis", String.valueOf(quarter));
    }

    private static Phrase year(Period period) {
        return Phrase.of("period.year", String.valueOf(period.from().getYear()));
    }

    private static Phrase quarter(LocalDate start) {
        return Phrase.of(
                "period.quarter", String.valueOf((start.getMonthValue() + 2) / 3), String.valueOf(start.getYear()));
    }
}
