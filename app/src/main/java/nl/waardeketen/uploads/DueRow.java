// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.deliveries.Delivery;
import nl.waardeketen.web.Dates;
import nl.waardeketen.web.Phrase;

/**
 * What is due of a patient group, quarter by quarter.
 *
 * @param title of the group
 * @param days after the end of a quarter
 */
record DueRow(String title, int days, List<Cell> cells) {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    DueRow {
        cells = List.copyOf(cells);
    }

    /** How a quarter stands. */
    enum Standing {
        DELIVERED,
        /** Delivered after it was due. */
        DELIVERED_LATE,
        /** Some rows wait in quarantine. */
        QUARANTINE,
        /** Due, and not there. */
        LATE,
        /** Not due yet. */
        OPEN,
        /** The quarter is not over. */
        RUNNING;

        /** Key of its words in the bundles. */
        public String key() {
            return "due." + name();
        }
    }

    /** A quarter. */
    record Cell(Phrase quarter, Standing standing, Phrase note) {}

    /** A delivery that counts, with the quarters of which it has episodes. */
    record Covering(Delivery delivery, List<Period> quarters) {}

    static DueRow of(OutcomeSet set, List<Period> quarters, List<Covering> counting, LocalDate today, DueWords words) {
        var cells = new ArrayList<Cell>();
        for (var quarter : quarters) {
            var covering = counting.stream()
                    .filter(each -> each.quarters().contains(quarter))
                    .map(Covering::delivery)
                    .sorted(Comparator.comparing(Delivery::receivedAt))
                    .toList();
            cells.add(cell(quarter, DueDates.of(quarter, set), covering, today, words));
        }
        return new DueRow(set.title().in(words.locale()), DueDates.days(set), cells);
    }

    private static Cell cell(Period quarter, LocalDate due, List<Delivery> covering, LocalDate today, DueWords words) {
        var dates = Dates.in(words.locale());
        var name = words.quarter(quarter);
        if (covering.isEmpty()) {
            var standing = today.isBefore(quarter.until())
                    ? Standing.RUNNING
                    : today.isAfter(due) ? Standing.LATE : Standing.OPEN;
            var note = standing == Standing.LATE
                    ? Phrase.of("due.since", dates.date(due), words.count(ChronoUnit.DAYS.between(due, today)))
                    : Phrase.of("due.before", dates.date(due));
            return new Cell(name, standing, note);
        }
        long quarantined = covering.stream().mapToLong(Delivery::quarantined).sum();
        var first = LocalDate.ofInstant(covering.get(0).receivedAt(), ZONE);
        var note = Phrase.of("due.on", dates.date(first));
        if (quarantined > 0) {
            return new Cell(
                    name,
                    Standing.QUARANTINE,
                    Phrase.of(quarantined == 1 ? "due.quarantined.one" : "due.quarantined", words.count(quarantined)));
        }
        return new Cell(name, first.isAfter(due) ? Standing.DELIVERED_LATE : Standing.DELIVERED, note);
    }
}
