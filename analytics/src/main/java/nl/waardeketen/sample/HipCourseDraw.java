// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import nl.waardeketen.sample.HipCourse.FollowUp;
import nl.waardeketen.sample.HipCourse.Stay;
import nl.waardeketen.sample.HipCourse.Surgery;

/**
 * Draws what happens to a patient from the true models. Events that go together in one patient (delirium and death,
 * walking and self-care) share a number now and then, which leaves the model of each by itself as it is.
 */
final class HipCourseDraw {
    static final double DEATH_LIKE_DELIRIUM = 0.3;
    /** Log of the ratio of the mean length of stay with and without delirium. */
    static final double STAY_WITH_DELIRIUM = 0.30;

    private static final double STAY_SHAPE = 2.0;
    private static final double EMERGENCY_SPREAD = 0.45;
    private static final int EMERGENCY_LEAST = 25;
    private static final int EMERGENCY_MOST = 480;
    private static final int EARLY_DEATH = 30;
    private static final int YEAR = 365;

    private final Chance chance;

    HipCourseDraw(Chance chance) {
        this.chance = chance;
    }

    /** Also decides the person's death. */
    HipCourse of(HipAdmission admission) {
        var person = admission.person();
        int departure = admission.arrival() + minutesInEmergency(admission);
        double delirious = chance.uniform();
        boolean delirium = delirious
                < HipModels.DELIRIUM.share(admission, admission.participant().effect("HIP-DEL", admission.day()));
        boolean dies = chance.alike(delirious, DEATH_LIKE_DELIRIUM) < HipModels.DEATH.share(admission, 0);
        boolean operated = !chance.happens(notOperated(admission, dies));
        int start = operated ? new HipSurgeryStart(chance).draw(admission, departure) : Moments.NONE;
        int firstDay = operated ? Moments.dayOf(start) : admission.day();
        int death = dies ? earlyDeath(admission.day(), firstDay) : laterDeath(admission);
        if (death != Person.ALIVE) {
            person.dies(death);
        }
        var stay = stay(admission, delirium, firstDay);
        return new HipCourse(departure, surgery(admission, operated, start), stay, followUp(admission));
    }

    /** Few are not operated, most of whom are dying; the frailer more often. */
    static double notOperated(HipAdmission admission, boolean dies) {
        var mix = admission.mix();
        return Logit.share(-5.0 + (dies ? 3.0 : 0) + 0.02 * (mix.age() - 80) + (mix.mobility() >= 4 ? 0.6 : 0));
    }

    private int minutesInEmergency(HipAdmission admission) {
        double median = StrictMath.exp(HipModels.EMERGENCY.predictor(admission));
        double minutes = median * StrictMath.exp(EMERGENCY_SPREAD * chance.normal());
        return (int) Math.max(EMERGENCY_LEAST, Math.min(EMERGENCY_MOST, minutes));
    }

    private int earlyDeath(int admitted, int firstDay) {
        int day = admitted + (int) ((EARLY_DEATH + 1) * StrictMath.pow(chance.uniform(), 1.4));
        return Math.max(day, firstDay);
    }

    private int laterDeath(HipAdmission admission) {
        if (!chance.happens(HipModels.LATER_DEATH.share(admission, 0))) {
            return Person.ALIVE;
        }
        return admission.day() + EARLY_DEATH + 1 + (int) ((YEAR - EARLY_DEATH) * StrictMath.pow(chance.uniform(), 1.5));
    }

    private Surgery surgery(HipAdmission admission, boolean operated, int start) {
        boolean again = chance.happens(HipModels.REOPERATION.share(admission, 0));
        double share = chance.uniform();
        boolean mobilised = chance.happens(HipModels.OUT_OF_BED.share(admission, 0));
        if (!operated) {
            return new Surgery(0, Moments.NONE, false, Moments.NONE);
        }
        int last = Math.min(89, admission.person().death() - Moments.dayOf(start));
        int reoperation = again ? Moments.dayOf(start) + (int) ((last + 1) * StrictMath.pow(share, 1.3)) : Moments.NONE;
        return new Surgery(treatment(admission.mix()), start, mobilised, reoperation);
    }

    private int treatment(HipCaseMix mix) {
        return switch (mix.fracture()) {
            case 1 -> chance.happens(0.65) ? 1 : 4;
            case 2 -> mix.age() < 75 && mix.mobility() <= 2 ? 5 : chance.happens(0.92) ? 4 : 1;
            case 3 -> chance.happens(0.55) ? 2 : 3;
            case 4 -> chance.happens(0.15) ? 2 : 3;
            default -> 3;
        };
    }

    private Stay stay(HipAdmission admission, boolean delirium, int firstDay) {
        double days = StrictMath.exp(HipModels.STAY.predictor(admission)
                        + admission.participant().effect("HIP-LOS", admission.day())
                        + (delirium ? STAY_WITH_DELIRIUM : 0))
                * chance.gamma(STAY_SHAPE);
        int home = Math.max(admission.day() + (int) Math.round(days), firstDay + 1);
        int death = admission.person().death();
        boolean coManaged = chance.happens(HipModels.CO_MANAGED.share(admission, 0));
        boolean boneTreated = chance.happens(HipModels.BONE_TREATED.share(admission, 0));
        return new Stay(
                delirium,
                coManaged,
                boneTreated,
                Math.min(home, death),
                death <= home ? 5 : destination(admission.mix()));
    }

    private int destination(HipCaseMix mix) {
        if (mix.residence() >= 3) {
            return chance.happens(0.94) ? 3 : 2;
        }
        double years = mix.age() - 80.0;
        return 1 + chance.pick(0.50 - 0.008 * years, 0.40 + 0.006 * years, 0.07, 0.03);
    }

    private FollowUp followUp(HipAdmission admission) {
        int day = admission.day() + 91 + chance.below(15) - chance.below(12);
        double walks = chance.uniform();
        double cares = chance.alike(walks, 0.6);
        double lives = chance.alike(walks, 0.4);
        var mix = admission.mix();
        int mobility = after(mix.mobility(), 5, walks < HipModels.MOBILITY_RECOVERED.share(admission, 0));
        int katz = after(mix.katz(), 6, cares < HipModels.KATZ_RECOVERED.share(admission, 0));
        int residence = after(mix.residence(), 4, lives < HipModels.HOME_AGAIN.share(admission, 0));
        return day > admission.person().death() ? FollowUp.NOT_ALIVE : new FollowUp(day, mobility, katz, residence);
    }

    /** The same as before when recovered, else one or more steps further. */
    private int after(int before, int most, boolean recovered) {
        int steps = 1 + chance.pick(0.7, 0.2, 0.1);
        return recovered ? before : Math.min(most, before + steps);
    }
}
