// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.analytics.FactIndicator;
import nl.waardeketen.analytics.LakeIndicators;
import nl.waardeketen.analytics.LakeIndicators.Crude;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.concepts.IndicatorFacts;
import nl.waardeketen.concepts.OutcomeSet;

/**
 * What a correction does to an indicator of its sender, within the corrected delivery; neither adjusted nor cut.
 *
 * @param indicator its code
 */
public record IndicatorEffect(String indicator, Crude before, Crude after) {
    /** A plan is for a period; which one makes no difference here. */
    private static final Period ANY = Period.quarter(2000, 1);

    /**
     * The indicators on which two files of episodes differ.
     *
     * @param known codes of variables that both have; indicators that ask for another are left out
     */
    static List<IndicatorEffect> between(OutcomeSet set, Path before, Path after, List<String> known, Scratch scratch) {
        var all = IndicatorFacts.plan(set, ANY).indicators();
        var codes = new ArrayList<String>();
        var asked = new ArrayList<FactIndicator>();
        for (int i = 0; i < all.size(); i++) {
            var fact = all.get(i);
            if (known.containsAll(fact.population().variables())
                    && known.containsAll(fact.measure().variables())) {
                codes.add(set.indicators().get(i).code());
                asked.add(fact);
            }
        }
        if (asked.isEmpty()) {
            return List.of();
        }
        var then = LakeIndicators.of(before, asked, scratch);
        var now = LakeIndicators.of(after, asked, scratch);
        var effects = new ArrayList<IndicatorEffect>();
        for (int i = 0; i < asked.size(); i++) {
            if (!then.get(i).equals(now.get(i))) {
                effects.add(new IndicatorEffect(codes.get(i), then.get(i), now.get(i)));
            }
        }
        return List.copyOf(effects);
    }
}
