// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.time.LocalDate;

/** Days and minutes since 1970 as texts; {@link #NONE} is an empty text. */
final class Moments {
    static final int NONE = Integer.MIN_VALUE;
    static final int MINUTES_PER_DAY = 24 * 60;
    static final int NOON = 12 * 60;
    private static final int MINUTES_PER_HOUR = 60;

    private Moments() {}

    static String date(int day) {
        return day == NONE ? "" : LocalDate.ofEpochDay(day).toString();
    }

    static String time(int minute) {
        if (minute == NONE) {
            return "";
        }
        int ofDay = minute % MINUTES_PER_DAY;
        return date(dayOf(minute)) + "T" + twoDigits(ofDay / MINUTES_PER_HOUR) + ":"
                + twoDigits(ofDay % MINUTES_PER_HOUR);
    }

    static int at(int day, int minute) {
        return day * MINUTES_PER_DAY + minute;
    }

    static int dayOf(int minute) {
        return minute / MINUTES_PER_DAY;
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
