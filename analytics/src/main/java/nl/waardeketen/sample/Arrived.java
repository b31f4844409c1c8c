// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A patient group with all its episodes by hospital, in the order of arrival.
 *
 * @param extracted day up to which anything is known
 */
record Arrived<J extends Journey>(
        PatientGroup<J> group, SampleSize size, int extracted, Map<Participant, List<Episode<J>>> episodes) {
    private static final double DAYS_PER_QUARTER = 91.31;

    static <J extends Journey> Arrived<J> draw(
            PatientGroup<J> group,
            Hospitals hospitals,
            SampleSize size,
            int extracted,
            Person.Numbers numbers,
            Chance chance) {
        var episodes = new LinkedHashMap<Participant, List<Episode<J>>>();
        var participants = group.participants(hospitals, size);
        participants.forEach(participant -> episodes.put(participant, new ArrayList<>()));
        var arrivals = group.arrivals(participants, numbers, chance);
        int last = size.last().lastDay();
        for (int day = size.first().firstDay(); day <= last; day++) {
            double perHospital = size.episodesPerQuarter() / DAYS_PER_QUARTER * group.volume(LocalDate.ofEpochDay(day));
            for (var hospital : episodes.entrySet()) {
                var participant = hospital.getKey();
                int number = chance.poisson(perHospital * participant.volume());
                for (int i = 0; i < number; i++) {
                    hospital.getValue().add(arrivals.next(participant, day, extracted));
                }
            }
        }
        return new Arrived<>(group, size, extracted, episodes);
    }

    List<Participant> participants() {
        return List.copyOf(episodes.keySet());
    }

    List<Episode<J>> episodes(Participant participant) {
        return episodes.getOrDefault(participant, List.of());
    }

    long count() {
        return episodes.values().stream().mapToLong(List::size).sum();
    }

    /** The delivery of the last quarter, per hospital, with what came late of the quarter before. */
    List<Delivery<J>> latest() {
        return deliveries(size.last().toString(), true);
    }

    /** The delivery of all quarters but the last, per hospital; none when there is one quarter. */
    List<Delivery<J>> history() {
        if (size.quarters() == 1) {
            return List.of();
        }
        var last = size.last().minus(1);
        return deliveries(size.first().equals(last) ? last.toString() : size.first() + "-" + last, false);
    }

    private List<Delivery<J>> deliveries(String period, boolean latest) {
        return episodes.entrySet().stream()
                .map(hospital -> new Delivery<>(
                        group,
                        hospital.getKey().hospital(),
                        period,
                        extracted,
                        hospital.getValue().stream()
                                .filter(episode -> isLatest(episode) == latest)
                                .toList()))
                .toList();
    }

    private boolean isLatest(Episode<J> episode) {
        int day = episode.journey().day();
        boolean quarterBefore =
                size.quarters() > 1 && day >= size.last().minus(1).firstDay();
        return day >= size.last().firstDay() || (quarterBefore && episode.late());
    }
}
