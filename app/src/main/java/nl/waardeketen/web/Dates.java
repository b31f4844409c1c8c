// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as the pages write them: "vrijdag 4 december 2026", "09.41 uur". */
public final class Dates {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private final boolean english;

    private Dates(boolean english) {
        this.english = english;
    }

    public static Dates in(Locale locale) {
        return new Dates(locale.getLanguage().equals("en"));
    }

    /** The day, with its name. */
    public String day(Instant moment) {
        return format("EEEE d MMMM yyyy").format(moment.atZone(ZONE));
    }

    /** "4 december 2026". */
    public String date(Instant moment) {
        return format("d MMMM yyyy").format(moment.atZone(ZONE));
    }

    /** "4 december 2026". */
    public String date(LocalDate date) {
        return format("d MMMM yyyy").format(date);
    }

    /** "4 december 2026, 09.41 uur". */
    public String moment(Instant moment) {
        return date(moment) + ", " + time(moment.atZone(ZONE).toLocalTime());
    }

    private String time(LocalTime time) {
        return english ? format("HH:mm").format(time) : format("HH.mm").format(time) + " uur";
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, english ? Locale.UK : DUTCH);
    }
}
