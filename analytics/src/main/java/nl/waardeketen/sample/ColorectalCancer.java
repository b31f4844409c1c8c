// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.waardeketen.sample.PlantedErrors.Kind;

/** Patients who are operated on for colorectal cancer. */
final class ColorectalCancer implements PatientGroup<ColorectalJourney> {
    private static final double[] VOLUME_OF_MONTH = {
        1.03, 1.01, 1.04, 1.01, 0.99, 1.03, 0.94, 0.92, 1.00, 1.03, 1.04, 0.96
    };
    private static final double DAYS_PER_YEAR = 365.2425;
    private static final int YOUNGEST = 24;
    private static final int OLDEST = 97;

    @Override
    public String code() {
        return "colorectal-cancer";
    }

    @Override
    public String version() {
        return "2026.1";
    }

    @Override
    public String title() {
        return "colorectal cancer";
    }

    @Override
    public List<Column<ColorectalJourney>> columns() {
        return ColorectalColumns.ALL;
    }

    @Override
    public List<Participant> participants(Hospitals hospitals, SampleSize size) {
        return ColorectalHospitals.of(hospitals.withColorectalCancer(size.withColorectalCancer()), size);
    }

    /** Mostly on weekdays, less in summer. */
    @Override
    public double volume(LocalDate day) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return VOLUME_OF_MONTH[day.getMonthValue() - 1] * (weekend ? 0.14 : 1.344);
    }

    @Override
    public Arrivals<ColorectalJourney> arrivals(List<Participant> participants, Person.Numbers numbers, Chance chance) {
        var courses = new ColorectalCourseDraw(chance);
        return (participant, day, extracted) -> {
            var person = newcomer(participant.mix(), day, numbers, chance);
            var mix = ColorectalCaseMix.draw(person, day, participant.mix(), chance);
            var admission = new ColorectalAdmission(participant, person, day, mix);
            var missing = Gaps.draw(participant, ColorectalColumns.ALL, chance);
            return new Episode<>(new ColorectalJourney(admission, courses.of(admission)), extracted, missing);
        };
    }

    private static Person newcomer(Participant.Mix mix, int day, Person.Numbers numbers, Chance chance) {
        double age = Math.max(YOUNGEST, Math.min(OLDEST, 69.5 + 10.5 * chance.normal() + mix.age()));
        int birth = day - (int) (age * DAYS_PER_YEAR);
        return new Person(numbers.next(), birth, chance.happens(0.44) ? 2 : 1, chance.normal(), 1);
    }

    @Override
    public List<Activity> activities(Episode<ColorectalJourney> episode) {
        return ColorectalPath.of(episode);
    }

    @Override
    public List<Measurement> measurements(Episode<ColorectalJourney> episode) {
        return QualityOfLife.answers(episode);
    }

    @Override
    public Product product(Episode<ColorectalJourney> episode) {
        return ColorectalPath.product(episode);
    }

    @Override
    public Map<String, OutcomeModel<ColorectalAdmission>> models() {
        return ColorectalModels.byIndicator();
    }

    @Override
    public TruthNotes notes() {
        return new TruthNotes(
                Set.of("CRC-WAIT", "CRC-LOS"),
                Map.of(
                        "CRC-LOS",
                        Json.ordered(
                                "leak",
                                ColorectalCourseDraw.STAY_WITH_LEAK,
                                "other-severe-complication",
                                ColorectalCourseDraw.STAY_WITH_OTHER)),
                Json.ordered(
                        "CRC-LOS",
                        "log of the mean days before rounding to whole days, at least 2, and death in hospital",
                        "CRC-WAIT",
                        "log of the mean days before rounding to whole days, at least 1",
                        "CRC-COST",
                        "made-up prices of all activities, added up"),
                Json.ordered(
                        "death-drawn-with-leak",
                        ColorectalCourseDraw.DEATH_LIKE_LEAK,
                        "quality-at-12-months-drawn-with-3",
                        ColorectalCourseDraw.QUALITY_12M_LIKE_3M));
    }

    @Override
    public List<Consequence> consequences(Participant participant, List<Episode<ColorectalJourney>> episodes) {
        var consequences = new ArrayList<Consequence>();
        if (!participant.effect("CRC-LEAK").isNone()) {
            for (var indicator : List.of("CRC-REINT", "CRC-COMPL", "CRC-STAY", "CRC-TO", "CRC-LOS", "CRC-COST")) {
                consequences.add(follows(indicator, "CRC-LEAK", "a leak is operated on and lengthens the stay"));
            }
        }
        if (!participant.effect("CRC-LOS").isNone()) {
            for (var indicator : List.of("CRC-STAY", "CRC-TO", "CRC-COST")) {
                consequences.add(follows(indicator, "CRC-LOS", "shorter stays are less often too long, and cost less"));
            }
        }
        consequences.add(new Consequence(
                "CRC-RESP", List.of("missing"), Map.of("expected-share", 1 - participant.followUpMissing())));
        return consequences;
    }

    private static Consequence follows(String indicator, String from, String words) {
        return new Consequence(indicator, List.of(from), Map.of("words", words));
    }

    @Override
    public List<Kind<ColorectalJourney>> errors() {
        return List.of(
                kind("value.unknown-code", "location", "colon"),
                kind("value.not-a-date", "discharge", "31/11/2026"),
                kind("value.missing", "operation", ""),
                kind("value.not-a-number", "bmi", "overgewicht"),
                kind("value.too-high", "qol_before", "666.7"),
                kind("value.too-low", "nodes", "-9"));
    }

    private static Kind<ColorectalJourney> kind(String rule, String column, String text) {
        return new Kind<>(rule, Column.named(column, ColorectalColumns.ALL), text);
    }
}
