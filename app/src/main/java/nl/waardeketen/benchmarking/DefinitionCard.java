// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.Locale;
import nl.waardeketen.analytics.Cut;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What counts, in words and as the rule that was computed.
 *
 * @param cut how much was cut of the largest values, of all organisations together; {@code null} where nothing was
 */
record DefinitionCard(
        String population,
        String numerator,
        boolean mean,
        @Nullable String excluded,
        Phrase missing,
        String source,
        boolean confirmed,
        int version,
        int minimumVolume,
        @Nullable Phrase cut,
        @Nullable String target,
        String populationRule,
        String measureRule) {

    static DefinitionCard of(Selection selection, Reading own, Quantity quantity) {
        var indicator = own.indicator();
        Locale locale = selection.locale();
        var excluded = indicator.excludedWords();
        var target = indicator.target();
        return new DefinitionCard(
                indicator.populationWords().in(locale),
                indicator.numeratorWords().in(locale),
                !indicator.kind().isShare(),
                excluded == null ? null : excluded.in(locale),
                missing(selection, own),
                indicator.source(),
                indicator.confirmed(),
                indicator.version(),
                indicator.minimumVolume(),
                selection
                        .model(indicator.code())
                        .map(IndicatorModel::cut)
                        .map(cut -> cut(cut, quantity))
                        .orElse(null),
                target == null ? null : quantity.text(target),
                indicator.population(),
                indicator.measure());
    }

    /** Nothing where nothing was cut. */
    private static @Nullable Phrase cut(Cut cut, Quantity quantity) {
        return cut.rows() == 0
                ? null
                : Phrase.of(
                        cut.rows() == 1 ? "definition.cut.one" : "definition.cut.of",
                        quantity.text(cut.at()),
                        quantity.numbers().count((double) cut.rows()),
                        quantity.text(cut.amount()));
    }

    public boolean hasRule() {
        return !populationRule.isEmpty() || !measureRule.isEmpty();
    }

    private static Phrase missing(Selection selection, Reading own) {
        var numbers = selection.numbers();
        long missing = own.result().missing();
        long all = missing + own.totals().n();
        return all == 0
                ? Phrase.of("definition.missing.none")
                : Phrase.of(
                        "definition.missing.of",
                        numbers.count((double) missing),
                        numbers.count((double) all),
                        numbers.percent((double) missing / (double) all));
    }
}
