// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.concepts.OutcomeSet;

/** When deliveries of a patient group are due: some days after the end of each quarter. */
final class DueDates {
    /** Days after the end of a quarter, where the outcome set says nothing. */
    static final int USUAL_DAYS = 42;

    private DueDates() {}

    /** The date that says to which quarter an episode belongs. */
    static Optional<DescribedVariable> periodDate(OutcomeSet set) {
        return set.indicators().stream()
                .map(indicator -> set.described(indicator.periodDate()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Days after the end of a quarter within which it is to be delivered. */
    static int days(OutcomeSet set) {
        return periodDate(set).map(date -> date.expectation().late()).orElse(USUAL_DAYS);
    }

    static LocalDate of(Period quarter, OutcomeSet set) {
        return quarter.until().plusDays(days(set));
    }

    /** The quarter of this day and those before it, newest first. */
    static List<Period> quarters(LocalDate today, int count) {
        var quarters = new ArrayList<Period>();
        var quarter = Period.quarter(today.getYear(), (today.getMonthValue() + 2) / 3);
        for (int i = 0; i < count; i++) {
            quarters.add(quarter);
            quarter = new Period(quarter.from().minusMonths(3), quarter.from());
        }
        return Collections.unmodifiableList(quarters);
    }
}
