// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import nl.waardeketen.sample.Hospital.Effects;

/** What is true of a sample region: sizes, models, effects, and who differs. */
record Truth(Region region, PlantedErrors planted) {
    /** Indicators with an effect of their own; the effects of all others are 0. */
    private static final Map<String, ToDoubleFunction<Effects>> OWN =
            Map.of("HIP-DEL", Effects::delirium, "HIP-LOS", Effects::stay, "HIP-TTS", Effects::timely);

    private static final List<String> DURATIONS = List.of("HIP-ED", "HIP-LOS");

    String json() {
        var size = region.size();
        var truth = new LinkedHashMap<String, Object>();
        truth.put("outcome-set", Delivery.OUTCOME_SET);
        truth.put("version", Delivery.VERSION);
        truth.put("seed", size.seed());
        truth.put("hospitals", size.hospitals());
        truth.put("quarters", size.quarters());
        truth.put("episodes-per-quarter", size.episodesPerQuarter());
        truth.put("first-quarter", size.first().toString());
        truth.put("last-quarter", size.last().toString());
        truth.put("extracted", LocalDate.ofEpochDay(region.extracted()).toString());
        truth.put("episodes", byHospital(hospital -> region.episodes(hospital).size()));
        truth.put("differs", differs());
        truth.put("follows-from", followsFrom());
        truth.put("effects", effects());
        truth.put("models", models());
        truth.put("terms", terms());
        truth.put("dependence", dependence());
        truth.put("missing", byHospital(Gaps::declared));
        truth.put("planted-errors", planted.listed());
        return Json.text(truth);
    }

    private List<Object> differs() {
        var differs = new ArrayList<Object>();
        for (var hospital : participants()) {
            for (var indicator : TrueModels.byIndicator().keySet()) {
                double effect = effect(indicator, hospital);
                if (effect != 0) {
                    var entry = entry(hospital, indicator);
                    entry.put("scale", scale(indicator));
                    entry.put("effect", effect);
                    entry.put("ratio", StrictMath.exp(effect));
                    differs.add(entry);
                }
            }
        }
        return differs;
    }

    private static double effect(String indicator, Hospital hospital) {
        return OWN.getOrDefault(indicator, none -> 0).applyAsDouble(hospital.effects());
    }

    /** No effects of their own, but consequences of those of {@link #differs}. */
    private List<Object> followsFrom() {
        var follows = new ArrayList<Object>();
        for (var hospital : participants()) {
            var effects = hospital.effects();
            if (effects.delirium() != 0) {
                var expected = KnockOn.of(hospital, region.episodes(hospital));
                var stay = entry(hospital, "HIP-LOS");
                stay.put("from", List.of("HIP-DEL", "HIP-LOS"));
                stay.put("expected-ratio-in-all", expected.stayRatio());
                follows.add(stay);
                var recovery = entry(hospital, "HIP-UR");
                recovery.put("from", List.of("HIP-DEL"));
                recovery.put("expected-share", expected.uneventful());
                recovery.put("expected-share-without", expected.uneventfulWithout());
                follows.add(recovery);
            }
            if (effects.timely() != 0) {
                var hours = entry(hospital, "HIP-TTSH");
                hours.put("from", List.of("HIP-TTS"));
                hours.put("words", "fewer late operations, so fewer hours on average");
                follows.add(hours);
                var stay = entry(hospital, "HIP-LOS");
                stay.put("from", List.of("HIP-TTS"));
                stay.put("words", "nobody leaves before the day after surgery; below 1 percent");
                follows.add(stay);
            }
        }
        return follows;
    }

    private Map<String, Object> effects() {
        var effects = new LinkedHashMap<String, Object>();
        for (var indicator : TrueModels.byIndicator().keySet()) {
            effects.put(indicator, byHospital(hospital -> effect(indicator, hospital)));
        }
        return effects;
    }

    private static Map<String, Object> models() {
        var models = new LinkedHashMap<String, Object>();
        TrueModels.byIndicator().forEach((indicator, model) -> {
            var coefficients = model.coefficients();
            if (indicator.equals("HIP-LOS")) {
                coefficients.put("delirium", CourseDraw.STAY_WITH_DELIRIUM);
            }
            var entry = new LinkedHashMap<String, Object>();
            entry.put("scale", scale(indicator));
            entry.put("coefficients", coefficients);
            models.put(indicator, entry);
        });
        return models;
    }

    private static Map<String, Object> terms() {
        var terms = new LinkedHashMap<String, Object>();
        terms.put("winter", "admitted in December, January or February");
        terms.put("weekend", "admitted on Friday or Saturday, so that the next day is in the weekend");
        terms.put("evening", "arrived at 17:00 or later, whether through the emergency department or not");
        terms.put(
                "HIP-LOS",
                "log of the mean days before rounding to whole days, death in hospital and the day of surgery");
        terms.put("HIP-ED", "log of the median minutes, kept within 25 and 480");
        return terms;
    }

    private static Map<String, Object> dependence() {
        var dependence = new LinkedHashMap<String, Object>();
        dependence.put("death-drawn-with-delirium", CourseDraw.DEATH_LIKE_DELIRIUM);
        dependence.put("returning-patients-sought", Residents.RETURNING);
        dependence.put("returning-to-the-same-hospital", Residents.FAITHFUL);
        return dependence;
    }

    private static Map<String, Object> entry(Hospital hospital, String indicator) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("organisation", hospital.code());
        entry.put("indicator", indicator);
        return entry;
    }

    private static String scale(String indicator) {
        return DURATIONS.contains(indicator) ? "log" : "log-odds";
    }

    private interface Of {
        Object value(Hospital hospital);
    }

    private Map<String, Object> byHospital(Of of) {
        var values = new LinkedHashMap<String, Object>();
        participants().forEach(hospital -> values.put(hospital.code(), of.value(hospital)));
        return values;
    }

    private List<Hospital> participants() {
        return region.hospitals().participants();
    }
}
