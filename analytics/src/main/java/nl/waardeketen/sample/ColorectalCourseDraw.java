// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import nl.waardeketen.sample.ColorectalCourse.Before;
import nl.waardeketen.sample.ColorectalCourse.Operation;
import nl.waardeketen.sample.ColorectalCourse.Quality;
import nl.waardeketen.sample.ColorectalCourse.Recovery;
import nl.waardeketen.sample.ColorectalCourse.Specimen;

/** Draws what happens to a patient with colorectal cancer from the true models. */
final class ColorectalCourseDraw {
    static final double DEATH_LIKE_LEAK = 0.3;
    static final double QUALITY_12M_LIKE_3M = 0.5;
    /** Log of the ratio of the mean length of stay with and without a leak. */
    static final double STAY_WITH_LEAK = 0.90;
    /** The same for any other severe complication. */
    static final double STAY_WITH_OTHER = 0.35;

    private static final double STAY_SHAPE = 1.9;
    private static final double WAIT_SHAPE = 4;
    private static final int FEWEST_DAYS = 2;
    private static final int EARLY_DEATH = 30;
    private static final int YEAR = 365;
    private static final int ENOUGH_NODES = 10;
    private static final int LEAST_SUM = 2;
    private static final int MOST_SUM = 14;

    private final Chance chance;

    ColorectalCourseDraw(Chance chance) {
        this.chance = chance;
    }

    /** Also decides the person's death. */
    ColorectalCourse of(ColorectalAdmission patient) {
        var before = before(patient);
        var operation = operation(patient);
        var specimen = specimen(patient);
        var recovery = recovery(patient, operation);
        return new ColorectalCourse(before, operation, specimen, recovery, quality(patient));
    }

    private Before before(ColorectalAdmission patient) {
        boolean discussed = chance.happens(ColorectalModels.DISCUSSED.share(patient, 0));
        double mean = StrictMath.exp(
                ColorectalModels.WAIT.predictor(patient) + patient.participant().effect("CRC-WAIT", patient.day()));
        int wait = (int) Math.max(1, Math.round(mean * chance.gamma(WAIT_SHAPE)));
        if (patient.mix().urgent()) {
            return new Before(patient.day() + 4 + chance.below(4), patient.day(), false);
        }
        int first = patient.day()
                - switch (patient.mix().neoadjuvant()) {
                    case ColorectalCaseMix.RADIOTHERAPY -> 8 + chance.below(7);
                    case ColorectalCaseMix.CHEMORADIATION -> 80 + chance.below(25);
                    default -> 0;
                };
        return new Before(first - wait, first, discussed);
    }

    private Operation operation(ColorectalAdmission patient) {
        int stoma = stoma(patient);
        int kind = patient.rectum()
                ? stoma == Operation.PERMANENT ? 4 : 3
                : patient.mix().location();
        int approach = 1 + (patient.mix().urgent() ? chance.pick(0.6, 0.4) : chance.pick(0.12, 0.68, 0.20));
        return new Operation(kind, approach, stoma);
    }

    private int stoma(ColorectalAdmission patient) {
        if (patient.rectum()) {
            return 1 + chance.pick(0.40, 0.32, 0.28);
        }
        double share = patient.mix().urgent() ? 0.4 : ColorectalModels.STOMA.share(patient, 0);
        boolean permanent = chance.happens(0.5);
        return chance.happens(share) ? permanent ? Operation.PERMANENT : Operation.TEMPORARY : Operation.NO_STOMA;
    }

    private Specimen specimen(ColorectalAdmission patient) {
        boolean radical = chance.happens(ColorectalModels.RADICAL.share(patient, 0));
        boolean gone =
                radical && patient.mix().neoadjuvant() == ColorectalCaseMix.CHEMORADIATION && chance.happens(0.15);
        int depth = switch (patient.mix().stage()) {
            case 1 -> 1 + chance.pick(0.3, 0.6, 0.1);
            case 2 -> 2 + chance.pick(0.12, 0.80, 0.08);
            default -> 3 + chance.pick(0.4, 0.6);
        };
        int margin = radical ? 2 + chance.below(18) : chance.below(2);
        boolean enough = chance.happens(ColorectalModels.NODES.share(patient, 0));
        int nodes = enough ? ENOUGH_NODES + chance.poisson(9) : 2 + chance.below(ENOUGH_NODES - 2);
        return new Specimen(radical, gone ? 0 : depth, margin, nodes);
    }

