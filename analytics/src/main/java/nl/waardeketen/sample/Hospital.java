// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

/**
 * A made-up hospital, with its patients and with what it truly does otherwise than the others.
 *
 * @param volume episodes relative to the mean hospital
 * @param mix how its patients differ
 * @param effects how its care differs
 * @param followUpMissing share of patients without follow-up at three months
 * @param gaps how often other values are missing, relative to the mean hospital
 */
record Hospital(
        String code,
        String name,
        String place,
        double volume,
        Mix mix,
        Effects effects,
        double followUpMissing,
        double gaps) {

    /** Shifts of age (years), of ASA class and of residence (both on the logistic scale). */
    record Mix(double age, double asa, double residence) {
        static final Mix USUAL = new Mix(0, 0, 0);
    }

    /** True effects: log-odds of delirium, log of the length of stay, log-odds of surgery by the next day. */
    record Effects(double delirium, double stay, double timely) {
        static final Effects NONE = new Effects(0, 0, 0);
    }

    /** A hospital of the region that does not deliver hip fractures. */
    static Hospital beside(String code, String name, String place) {
        return new Hospital(code, name, place, 0, Mix.USUAL, Effects.NONE, 0, 0);
    }
}
