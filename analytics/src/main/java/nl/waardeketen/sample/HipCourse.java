// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

/**
 * What happened to a patient; moments as in {@link Moments}, categories from 1.
 *
 * @param departure minute of leaving the emergency department
 */
record HipCourse(int departure, Surgery surgery, Stay stay, FollowUp followUp) {

    /** Treatment 0 is no operation. */
    record Surgery(int treatment, int start, boolean mobilised, int reoperation) {
        boolean done() {
            return treatment > 0;
        }

        int day() {
            return Moments.dayOf(start);
        }
    }

    record Stay(boolean delirium, boolean coManaged, boolean boneTreated, int discharge, int destination) {}

    /** At about three months; the day is {@link Moments#NONE} for who was not alive. */
    record FollowUp(int day, int mobility, int katz, int residence) {
        static final FollowUp NOT_ALIVE = new FollowUp(Moments.NONE, 0, 0, 0);
    }
}
