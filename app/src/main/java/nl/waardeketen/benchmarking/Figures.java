// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;

/** The four figures of one organisation on one indicator, and the sentences that say them. */
record Figures(
        Phrase sentence,
        Phrase meaning,
        String observed,
        Phrase observedNote,
        String expected,
        Phrase expectedNote,
        String adjusted,
        String adjustedInterval,
        String ratio,
        String ratioInterval) {

    /** @param pair whether two organisations are compared with each other */
    static Figures of(Selection selection, Reading own, Quantity quantity, boolean pair) {
        var numbers = selection.numbers();
        var patients = numbers.count((double) own.totals().n());
        boolean bySize = LimitCurves.bySize(own.indicator());
        var ratio = own.unit().own();
        return new Figures(
                sentence(selection, own, quantity),
                meaning(selection, own, pair),
                quantity.text(own.observedRate()),
                bySize
                        ? Phrase.of("patients", patients)
                        : Phrase.of("figures.of", numbers.count(own.totals().observed()), patients),
                quantity.text(own.expectedRate()),
                bySize
                        ? Phrase.of("figures.mix.mean")
                        : Phrase.of("figures.mix", numbers.decimal(own.totals().expected(), 1)),
                quantity.text(own.adjusted()),
                quantity.text(own.adjustedInterval()),
                numbers.decimal(own.unit().ratio(), 2),
                numbers.interval(ratio.low(), ratio.high(), 2));
    }

    private static Phrase sentence(Selection selection, Reading own, Quantity quantity) {
        var numbers = selection.numbers();
        var who = selection.perspective().who();
        var title = selection.titled(own.indicator().title().in(selection.locale()));
        return switch (own.state()) {
            case NO_PATIENTS -> Phrase.of("figures.none", title, who);
            case VALUE_UNKNOWN ->
                Phrase.of("figures.unknown", title, who, numbers.count((double)
                        own.result().missing()));
            default ->
                LimitCurves.bySize(own.indicator())
                        ? Phrase.of(
                                "figures.mean",
                                title,
                                who,
                                quantity.text(own.observedRate()),
                                quantity.text(own.expectedRate()))
                        : counted(own, numbers, who, title);
        };
    }

    private static Phrase counted(Reading own, Numbers numbers, Phrase who, String title) {
        double expected = own.totals().expected();
        return Phrase.of(
                own.indicator().kind().isShare() ? "figures.share" : "figures.count",
                title,
                who,
                numbers.count(own.totals().observed()),
                numbers.count((double) own.totals().n()),
                numbers.decimal(expected, expected < 10 ? 1 : 0));
    }

    private static Phrase meaning(Selection selection, Reading own, boolean pair) {
        return switch (own.state()) {
            case NO_PATIENTS -> Phrase.of(selection.patients() == null ? "meaning.none" : "meaning.none.subgroup");
            case VALUE_UNKNOWN -> Phrase.of("meaning.unknown");
            case FEW_EXPECTED -> Phrase.of("meaning.few.expected");
            case FEW_WITHOUT -> Phrase.of("meaning.few.without");
            case JUDGED ->
                switch (own.unit().signal()) {
                    case SIGNAL_HIGH, SIGNAL_LOW -> Phrase.of(pair ? "meaning.signal.pair" : "meaning.signal");
                    case WATCH_HIGH, WATCH_LOW -> Phrase.of(pair ? "meaning.watch.pair" : "meaning.watch");
                    default -> Phrase.of("meaning.expected");
                };
        };
    }
}
