// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.util.Locale;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;

/** Quarters and counts in the language of a page. */
record DueWords(Locale locale) {

    /** "K3 2026". */
    Phrase quarter(Period quarter) {
        int number = (quarter.from().getMonthValue() + 2) / 3;
        return Phrase.of(
                "due.quarter",
                String.valueOf(number),
                String.valueOf(quarter.from().getYear()));
    }

    String count(long number) {
        return Numbers.in(locale).count((double) number);
    }
}
