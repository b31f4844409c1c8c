// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import java.util.stream.DoubleStream;
import nl.waardeketen.statistics.Interval;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * One value with its interval among the others, drawn on a line of its own. Places are SVG percentages.
 *
 * @param word why nothing is drawn; {@code null} where something is
 * @param wide the expected range of 99.8 %; {@code null} where there is none
 * @param narrow the expected range of 95 %; {@code null} where there is none
 * @param others places of the other organisations that are judged
 */
record IntervalGlyph(
        @Nullable Phrase word,
        @Nullable Band wide,
        @Nullable Band narrow,
        String expected,
        List<String> others,
        @Nullable Band interval,
        String own,
        String lowLabel,
        String highLabel,
        Phrase description) {

    /** A stretch of the line. */
    record Band(String from, String width, String to) {

        static @Nullable Band of(Interval interval, Span span) {
            return Double.isFinite(interval.low()) && Double.isFinite(interval.high())
                    ? new Band(
                            span.place(interval.low()),
                            span.width(interval.low(), interval.high()),
                            span.place(interval.high()))
                    : null;
        }
    }

    static IntervalGlyph of(Reading own, List<Reading> others, Quantity quantity) {
        return own.state().judged() ? drawn(own, others, quantity) : empty(own, others, quantity);
    }

    private static IntervalGlyph drawn(Reading own, List<Reading> others, Quantity quantity) {
        var wide = own.scaled(own.unit().limits().signal());
        var narrow = own.scaled(own.unit().limits().watch());
        var interval = own.adjustedInterval();
        double half = DoubleStream.of(wide.high() - own.overall(), interval.high() - own.overall(), own.overall() / 4)
                .filter(Double::isFinite)
                .max()
                .orElse(own.overall());
        var near = judged(others).filter(value -> Math.abs(value - own.overall()) < 3 * half);
        var span = span(
                own,
                DoubleStream.concat(
                        near,
                        DoubleStream.of(
                                own.adjusted(),
                                own.overall(),
                                interval.low(),
                                interval.high(),
                                wide.low(),
                                wide.high())));
        return new IntervalGlyph(
                null,
                Band.of(wide, span),
                Band.of(narrow, span),
                span.place(own.overall()),
                judged(others).mapToObj(span::place).toList(),
                Band.of(interval, span),
                span.place(own.adjusted()),
                quantity.axis(span.low(), span.step()),
                quantity.axis(span.high(), span.step()),
                Phrase.of(
                        "glyph.description",
                        quantity.text(own.adjusted()),
                        quantity.text(interval),
                        quantity.text(own.overall())));
    }

    private static IntervalGlyph empty(Reading own, List<Reading> others, Quantity quantity) {
        var word = Phrase.of("glyph." + own.state().name());
        var span = span(own, DoubleStream.concat(judged(others), DoubleStream.of(own.overall())));
        return new IntervalGlyph(
                word,
                null,
                null,
                "",
                List.of(),
                null,
                "",
                quantity.axis(span.low(), span.step()),
                quantity.axis(span.high(), span.step()),
                word);
    }

    private static Span span(Reading own, DoubleStream values) {
        return Span.around(values, 0, own.indicator().kind().isShare() ? 1 : Double.POSITIVE_INFINITY);
    }

    private static DoubleStream judged(List<Reading> others) {
        return others.stream().filter(other -> other.state().judged()).mapToDouble(Reading::adjusted);
    }
}
