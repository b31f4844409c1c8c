// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a hospital's effects bring about in outcomes that have no effect of their own: expected values for the same
 * patients with and without the effects.
 *
 * @param stayRatio mean length of stay with the effects over that without
 * @param uneventful expected share of uneventful recovery with the effects
 * @param uneventfulWithout the same without
 */
record HipConsequences(double stayRatio, double uneventful, double uneventfulWithout) {

    static HipConsequences of(Participant participant, List<Episode<HipJourney>> episodes) {
        double more = participant.effect("HIP-DEL").since();
        double longer = participant.effect("HIP-LOS").since();
        double stay = 0;
        double stayWithout = 0;
        double operated = 0;
        double uneventful = 0;
        double uneventfulWithout = 0;
        for (var episode : episodes) {
            var admission = episode.journey().admission();
            double days = StrictMath.exp(HipModels.STAY.predictor(admission));
            stay += days * StrictMath.exp(longer) * stretch(admission, more);
            stayWithout += days * stretch(admission, 0);
            operated += operated(admission);
            uneventful += uneventful(admission, more);
            uneventfulWithout += uneventful(admission, 0);
        }
        return new HipConsequences(stay / stayWithout, uneventful / operated, uneventfulWithout / operated);
    }

    private static double stretch(HipAdmission admission, double delirium) {
        double share = HipModels.DELIRIUM.share(admission, delirium);
        return 1 + share * (StrictMath.exp(HipCourseDraw.STAY_WITH_DELIRIUM) - 1);
    }

    private static double operated(HipAdmission admission) {
        double dies = HipModels.DEATH.share(admission, 0);
        return 1
                - dies * HipCourseDraw.notOperated(admission, true)
                - (1 - dies) * HipCourseDraw.notOperated(admission, false);
    }

    private static double uneventful(HipAdmission admission, double delirium) {
        double delirious = HipModels.DELIRIUM.share(admission, delirium);
        double dies = HipModels.DEATH.share(admission, 0);
        double neither = HipCourseDraw.DEATH_LIKE_DELIRIUM * (1 - Math.max(delirious, dies))
                + (1 - HipCourseDraw.DEATH_LIKE_DELIRIUM) * (1 - delirious) * (1 - dies);
        double operated = 1 - HipCourseDraw.notOperated(admission, false);
        return neither * operated * (1 - HipModels.REOPERATION.share(admission, 0));
    }

    /** With the effects of this hospital. */
    static List<Consequence> listed(Participant participant, List<Episode<HipJourney>> episodes) {
        var listed = new ArrayList<Consequence>();
        if (!participant.effect("HIP-DEL").isNone()) {
            var expected = of(participant, episodes);
            listed.add(new Consequence(
                    "HIP-LOS", List.of("HIP-DEL", "HIP-LOS"), Map.of("expected-ratio-in-all", expected.stayRatio())));
            listed.add(new Consequence(
                    "HIP-UR",
                    List.of("HIP-DEL"),
                    Json.ordered(
                            "expected-share",
                            expected.uneventful(),
                            "expected-share-without",
                            expected.uneventfulWithout())));
            listed.add(new Consequence("HIP-COST", List.of("HIP-LOS"), words("longer stays cost more")));
        }
        if (!participant.effect("HIP-TTS").isNone()) {
            listed.add(new Consequence(
                    "HIP-TTSH", List.of("HIP-TTS"), words("fewer late operations, so fewer hours on average")));
            listed.add(new Consequence(
                    "HIP-LOS",
                    List.of("HIP-TTS"),
                    words("nobody leaves before the day after surgery; below 1 percent")));
        }
        return listed;
    }

    private static Map<String, Object> words(String text) {
        return Map.of("words", text);
    }
}
