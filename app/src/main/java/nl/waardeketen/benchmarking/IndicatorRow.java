// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.concepts.Indicator.Better;
import nl.waardeketen.concepts.Indicator.Measure;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * An indicator in the table of a group, as one organisation stands.
 *
 * @param interval under the value, or why there is none
 * @param sparkline {@code null} with fewer than two values
 * @param sparse whether of fewer than 60 % the value is known
 */
record IndicatorRow(
        Reading reading,
        String title,
        String link,
        Phrase direction,
        String value,
        Phrase interval,
        IntervalGlyph glyph,
        @Nullable Sparkline sparkline,
        SignalChip signal,
        String completeness,
        String completenessWidth,
        boolean sparse) {
    private static final double SPARSE = 0.6;
    private static final int MOST_POINTS = 8;

    /**
     * The row of an indicator.
     *
     * @param results of all organisations on it in the period
     * @param history of the organisation on it in all periods
     */
    static IndicatorRow of(Selection selection, Indicator indicator, List<Result> results, List<Result> history) {
        var readings = results.stream()
                .map(result -> selection.reading(indicator, result))
                .toList();
        var own = readings.stream()
                .filter(reading -> selection.perspective().is(reading.result().organisation()))
                .findFirst()
                .orElseGet(() -> selection.reading(indicator, Absent.result(selection, indicator)));
        var others = readings.stream().filter(reading -> !reading.equals(own)).toList();
        var quantity = Quantity.of(indicator, selection.locale());
        double known = own.result().completeness();
        boolean judged = own.state().judged();
        return new IndicatorRow(
                own,
                indicator.title().in(selection.locale()),
                selection.link(indicator.code()),
                direction(indicator),
                judged ? quantity.text(own.adjusted()) : Numbers.NONE,
                judged
                        ? Phrase.of("text", quantity.text(own.adjustedInterval()))
                        : Phrase.of("patients", selection.numbers().count((double)
                                own.totals().n())),
                IntervalGlyph.of(own, others, quantity),
                sparkline(selection, indicator, own, history, quantity),
                SignalChip.of(own),
                selection.numbers().wholePercent(known),
                Double.isFinite(known) ? Math.round(100 * known) + "%" : "0%",
                known < SPARSE);
    }

    /** The desired direction in words. */
    static Phrase direction(Indicator indicator) {
        boolean lower = indicator.better() == Better.LOWER;
        if (indicator.kind() == Measure.COST && lower) {
            return Phrase.of("direction.cost");
        }
        return shortDirection(indicator);
    }

    static Phrase shortDirection(Indicator indicator) {
        boolean lower = indicator.better() == Better.LOWER;
        boolean duration = indicator.kind() == Measure.DURATION;
        return Phrase.of("direction." + (duration ? (lower ? "shorter" : "longer") : (lower ? "lower" : "higher")));
    }

    public boolean lower() {
        return reading.indicator().better() == Better.LOWER;
    }

    public Phrase axis() {
        return shortDirection(reading.indicator());
    }

    private static @Nullable Sparkline sparkline(
            Selection selection, Indicator indicator, Reading own, List<Result> history, Quantity quantity) {
        var periods = selection.trendPeriods();
        Map<Period, Result> byPeriod =
                history.stream().collect(Collectors.toMap(Result::period, result -> result, (a, b) -> a));
        var values = periods.stream()
                .skip(Math.max(0, periods.size() - MOST_POINTS))
                .mapToDouble(period -> {
                    var result = byPeriod.get(period);
                    return result == null || result.compared().totals().n() == 0
                            ? Double.NaN
                            : selection.reading(indicator, result).adjusted();
                })
                .toArray();
        return Sparkline.of(values, own.overall(), quantity);
    }
}
