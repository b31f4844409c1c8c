// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.Map;

/**
 * A hospital in a patient group, with its patients and with what it truly does otherwise than the others.
 *
 * @param volume episodes relative to the mean hospital
 * @param mix how its patients differ
 * @param effects how its care differs, by indicator; none where it does not
 * @param followUpMissing share of patients without follow-up
 * @param gaps how often other values are missing, relative to the mean hospital
 */
record Participant(
        Hospital hospital, double volume, Mix mix, Map<String, Effect> effects, double followUpMissing, double gaps) {

    /** Shifts of age (years), of ASA class, and of residence or stage (the last two on the logistic scale). */
    record Mix(double age, double asa, double further) {}

    /**
     * A true effect on the scale of the model of its indicator.
     *
     * @param changes first day of {@code since}, from 1970
     */
    record Effect(double until, int changes, double since) {
        static final Effect NONE = always(0);

        static Effect always(double effect) {
            return new Effect(effect, Moments.NONE, effect);
        }

        double on(int day) {
            return day < changes ? until : since;
        }

        boolean isChange() {
            return changes != Moments.NONE;
        }

        boolean isNone() {
            return until == 0 && since == 0;
        }
    }

    String code() {
        return hospital.code();
    }

    Effect effect(String indicator) {
        return effects.getOrDefault(indicator, Effect.NONE);
    }

    double effect(String indicator, int day) {
        return effect(indicator).on(day);
    }
}
