// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.waardeketen.sample.PlantedErrors.Kind;

/** Patients with a hip fracture. */
final class HipFracture implements PatientGroup<HipJourney> {
    private static final double[] VOLUME_OF_MONTH = {
        1.09, 1.05, 1.02, 0.98, 0.96, 0.95, 0.94, 0.95, 0.97, 1.01, 1.03, 1.08
    };
    private static final double[] ARRIVALS_OF_HOUR = {
        2, 2, 2, 1, 1, 1, 2, 3, 5, 7, 8, 8, 8, 8, 7, 7, 7, 6, 6, 5, 5, 4, 3, 3
    };
    private static final double VIA_EMERGENCY = 0.96;
    private static final int MINUTES_PER_HOUR = 60;

    @Override
    public String code() {
        return "hip-fracture";
    }

    @Override
    public String version() {
        return "2026.3";
    }

    @Override
    public String title() {
        return "hip fracture";
    }

    @Override
    public List<Column<HipJourney>> columns() {
        return HipColumns.ALL;
    }

    @Override
    public List<Participant> participants(Hospitals hospitals, SampleSize size) {
        return HipHospitals.of(hospitals.withHipFracture());
    }

    /** More in winter, fewer in the weekend. */
    @Override
    public double volume(LocalDate day) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return VOLUME_OF_MONTH[day.getMonthValue() - 1] * (weekend ? 0.95 : 1.02);
    }

    @Override
    public Arrivals<HipJourney> arrivals(List<Participant> participants, Person.Numbers numbers, Chance chance) {
        var residents = new HipResidents(participants, numbers, chance);
        var courses = new HipCourseDraw(chance);
        return (participant, day, extracted) -> {
            var person = residents.patient(participant, day);
            var admission = admission(participant, person, day, chance);
            var missing = Gaps.draw(participant, HipColumns.ALL, chance);
            return new Episode<>(new HipJourney(admission, courses.of(admission)), extracted, missing);
        };
    }

    private static HipAdmission admission(Participant participant, Person person, int day, Chance chance) {
        int minute = chance.pick(ARRIVALS_OF_HOUR) * MINUTES_PER_HOUR + chance.below(MINUTES_PER_HOUR);
        boolean viaEmergency = chance.happens(VIA_EMERGENCY);
        var mix = HipCaseMix.draw(person, day, participant.mix(), chance);
        person.admitted(day, mix.dementia());
        return new HipAdmission(participant, person, day, minute, viaEmergency, person.sideNow(), mix);
    }

    @Override
    public List<Activity> activities(Episode<HipJourney> episode) {
        return HipPath.of(episode);
    }

    /** What the row holds, by the instruments that measured it. */
    @Override
    public List<Measurement> measurements(Episode<HipJourney> episode) {
        var measured = new ArrayList<Measurement>();
        int followUp = episode.journey().course().followUp().day();
        for (var moment : List.of("before", "3m")) {
            int day = moment.equals("before") ? episode.journey().day() : followUp;
            for (var instrument : List.of("mobility", "katz")) {
                var text = episode.value(Column.named(instrument + "_" + moment, HipColumns.ALL));
                if (!text.isEmpty()) {
                    var name = instrument.equals("katz") ? "KATZ-6" : "FMS";
                    measured.add(new Measurement(name, "score", moment, Integer.parseInt(text), day));
                }
            }
        }
        return measured;
    }

    @Override
    public Product product(Episode<HipJourney> episode) {
        return HipPath.product(episode);
    }

    @Override
    public Map<String, OutcomeModel<HipAdmission>> models() {
        return HipModels.byIndicator();
    }

    @Override
    public TruthNotes notes() {
        return new TruthNotes(
                Set.of("HIP-ED", "HIP-LOS"),
                Map.of("HIP-LOS", Json.ordered("delirium", HipCourseDraw.STAY_WITH_DELIRIUM)),
                Json.ordered(
                        "winter",
                        "admitted in December, January or February",
                        "weekend",
                        "admitted on Friday or Saturday, so that the next day is in the weekend",
                        "evening",
                        "arrived at 17:00 or later, whether through the emergency department or not",
                        "HIP-LOS",
                        "log of the mean days before rounding to whole days, death in hospital and the day of surgery",
                        "HIP-ED",
                        "log of the median minutes, kept within 25 and 480",
                        "HIP-COST",
                        "made-up prices of all activities, added up"),
                Json.ordered(
                        "death-drawn-with-delirium",
                        HipCourseDraw.DEATH_LIKE_DELIRIUM,
                        "returning-patients-sought",
                        HipResidents.RETURNING,
                        "returning-to-the-same-hospital",
                        HipResidents.FAITHFUL));
    }

    @Override
    public List<Consequence> consequences(Participant participant, List<Episode<HipJourney>> episodes) {
        return HipConsequences.listed(participant, episodes);
    }

    @Override
    public List<Kind<HipJourney>> errors() {
        return List.of(
                kind("value.not-a-number", "age", "tachtig"),
                kind("value.not-a-date", "discharge", "2026-02-30"),
                kind("value.unknown-code", "asa", "7"),
                kind("value.missing", "sex", ""),
                kind("value.not-a-flag", "dementia", "misschien"),
                kind("value.too-high", "age", "208"),
                kind("value.not-a-time", "arrival", "2026-08-01T25:10"),
                kind("value.not-whole", "katz_before", "2.5"),
                kind("value.too-low", "katz_3m", "-1"));
    }

    private static Kind<HipJourney> kind(String rule, String column, String text) {
        return new Kind<>(rule, Column.named(column, HipColumns.ALL), text);
    }
}
