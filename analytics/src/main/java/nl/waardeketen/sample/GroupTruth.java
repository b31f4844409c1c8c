// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.waardeketen.sample.Participant.Effect;

/** What is true of a patient group. */
record GroupTruth<J extends Journey>(Arrived<J> arrived) {

    static <J extends Journey> Map<String, Object> of(Arrived<J> arrived) {
        return new GroupTruth<>(arrived).told();
    }

    private Map<String, Object> told() {
        var group = arrived.group();
        return Json.ordered(
                "version",
                group.version(),
                "episodes",
                byHospital(participant -> arrived.episodes(participant).size()),
                "differs",
                differs(false),
                "changes",
                differs(true),
                "follows-from",
                followsFrom(),
                "effects",
                effects(),
                "models",
                models(),
                "terms",
                group.notes().terms(),
                "dependence",
                group.notes().dependence(),
                "missing",
                byHospital(participant -> Gaps.declared(participant, group.columns())));
    }

    /** Who differs all the time, or from or until a day. */
    private List<Object> differs(boolean changing) {
        var differs = new ArrayList<Object>();
        for (var participant : arrived.participants()) {
            for (var indicator : indicators()) {
                var effect = participant.effect(indicator);
                if (!effect.isNone() && effect.isChange() == changing) {
                    var entry = entry(participant, indicator);
                    entry.put("scale", scale(indicator));
                    entry.putAll(changing ? change(effect) : size(effect));
                    differs.add(entry);
                }
            }
        }
        return differs;
    }

    private static Map<String, Object> size(Effect effect) {
        return Json.ordered("effect", effect.since(), "ratio", StrictMath.exp(effect.since()));
    }

    private static Map<String, Object> change(Effect effect) {
        return Json.ordered(
                "from-day",
                Moments.date(effect.changes()),
                "effect-until",
                effect.until(),
                "effect-since",
                effect.since());
    }

    private List<Object> followsFrom() {
        var follows = new ArrayList<Object>();
        for (var participant : arrived.participants()) {
            for (var consequence : arrived.group().consequences(participant, arrived.episodes(participant))) {
                var entry = entry(participant, consequence.indicator());
                entry.put("from", consequence.from());
                entry.putAll(consequence.told());
                follows.add(entry);
            }
        }
        return follows;
    }

    /** Those that hold in the last quarter. */
    private Map<String, Object> effects() {
        var effects = new LinkedHashMap<String, Object>();
        for (var indicator : indicators()) {
            effects.put(
                    indicator,
                    byHospital(participant -> participant.effect(indicator).since()));
        }
        return effects;
    }

    private Map<String, Object> models() {
        var models = new LinkedHashMap<String, Object>();
        arrived.group().models().forEach((indicator, model) -> {
            var coefficients = model.coefficients();
            coefficients.putAll(arrived.group().notes().beside().getOrDefault(indicator, Map.of()));
            models.put(indicator, Json.ordered("scale", scale(indicator), "coefficients", coefficients));
        });
        return models;
    }

    private List<String> indicators() {
        return List.copyOf(arrived.group().models().keySet());
    }

    private static Map<String, Object> entry(Participant participant, String indicator) {
        return Json.ordered("organisation", participant.code(), "indicator", indicator);
    }

    private String scale(String indicator) {
        return arrived.group().notes().durations().contains(indicator) ? "log" : "log-odds";
    }

    private Map<String, Object> byHospital(Function<Participant, Object> of) {
        var values = new LinkedHashMap<String, Object>();
        arrived.participants().forEach(participant -> values.put(participant.code(), of.apply(participant)));
        return values;
    }
}
