// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * A patient with a hip fracture who comes in.
 *
 * @param day of the arrival, from 1970
 * @param minute of the day
 * @param viaEmergency whether the patient comes through the emergency department
 */
record HipAdmission(
        Participant participant, Person person, int day, int minute, boolean viaEmergency, int side, HipCaseMix mix)
        implements Journey {
    private static final int EVENING = 17 * 60;

    /** Minutes from the start of 1970. */
    int arrival() {
        return day * Moments.MINUTES_PER_DAY + minute;
    }

    @Override
    public int age() {
        return mix.age();
    }

    boolean winter() {
        int month = LocalDate.ofEpochDay(day).getMonthValue();
        return month == 12 || month <= 2;
    }

    boolean weekend() {
        var weekday = LocalDate.ofEpochDay(day).getDayOfWeek();
        return weekday == DayOfWeek.FRIDAY || weekday == DayOfWeek.SATURDAY;
    }

    boolean evening() {
        return minute >= EVENING;
    }
}
