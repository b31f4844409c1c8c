// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import nl.waardeketen.statistics.DispersionMethod;
import nl.waardeketen.statistics.Interval;
import nl.waardeketen.web.Phrase;
import nl.waardeketen.web.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Organisations by size and adjusted value, with the limits within which they are expected.
 *
 * @param own {@code null} when it is not judged
 * @param others that are judged
 * @param hidden names of those that are not drawn as they have too few patients
 */
record FunnelChart(
        Selection selection,
        Quantity quantity,
        double overall,
        @Nullable Reading own,
        List<Reading> others,
        List<String> hidden,
        LimitCurves curves,
        Span across,
        Span up) {

    static FunnelChart of(Selection selection, List<Reading> readings, Quantity quantity) {
        var perspective = selection.perspective();
        var drawn =
                readings.stream().filter(reading -> reading.state().judged()).toList();
        var own = drawn.stream()
                .filter(reading -> perspective.is(reading.result().organisation()))
                .findFirst()
                .orElse(null);
        var others = drawn.stream().filter(reading -> !reading.equals(own)).toList();
        var hidden = readings.stream()
                .filter(reading -> !reading.state().judged())
                .map(reading -> perspective.name(reading.result().organisation()))
                .toList();
        double overall = drawn.isEmpty() ? Double.NaN : drawn.get(0).overall();
        var indicator = readings.get(0).indicator();
        var dispersion = selection.comparison(indicator.code(), selection.period());
        var curves = LimitCurves.of(
                indicator,
                drawn,
                own,
                dispersion.map(IndicatorModel.PeriodComparison::dispersion).orElse(DispersionMethod.NONE));
        return new FunnelChart(
                selection,
                quantity,
                overall,
                own,
                others,
                hidden,
                curves,
                Span.around(
                        Stream.concat(DoubleStream.of(0).boxed(), drawn.stream().map(LimitCurves::size))
                                .mapToDouble(Double::doubleValue),
                        0,
                        Double.POSITIVE_INFINITY),
                up(drawn, own, quantity));
    }

    /** Whether there is anything to draw. */
    boolean drawable() {
        return own != null || !others.isEmpty();
    }

    public boolean widened() {
        return curves.other() != null;
    }

    /** What the curves are. */
    public Phrase reading() {
        return own == null
                ? Phrase.of("funnel.smooth")
                : Phrase.of(
                        "funnel.smooth.own",
                        selection.perspective().organisation().name());
    }

    public boolean bySize() {
        return drawable() && LimitCurves.bySize(any().indicator());
    }

    Map<String, Object> option(Wording words) {
        return FunnelOption.of(this, words);
    }

    private Reading any() {
        return own == null ? others.get(0) : own;
    }

    private static Span up(List<Reading> drawn, @Nullable Reading own, Quantity quantity) {
        var values = drawn.stream().flatMapToDouble(reading -> {
            var limits = reading.scaled(reading.unit().limits().watch());
            return DoubleStream.of(reading.adjusted(), limits.low(), limits.high());
        });
        var interval = own == null ? Interval.NONE : own.adjustedInterval();
        return Span.around(
                DoubleStream.concat(values, DoubleStream.of(interval.low(), interval.high()))
                        .map(quantity::plotted),
                0,
                quantity.kind().isShare() ? 100 : Double.POSITIVE_INFINITY);
    }
}
