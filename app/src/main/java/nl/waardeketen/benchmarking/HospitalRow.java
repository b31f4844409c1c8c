// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import nl.waardeketen.web.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * One organisation in the table of an indicator. Of one with too few patients only how many there are is shown, unless it
 * is the viewer's own.
 *
 * @param interval place of the interval on the common scale; {@code null} where none is drawn
 */
record HospitalRow(
        String name,
        boolean own,
        String patients,
        String observed,
        String expected,
        String adjusted,
        String adjustedInterval,
        IntervalGlyph.@Nullable Band interval,
        String place,
        SignalChip signal) {

    static HospitalRow of(Selection selection, String name, Reading reading, Quantity quantity, Span span) {
        var numbers = selection.numbers();
        boolean own = selection.perspective().is(reading.result().organisation());
        boolean shown = isShown(selection, reading);
        return new HospitalRow(
                name,
                own,
                numbers.count((double) reading.totals().n()),
                shown ? observed(reading, quantity) : Numbers.NONE,
                expected(reading, quantity),
                shown ? quantity.text(reading.adjusted()) : Numbers.NONE,
                shown ? quantity.bare(reading.adjustedInterval()) : "",
                shown ? IntervalGlyph.Band.of(reading.adjustedInterval(), span) : null,
                shown ? span.place(reading.adjusted()) : "",
                SignalChip.of(reading));
    }

    /** Whether its outcome may be told. */
    static boolean isShown(Selection selection, Reading reading) {
        boolean own = selection.perspective().isOwn(reading.result().organisation());
        return reading.totals().n() > 0 && (own || reading.state().judged());
    }

    /** "112 (27,2%)", or the mean. */
    static String observed(Reading reading, Quantity quantity) {
        var rate = quantity.text(reading.observedRate());
        return LimitCurves.bySize(reading.indicator())
                ? rate
                : quantity.numbers().count(reading.totals().observed()) + " (" + rate + ")";
    }

    private static String expected(Reading reading, Quantity quantity) {
        if (reading.totals().n() == 0) {
            return Numbers.NONE;
        }
        return LimitCurves.bySize(reading.indicator())
                ? quantity.text(reading.expectedRate())
                : quantity.numbers().decimal(reading.totals().expected(), 1);
    }
}
