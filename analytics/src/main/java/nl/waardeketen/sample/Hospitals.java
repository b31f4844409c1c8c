// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The hospitals of the region. Their names are invented.
 *
 * @param withHipFracture those that deliver hip fractures, the known ones first
 * @param others the others, the known ones first
 */
record Hospitals(List<Hospital> withHipFracture, List<Hospital> others) {
    private static final List<Hospital> KNOWN_WITH_HIP_FRACTURE = List.of(
            new Hospital("waterlinie", "Ziekenhuis De Waterlinie", "Lekmonde"),
            new Hospital("noorderkaap", "Noorderkaap Ziekenhuis", "Kaapsluis"),
            new Hospital("helmduin", "Ziekenhuis Helmduin", "Duinwaard"),
            new Hospital("lindehove", "Ziekenhuis Lindehove", "Lindrecht"),
            new Hospital("kerspelland", "Ziekenhuis Kerspelland", "Kerspelo"),
            new Hospital("veenrijk", "Ziekenhuis Veenrijk", "Veenrijk"));

    private static final List<Hospital> KNOWN_OTHERS = List.of(
            new Hospital("horizont", "Ziekenhuis De Horizont", "Vlakdrecht"),
            new Hospital("oosterbrink", "Ziekenhuis Oosterbrink", "Brinkelo"),
            new Hospital("rietmond", "Ziekenhuis Rietmond", "Rietmond"),
            new Hospital("wilgenoord", "Ziekenhuis Wilgenoord", "Wilgenoord"),
            new Hospital("zilverhaven", "Ziekenhuis Zilverhaven", "Zilverhaven"));

    /** Those that deliver both patient groups, as far as they are in the region. */
    private static final List<String> BOTH = List.of("waterlinie", "helmduin");

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

    /** So many hospitals, the known ones first. */
    static Hospitals of(SampleSize size) {
        int delivering = size.withHipFracture();
        var withHipFracture = new ArrayList<>(first(KNOWN_WITH_HIP_FRACTURE, delivering));
        var others = new ArrayList<>(first(KNOWN_OTHERS, size.hospitals() - delivering));
        int used = delivering - withHipFracture.size();
        IntStream.range(0, used).mapToObj(Hospitals::invented).forEach(withHipFracture::add);
        IntStream.range(used, used + size.hospitals() - delivering - others.size())
                .mapToObj(Hospitals::invented)
                .forEach(others::add);
        return new Hospitals(List.copyOf(withHipFracture), List.copyOf(others));
    }

    /** Those that deliver colorectal cancer: two that deliver both, then the others, then what more is needed. */
    List<Hospital> withColorectalCancer(int number) {
        var both = withHipFracture.stream()
                .filter(hospital -> BOTH.contains(hospital.code()))
                .sorted(Comparator.comparing(hospital -> BOTH.indexOf(hospital.code())));
        var more = withHipFracture.stream().filter(hospital -> !BOTH.contains(hospital.code()));
        return Stream.of(both, others.stream(), more)
                .flatMap(hospitals -> hospitals)
                .limit(number)
                .toList();
    }

    /** In the order of their codes. */
    List<Hospital> all() {
        return Stream.concat(withHipFracture.stream(), others.stream())
                .sorted(Comparator.comparing(Hospital::code))
                .toList();
    }

    private static Hospital invented(int index) {
        var place = BEGINNINGS.get(index % BEGINNINGS.size()) + ENDINGS.get(index / BEGINNINGS.size());
        return new Hospital(place.toLowerCase(Locale.ROOT), "Ziekenhuis " + place, place);
    }

    private static List<Hospital> first(List<Hospital> hospitals, int most) {
        return hospitals.subList(0, Math.min(most, hospitals.size()));
    }
}
