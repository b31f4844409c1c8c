// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import nl.waardeketen.statistics.DispersionMethod;
import nl.waardeketen.statistics.Overdispersion;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * How much the organisations differ beyond chance, and which limits judged.
 *
 * @param standard warning that few organisations weigh on each other's standard; {@code null} where there are enough
 * @param enough whether there are enough organisations to tell
 */
record CertaintyCard(
        boolean enough,
        Phrase text,
        Phrase limits,
        @Nullable Phrase standard) {

    static CertaintyCard of(Selection selection, Reading any) {
        var indicator = any.indicator();
        var numbers = selection.numbers();
        var found = selection.comparison(indicator.code(), selection.period());
        var overdispersion = found.map(IndicatorModel.PeriodComparison::overdispersion);
        var units =
                String.valueOf(found.map(IndicatorModel.PeriodComparison::units).orElse(0));
        boolean widened =
                found.map(each -> each.dispersion() != DispersionMethod.NONE).orElse(false);
        var text = overdispersion
                .map(each -> Phrase.of(
                        each.tau2() > 0 ? "certainty.more" : "certainty.chance",
                        units,
                        numbers.decimal(each.phi(), 2),
                        numbers.decimal(each.tau2(), 4)))
                .orElseGet(() -> Phrase.of(
                        units.equals("1") ? "certainty.single" : "certainty.few",
                        units,
                        String.valueOf(Overdispersion.FEWEST_UNITS)));
        var which = widened ? "wider" : LimitCurves.bySize(indicator) ? "chance" : "exact";
        boolean few = overdispersion.isEmpty() && !units.equals("1");
        return new CertaintyCard(
                overdispersion.isPresent(),
                text,
                Phrase.of("certainty.limits." + which),
                few ? Phrase.of("certainty.standard") : null);
    }
}
