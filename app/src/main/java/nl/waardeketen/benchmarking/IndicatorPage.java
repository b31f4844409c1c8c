// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * One indicator: how one organisation stands, among the others by name, with what counts and how certain it is.
 *
 * @param funnel {@code null} where nobody can be judged
 * @param trend of the organisation; {@code null} with fewer than two periods
 * @param parts of a composite; empty for others
 */
record IndicatorPage(
        Selection selection,
        String title,
        String description,
        Phrase direction,
        boolean lower,
        Reading own,
        SignalChip signal,
        Figures figures,
        @Nullable FunnelChart funnel,
        Phrase funnelTitle,
        List<HospitalRow> hospitals,
        String expectedPlace,
        String lowLabel,
        String highLabel,
        DefinitionCard definition,
        CaseMixCard caseMix,
        CertaintyCard certainty,
        NextPatients next,
        @Nullable ChangeCard change,
        @Nullable TrendChart trend,
        List<PartRow> parts) {

    /**
     * The page.
     *
     * @param results of all organisations on it, in all periods
     * @param changes of organisations since the release before
     * @param parts results on its parts in the period, for a composite
     */
    static IndicatorPage of(
            Selection selection, Indicator indicator, List<Result> results, List<Result> parts, List<Change> changes) {
        var perspective = selection.perspective();
        var current = results.stream()
                .filter(result -> result.period().equals(selection.period()))
                .collect(Collectors.toMap(Result::organisation, result -> result, (a, b) -> a));
        var own = selection.reading(
                indicator,
                current.getOrDefault(perspective.organisation().code(), Absent.result(selection, indicator)));
        var readings = perspective.inOrder().stream()
                .flatMap(named -> Stream.ofNullable(current.get(named.code())))
                .map(result -> selection.reading(indicator, result))
                .toList();
        var quantity = Quantity.of(indicator, selection.locale());
        var span = span(readings, own, indicator);
        double overall = own.overall();
        var history = results.stream()
                .filter(result -> perspective.is(result.organisation()))
                .toList();
        var trend = TrendChart.of(selection, indicator, history, overall);
        var certainty = CertaintyCard.of(selection, own, readings);
        var funnel = readings.isEmpty() ? null : FunnelChart.of(selection, readings, quantity);
        return new IndicatorPage(
                selection,
                indicator.title().in(selection.locale()),
                indicator.numeratorWords().in(selection.locale()),
                IndicatorRow.direction(indicator),
                indicator.better() == Indicator.Better.LOWER,
                own,
                SignalChip.of(own),
                Figures.of(selection, own, quantity, certainty.pair()),
                funnel == null || !funnel.drawable() ? null : funnel,
                funnelTitle(own, perspective),
                readings.stream()
                        .map(reading -> HospitalRow.of(
                                selection, perspective.name(reading.result().organisation()), reading, quantity, span))
                        .toList(),
                span.place(overall),
                quantity.axis(span.low(), span.step()),
                quantity.axis(span.high(), span.step()),
                DefinitionCard.of(selection, own, quantity),
                CaseMixCard.of(selection, indicator),
                certainty,
                NextPatients.of(selection, own, readings, quantity),
                ChangeCard.of(selection, quantity, changes),
                trend.drawable() ? trend : null,
                PartRow.of(selection, indicator, parts));
    }

    public boolean bySize() {
        return LimitCurves.bySize(own.indicator());
    }

    /** The drawn intervals share a scale that holds all that is judged; wide intervals run out of it. */
    private static Span span(List<Reading> readings, Reading own, Indicator indicator) {
        var ends = readings.stream()
                .filter(reading -> reading.state().judged())
                .flatMapToDouble(reading -> DoubleStream.of(
                        reading.adjusted(),
                        reading.adjustedInterval().low(),
                        reading.adjustedInterval().high()));
        var fallback = DoubleStream.of(own.adjusted(), own.overall());
        double ceiling = indicator.kind().isShare() ? 1 : Double.POSITIVE_INFINITY;
        return Span.around(DoubleStream.concat(ends, fallback), 0, ceiling);
    }

    private static Phrase funnelTitle(Reading own, Perspective perspective) {
        if (!own.state().judged()) {
            return Phrase.of("funnel.title.few", perspective.who());
        }
        return Phrase.of("funnel.title." + own.unit().signal().name(), perspective.who());
    }
}
