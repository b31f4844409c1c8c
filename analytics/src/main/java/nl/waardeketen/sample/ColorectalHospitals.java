// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.waardeketen.sample.Participant.Effect;
import nl.waardeketen.sample.Participant.Mix;

/** What differs between the hospitals that deliver colorectal cancer. */
final class ColorectalHospitals {
    private static final Map<String, Effect> MORE_LEAKS = Map.of("CRC-LEAK", Effect.always(StrictMath.log(2.2)));
    private static final Map<String, Effect> SHORTER = Map.of("CRC-LOS", Effect.always(StrictMath.log(0.75)));
    private static final double LONGER_WAITS = StrictMath.log(1.4);

    private static final double[] VOLUMES = {0.75, 0.50, 1.05, 0.60, 0.90};
    private static final double[] AGES = {0, 1.5, -1.5, 0.5};
    private static final double[] ASA_SHIFTS = {0, -0.3, 0.4};
    private static final double[] STAGES = {0.2, -0.2, 0, 0.3};
    private static final double[] FOLLOW_UPS = {0.35, 0.28, 0.50, 0.42};
    private static final double[] GAPS = {1.0, 0.7, 1.3};

    private ColorectalHospitals() {}

    /** In the order of their codes; one of them improves half-way. */
    static List<Participant> of(List<Hospital> hospitals, SampleSize size) {
        var participants = new ArrayList<Participant>();
        for (int i = 0; i < hospitals.size(); i++) {
            participants.add(participant(hospitals.get(i), i, size));
        }
        participants.sort(Comparator.comparing(Participant::code));
        return List.copyOf(participants);
    }

    private static Participant participant(Hospital hospital, int index, SampleSize size) {
        return switch (hospital.code()) {
            case "waterlinie" -> known(hospital, 0.85, new Mix(0.5, 0.1, 0), Map.of(), 0.30, 1.0);
            case "helmduin" -> known(hospital, 1.20, new Mix(-2.5, 0.6, 0.4), Map.of(), 0.45, 1.3);
            case "horizont" -> known(hospital, 0.95, new Mix(0, 0, 0.1), MORE_LEAKS, 0.33, 0.9);
            case "oosterbrink" -> known(hospital, 0.70, new Mix(1, 0.2, 0), improving(size), 0.38, 1.1);
            case "rietmond" -> known(hospital, 0.55, new Mix(1.5, -0.2, -0.2), Map.of(), 0.52, 1.4);
            case "wilgenoord" -> known(hospital, 0.65, new Mix(-0.5, -0.1, -0.1), Map.of(), 0.27, 0.7);
            case "zilverhaven" -> known(hospital, 0.60, new Mix(0, 0.1, -0.3), SHORTER, 0.35, 0.8);
            default -> further(hospital, index);
        };
    }

    private static Map<String, Effect> improving(SampleSize size) {
        int half = size.last().minus(size.quarters() - 1 - size.quarters() / 2).firstDay();
        return Map.of("CRC-WAIT", new Effect(LONGER_WAITS, half, 0));
    }

    private static Participant known(
            Hospital hospital, double volume, Mix mix, Map<String, Effect> effects, double followUp, double gaps) {
        return new Participant(hospital, volume, mix, effects, followUp, gaps);
    }

    private static Participant further(Hospital hospital, int index) {
        return new Participant(
                hospital,
                turn(VOLUMES, index),
                new Mix(turn(AGES, index), turn(ASA_SHIFTS, index), turn(STAGES, index)),
                Map.of(),
                turn(FOLLOW_UPS, index),
                turn(GAPS, index));
    }

    private static double turn(double[] values, int index) {
        return values[index % values.length];
    }
}
