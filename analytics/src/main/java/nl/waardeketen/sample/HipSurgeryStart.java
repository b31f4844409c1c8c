// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

/** Draws when the operation starts: the same or the next day by the true model, else some days later. */
final class HipSurgeryStart {
    private static final int NOON = 12 * 60;
    private static final int LAST_ARRIVAL_SAME_DAY = 15 * 60;
    private static final int LAST_START_SAME_DAY = 23 * 60 + 30;
    private static final int THEATRE_OPENS = 7 * 60 + 45;
    private static final int LAST_DAY = 5;

    private final Chance chance;

    HipSurgeryStart(Chance chance) {
        this.chance = chance;
    }

    int draw(HipAdmission admission, int departure) {
        boolean timely = chance.happens(
                HipModels.TIMELY.share(admission, admission.participant().effect("HIP-TTS", admission.day())));
        int start = timely ? soon(admission) : start(admission, laterDay(), 600);
        return Math.max(start, departure + 20);
    }

    private int soon(HipAdmission admission) {
        double sameDay = admission.minute() >= LAST_ARRIVAL_SAME_DAY
                ? 0
                : (admission.minute() < NOON ? 0.55 : 0.3) - (admission.weekend() ? 0.08 : 0);
        int minute = admission.minute() + 150 + (int) (chance.gamma(2.5) * 270);
        boolean today = chance.happens(sameDay) && minute <= LAST_START_SAME_DAY;
        return today ? admission.day() * Moments.MINUTES_PER_DAY + minute : start(admission, 1, 765);
    }

    private int laterDay() {
        int day = 2;
        while (day < LAST_DAY && chance.happens(0.32)) {
            day++;
        }
        return day;
    }

    /** Rather early than late on that day. */
    private int start(HipAdmission admission, int day, int minutes) {
        int minute = THEATRE_OPENS + (int) (minutes * StrictMath.pow(chance.uniform(), 1.3));
        return (admission.day() + day) * Moments.MINUTES_PER_DAY + minute;
    }
}
