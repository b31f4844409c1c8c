// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.util.List;
import java.util.Locale;
import nl.waardeketen.analytics.LakeIndicators.Crude;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.deliveries.IndicatorEffect;
import nl.waardeketen.web.Numbers;

/**
 * An indicator that a correction changes.
 *
 * @param before value and number of patients in the delivery that is corrected
 * @param after the same in the correction
 */
record EffectRow(String title, String before, String after) {

    static List<EffectRow> of(List<IndicatorEffect> effects, OutcomeSet set, Locale locale) {
        return effects.stream()
                .flatMap(effect -> set.indicator(effect.indicator()).stream()
                        .map(indicator -> new EffectRow(
                                indicator.title().in(locale),
                                value(effect.before(), indicator, locale),
                                value(effect.after(), indicator, locale))))
                .toList();
    }

    private static String value(Crude crude, Indicator indicator, Locale locale) {
        var numbers = Numbers.in(locale);
        var unit = indicator.unit();
        var value = indicator.kind().isAmount()
                ? numbers.decimal(crude.value(), 1) + (unit == null ? "" : " " + unit.in(locale))
                : numbers.percent(crude.value());
        return value + " (n = " + numbers.count((double) crude.n()) + ")";
    }
}
