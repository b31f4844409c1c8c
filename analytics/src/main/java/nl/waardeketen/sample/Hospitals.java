// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.waardeketen.sample.Hospital.Effects;
import nl.waardeketen.sample.Hospital.Mix;

/** The hospitals of the region: those that deliver hip fractures and those beside them. Their names are invented. */
record Hospitals(List<Hospital> participants, List<Hospital> others) {
    private static final Effects MORE_DELIRIUM_AND_LONGER = new Effects(StrictMath.log(2.2), StrictMath.log(1.09), 0);
    private static final Effects SOONER = new Effects(0, 0, 0.7);

    private static final List<Hospital> KNOWN_PARTICIPANTS = List.of(
            new Hospital(
                    "waterlinie",
                    "Ziekenhuis De Waterlinie",
                    "Lekmonde",
                    1.40,
                    new Mix(0.5, 0.1, 0),
                    MORE_DELIRIUM_AND_LONGER,
                    0.38,
                    1.0),
            new Hospital(
                    "noorderkaap",
                    "Noorderkaap Ziekenhuis",
                    "Kaapsluis",
                    0.72,
                    new Mix(-0.5, -0.2, 0),
                    SOONER,
                    0.31,
                    0.6),
            new Hospital(
                    "helmduin",
                    "Ziekenhuis Helmduin",
                    "Duinwaard",
                    1.75,
                    new Mix(-4, 0.9, -0.4),
                    Effects.NONE,
                    0.55,
                    1.5),
            new Hospital(
                    "lindehove",
                    "Ziekenhuis Lindehove",
                    "Lindrecht",
                    0.98,
                    new Mix(2.5, 0.2, 1.1),
                    Effects.NONE,
                    0.47,
                    0.9),
            new Hospital(
                    "kerspelland",
                    "Ziekenhuis Kerspelland",
                    "Kerspelo",
                    0.64,
                    new Mix(1, -0.3, -0.3),
                    Effects.NONE,
                    0.34,
                    0.7),
            new Hospital(
                    "veenrijk",
                    "Ziekenhuis Veenrijk",
                    "Veenrijk",
                    0.51,
                    new Mix(0.5, 0, 0.1),
                    Effects.NONE,
                    0.60,
                    1.4));

    private static final List<Hospital> KNOWN_OTHERS = List.of(
            Hospital.beside("horizont", "Ziekenhuis De Horizont", "Vlakdrecht"),
            Hospital.beside("oosterbrink", "Ziekenhuis Oosterbrink", "Brinkelo"),
            Hospital.beside("rietmond", "Ziekenhuis Rietmond", "Rietmond"),
            Hospital.beside("wilgenoord", "Ziekenhuis Wilgenoord", "Wilgenoord"),
            Hospital.beside("zilverhaven", "Ziekenhuis Zilverhaven", "Zilverhaven"));

    private static final List<String> BEGINNINGS = List.of(
            "Berken",
            "Elzen",
            "Iepen",
            "Kievits",
            "Leeuweriks",
            "Lijster",
            "Meidoorn",
            "Merel",
            "Sperwer",
            "Vlier",
            "Wulpen");
    private static final List<String> ENDINGS =
            List.of("daal", "haghe", "kamp", "oord", "stede", "veste", "weide", "zoom");

    private static final double[] VOLUMES = {1.00, 0.60, 1.30, 0.80, 1.55, 0.70, 1.10};
    private static final double[] AGES = {0, 1.5, -2, 0.5, -1};
    private static final double[] ASA_SHIFTS = {0, -0.3, 0.5};
    private static final double[] RESIDENCES = {0.4, -0.2, 0, 0.9, -0.4, 0.1, 0, 0.6};
    private static final double[] FOLLOW_UPS = {0.42, 0.33, 0.58, 0.36, 0.50, 0.46};
    private static final double[] GAPS = {1.0, 0.7, 1.4, 0.9};

    /** So many hospitals, the known ones first; both lists in the order of their codes. */
    static Hospitals of(SampleSize size) {
        int delivering = size.participants();
        var participants = new ArrayList<>(first(KNOWN_PARTICIPANTS, delivering));
        var others = new ArrayList<>(first(KNOWN_OTHERS, size.hospitals() - delivering));
        IntStream.range(0, delivering - participants.size()).forEach(i -> participants.add(invented(i, true)));
        int used = delivering - Math.min(delivering, KNOWN_PARTICIPANTS.size());
        IntStream.range(used, used + size.hospitals() - delivering - others.size())
                .forEach(i -> others.add(invented(i, false)));
        return new Hospitals(inOrder(participants), inOrder(others));
    }

    List<Hospital> all() {
        return inOrder(Stream.concat(participants.stream(), others.stream()).toList());
    }

    private static Hospital invented(int index, boolean delivers) {
        var place = BEGINNINGS.get(index % BEGINNINGS.size()) + ENDINGS.get(index / BEGINNINGS.size());
        var code = place.toLowerCase(Locale.ROOT);
        var name = "Ziekenhuis " + place;
        return delivers
                ? new Hospital(
                        code,
                        name,
                        place,
                        turn(VOLUMES, index),
                        new Mix(turn(AGES, index), turn(ASA_SHIFTS, index), turn(RESIDENCES, index)),
                        Effects.NONE,
                        turn(FOLLOW_UPS, index),
                        turn(GAPS, index))
                : Hospital.beside(code, name, place);
    }

    private static double turn(double[] values, int index) {
        return values[index % values.length];
    }

    private static List<Hospital> first(List<Hospital> hospitals, int most) {
        return hospitals.subList(0, Math.min(most, hospitals.size()));
    }

    private static List<Hospital> inOrder(List<Hospital> hospitals) {
        return hospitals.stream().sorted(Comparator.comparing(Hospital::code)).toList();
    }
}
