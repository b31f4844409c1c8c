// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A region with all its episodes by hospital, in the order of arrival.
 *
 * @param extracted day up to which anything is known
 */
record Region(SampleSize size, Hospitals hospitals, int extracted, Map<Hospital, List<Episode>> episodes) {
    /** Long enough for deaths within 30 days, too short for the follow-up of the last patients. */
    private static final int DAYS_TO_EXTRACTION = 45;

    private static final double DAYS_PER_QUARTER = 91.31;
    private static final double[] VOLUME_OF_MONTH = {
        1.09, 1.05, 1.02, 0.98, 0.96, 0.95, 0.94, 0.95, 0.97, 1.01, 1.03, 1.08
    };
    private static final double[] ARRIVALS_OF_HOUR = {
        2, 2, 2, 1, 1, 1, 2, 3, 5, 7, 8, 8, 8, 8, 7, 7, 7, 6, 6, 5, 5, 4, 3, 3
    };
    private static final double VIA_EMERGENCY = 0.96;
    private static final int MINUTES_PER_HOUR = 60;

    static Region draw(SampleSize size) {
        var hospitals = Hospitals.of(size);
        int extracted = size.last().lastDay() + DAYS_TO_EXTRACTION;
        var episodes = new LinkedHashMap<Hospital, List<Episode>>();
        hospitals.participants().forEach(hospital -> episodes.put(hospital, new ArrayList<>()));
        var region = new Region(size, hospitals, extracted, episodes);
        region.fill(new Chance(size.seed()));
        return region;
    }

    List<Episode> episodes(Hospital hospital) {
        return episodes.getOrDefault(hospital, List.of());
    }

    long count() {
        return episodes.values().stream().mapToLong(List::size).sum();
    }

    /** The delivery of the last quarter, per hospital. */
    List<Delivery> latest() {
        return deliveries(size.last(), size.last());
    }

    /** The delivery of all quarters but the last, per hospital; none when there is one quarter. */
    List<Delivery> history() {
        return size.quarters() == 1
                ? List.of()
                : deliveries(size.first(), size.last().minus(1));
    }

    private List<Delivery> deliveries(Quarter first, Quarter last) {
        var period = first.equals(last) ? last.toString() : first + "-" + last;
        return episodes.entrySet().stream()
                .map(hospital -> new Delivery(
                        hospital.getKey(),
                        period,
                        extracted,
                        between(hospital.getValue(), first.firstDay(), last.lastDay())))
                .toList();
    }

    private static List<Episode> between(List<Episode> episodes, int from, int until) {
        return episodes.stream()
                .filter(episode ->
                        episode.admission().day() >= from && episode.admission().day() <= until)
                .toList();
    }

    private void fill(Chance chance) {
        var residents = new Residents(hospitals.participants(), chance);
        var courses = new CourseDraw(chance);
        int last = size.last().lastDay();
        for (int day = size.first().firstDay(); day <= last; day++) {
            double perHospital = size.episodesPerQuarter() / DAYS_PER_QUARTER * volume(LocalDate.ofEpochDay(day));
            for (var hospital : episodes.entrySet()) {
                int arrivals = chance.poisson(perHospital * hospital.getKey().volume());
                for (int i = 0; i < arrivals; i++) {
                    var person = residents.patient(hospital.getKey(), day);
                    var admission = admission(hospital.getKey(), person, day, chance);
                    var missing = Gaps.draw(hospital.getKey(), chance);
                    hospital.getValue().add(new Episode(admission, courses.of(admission), extracted, missing));
                }
            }
        }
    }

    /** More in winter, fewer in the weekend. */
    private static double volume(LocalDate date) {
        boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return VOLUME_OF_MONTH[date.getMonthValue() - 1] * (weekend ? 0.95 : 1.02);
    }

    private static Admission admission(Hospital hospital, Person person, int day, Chance chance) {
        int minute = chance.pick(ARRIVALS_OF_HOUR) * MINUTES_PER_HOUR + chance.below(MINUTES_PER_HOUR);
        boolean viaEmergency = chance.happens(VIA_EMERGENCY);
        var mix = CaseMix.draw(person, day, hospital.mix(), chance);
        person.admitted(day, mix.dementia());
        return new Admission(hospital, person, day, minute, viaEmergency, person.sideNow(), mix);
    }
}
