// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.waardeketen.sample.Participant.Effect;
import nl.waardeketen.sample.Participant.Mix;

/** What differs between the hospitals that deliver hip fractures. */
final class HipHospitals {
    private static final Map<String, Effect> MORE_DELIRIUM_AND_LONGER = Map.of(
            "HIP-DEL", Effect.always(StrictMath.log(2.2)),
            "HIP-LOS", Effect.always(StrictMath.log(1.09)));
    private static final Map<String, Effect> SOONER = Map.of("HIP-TTS", Effect.always(0.7));

    private static final double[] VOLUMES = {1.00, 0.60, 1.30, 0.80, 1.55, 0.70, 1.10};
    private static final double[] AGES = {0, 1.5, -2, 0.5, -1};
    private static final double[] ASA_SHIFTS = {0, -0.3, 0.5};
    private static final double[] RESIDENCES = {0.4, -0.2, 0, 0.9, -0.4, 0.1, 0, 0.6};
    private static final double[] FOLLOW_UPS = {0.42, 0.33, 0.58, 0.36, 0.50, 0.46};
    private static final double[] GAPS = {1.0, 0.7, 1.4, 0.9};

    private HipHospitals() {}

    /** In the order of their codes. */
    static List<Participant> of(List<Hospital> hospitals) {
        var participants = new ArrayList<Participant>();
        int further = 0;
        for (var hospital : hospitals) {
            participants.add(
                    switch (hospital.code()) {
                        case "waterlinie" ->
                            known(hospital, 1.40, new Mix(0.5, 0.1, 0), MORE_DELIRIUM_AND_LONGER, 0.38, 1.0);
                        case "noorderkaap" -> known(hospital, 0.72, new Mix(-0.5, -0.2, 0), SOONER, 0.31, 0.6);
                        case "helmduin" -> known(hospital, 1.75, new Mix(-4, 0.9, -0.4), Map.of(), 0.55, 1.5);
                        case "lindehove" -> known(hospital, 0.98, new Mix(2.5, 0.2, 1.1), Map.of(), 0.47, 0.9);
                        case "kerspelland" -> known(hospital, 0.64, new Mix(1, -0.3, -0.3), Map.of(), 0.34, 0.7);
                        case "veenrijk" -> known(hospital, 0.51, new Mix(0.5, 0, 0.1), Map.of(), 0.60, 1.4);
                        default -> further(hospital, further++);
                    });
        }
        participants.sort(Comparator.comparing(Participant::code));
        return List.copyOf(participants);
    }

    private static Participant known(
            Hospital hospital, double volume, Mix mix, Map<String, Effect> effects, double followUp, double gaps) {
        return new Participant(hospital, volume, mix, effects, followUp, gaps);
    }

    private static Participant further(Hospital hospital, int index) {
        return new Participant(
                hospital,
                turn(VOLUMES, index),
                new Mix(turn(AGES, index), turn(ASA_SHIFTS, index), turn(RESIDENCES, index)),
                Map.of(),
                turn(FOLLOW_UPS, index),
                turn(GAPS, index));
    }

    private static double turn(double[] values, int index) {
        return values[index % values.length];
    }
}