    private Recovery recovery(ColorectalAdmission patient, Operation operation) {
        double leaks = chance.uniform();
        boolean leak = operation.joined()
                && leaks
                        < ColorectalModels.LEAK.share(
                                patient, patient.participant().effect("CRC-LEAK", patient.day()));
        boolean other = chance.happens(ColorectalModels.OTHER_COMPLICATION.share(patient, 0));
        boolean dies = chance.alike(leaks, DEATH_LIKE_LEAK) < ColorectalModels.DEATH.share(patient, 0);
        int home = patient.day() + days(patient, leak, other);
        int death = dies ? earlyDeath(patient) : laterDeath(patient, home);
        if (death != Person.ALIVE) {
            patient.person().dies(death);
        }
        boolean again = (leak && chance.happens(0.88)) || (other && chance.happens(0.5));
        int reintervention = Math.min(patient.day() + 2 + chance.below(10), death);
        int discharge = Math.min(home, death);
        return new Recovery(
                leak,
                again ? reintervention : Moments.NONE,
                grade(dies, again, other),
                discharge,
                readmission(patient, discharge, death));
    }

    private int days(ColorectalAdmission patient, boolean leak, boolean other) {
        double mean = StrictMath.exp(ColorectalModels.STAY.predictor(patient)
                + patient.participant().effect("CRC-LOS", patient.day())
                + (leak ? STAY_WITH_LEAK : 0)
                + (other ? STAY_WITH_OTHER : 0));
        return (int) Math.max(FEWEST_DAYS, Math.round(mean * chance.gamma(STAY_SHAPE)));
    }

    private int earlyDeath(ColorectalAdmission patient) {
        return patient.day() + (int) ((EARLY_DEATH + 1) * StrictMath.pow(chance.uniform(), 1.2));
    }

    /** Never in the hospital. */
    private int laterDeath(ColorectalAdmission patient, int home) {
        int day = patient.day() + EARLY_DEATH + 1 + (int) ((YEAR - EARLY_DEATH) * chance.uniform());
        boolean dies = chance.happens(ColorectalModels.LATER_DEATH.share(patient, 0));
        return dies ? Math.max(day, home + 1) : Person.ALIVE;
    }

    private int grade(boolean dies, boolean again, boolean other) {
        int severe = chance.happens(0.2) ? 4 : 3;
        int mild = chance.pick(0.74, 0.12, 0.14);
        return dies ? 5 : again || other ? severe : mild;
    }

    private int readmission(ColorectalAdmission patient, int discharge, int death) {
        boolean back = chance.happens(ColorectalModels.READMISSION.share(patient, 0));
        int day = discharge + 1 + chance.below(EARLY_DEATH);
        return back && discharge < death ? Math.min(day, death) : Moments.NONE;
    }

    private Quality quality(ColorectalAdmission patient) {
        int before = 6 + chance.below(5) + chance.below(5);
        double soon = chance.uniform();
        double later = chance.alike(soon, QUALITY_12M_LIKE_3M);
        int after3 = after(before, soon < ColorectalModels.QUALITY_3M.share(patient, 0));
        int after12 = after(before, later < ColorectalModels.QUALITY_12M.share(patient, 0));
        return new Quality(
                before, alive(patient, 85 + chance.below(25)), after3, alive(patient, 355 + chance.below(30)), after12);
    }

    private static int alive(ColorectalAdmission patient, int days) {
        int day = patient.day() + days;
        return day > patient.person().death() ? Moments.NONE : day;
    }

    /** At most one answer one step less, or more than that. */
    private int after(int before, boolean asBefore) {
        int change = asBefore ? chance.pick(0.25, 0.35, 0.25, 0.15) - 1 : -2 - chance.below(3);
        return Math.max(LEAST_SUM, Math.min(MOST_SUM, before + change));
    }
}
