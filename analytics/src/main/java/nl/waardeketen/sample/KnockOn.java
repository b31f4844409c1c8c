// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.List;

/**
 * What a hospital's effects bring about in outcomes that have no effect of their own: expected values for the same
 * patients with and without the effects.
 *
 * @param stayRatio mean length of stay with the effects over that without
 * @param uneventful expected share of uneventful recovery with the effects
 * @param uneventfulWithout the same without
 */
record KnockOn(double stayRatio, double uneventful, double uneventfulWithout) {

    static KnockOn of(Hospital hospital, List<Episode> episodes) {
        var effects = hospital.effects();
        double stay = 0;
        double stayWithout = 0;
        double operated = 0;
        double uneventful = 0;
        double uneventfulWithout = 0;
        for (var episode : episodes) {
            var admission = episode.admission();
            double days = StrictMath.exp(TrueModels.STAY.predictor(admission));
            stay += days * StrictMath.exp(effects.stay()) * stretch(admission, effects.delirium());
            stayWithout += days * stretch(admission, 0);
            operated += operated(admission);
            uneventful += uneventful(admission, effects.delirium());
            uneventfulWithout += uneventful(admission, 0);
        }
        return new KnockOn(stay / stayWithout, uneventful / operated, uneventfulWithout / operated);
    }

    private static double stretch(Admission admission, double delirium) {
        double share = TrueModels.DELIRIUM.share(admission, delirium);
        return 1 + share * (StrictMath.exp(CourseDraw.STAY_WITH_DELIRIUM) - 1);
    }

    private static double operated(Admission admission) {
        double dies = TrueModels.DEATH.share(admission, 0);
        return 1
                - dies * CourseDraw.notOperated(admission, true)
                - (1 - dies) * CourseDraw.notOperated(admission, false);
    }

    private static double uneventful(Admission admission, double delirium) {
        double delirious = TrueModels.DELIRIUM.share(admission, delirium);
        double dies = TrueModels.DEATH.share(admission, 0);
        double neither = CourseDraw.DEATH_LIKE_DELIRIUM * (1 - Math.max(delirious, dies))
                + (1 - CourseDraw.DEATH_LIKE_DELIRIUM) * (1 - delirious) * (1 - dies);
        double operated = 1 - CourseDraw.notOperated(admission, false);
        return neither * operated * (1 - TrueModels.REOPERATION.share(admission, 0));
    }
}
