// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people of the region: new ones, and now and then one who breaks the other hip. */
final class HipResidents {
    /** Share of admissions for which somebody is looked for who returns. */
    static final double RETURNING = 0.04;
    /** Share of those who return that come to the same hospital. */
    static final double FAITHFUL = 0.8;

    private static final int DAYS_BETWEEN = 120;
    private static final int TRIES = 6;
    private static final double DAYS_PER_YEAR = 365.2425;

    private final Chance chance;
    private final Person.Numbers numbers;
    private final List<Participant> participants;
    private final Map<Participant, List<Person>> admitted = new HashMap<>();

    HipResidents(List<Participant> participants, Person.Numbers numbers, Chance chance) {
        this.chance = chance;
        this.participants = participants;
        this.numbers = numbers;
        participants.forEach(participant -> admitted.put(participant, new ArrayList<>()));
    }

    /** Somebody who breaks a hip on this day. */
    Person patient(Participant participant, int day) {
        if (chance.happens(RETURNING)) {
            boolean faithful = chance.happens(FAITHFUL);
            var person = returning(faithful ? participant : participants.get(chance.below(participants.size())), day);
            if (person != null) {
                return person;
            }
        }
        var person = newcomer(participant.mix(), day);
        people(participant).add(person);
        return person;
    }

    private @Nullable Person returning(Participant before, int day) {
        var people = people(before);
        for (int i = 0; i < TRIES && !people.isEmpty(); i++) {
            var person = people.get(chance.below(people.size()));
            if (person.mayReturn(day, DAYS_BETWEEN)) {
                return person;
            }
        }
        return null;
    }

    private Person newcomer(Participant.Mix mix, int day) {
        double usual = chance.happens(0.06) ? 60 + 9 * chance.normal() : 82 + 8 * chance.normal();
        double age = Math.max(25, Math.min(104, usual + mix.age()));
        int birth = day - (int) (age * DAYS_PER_YEAR);
        int sex = chance.happens(Logit.share(0.65 + 0.025 * (age - 80))) ? 2 : 1;
        return new Person(numbers.next(), birth, sex, chance.normal(), 1 + chance.below(2));
    }

    private List<Person> people(Participant participant) {
        return admitted.computeIfAbsent(participant, unknown -> new ArrayList<>());
    }
}
