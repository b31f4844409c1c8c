// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;

/** A part of a composite indicator, as one organisation stands. */
record PartRow(String title, String link, Phrase direction, String value, String interval, String all) {

    static List<PartRow> of(Selection selection, Indicator composite, List<Result> results) {
        return composite.parts().stream()
                .flatMap(code -> selection.set().indicator(code).stream())
                .map(part -> of(selection, part, own(selection, part, results)))
                .toList();
    }

    private static PartRow of(Selection selection, Indicator part, Reading reading) {
        var quantity = Quantity.of(part, selection.locale());
        boolean known = reading.totals().n() > 0;
        return new PartRow(
                part.title().in(selection.locale()),
                selection.link(part.code()),
                IndicatorRow.shortDirection(part),
                known ? quantity.text(reading.adjusted()) : Numbers.NONE,
                known ? quantity.text(reading.adjustedInterval()) : "",
                quantity.text(reading.overall()));
    }

    private static Reading own(Selection selection, Indicator part, List<Result> results) {
        var perspective = selection.perspective();
        var result = results.stream()
                .filter(each -> each.indicator().equals(part.code()) && perspective.is(each.organisation()))
                .findFirst()
                .orElseGet(() -> Absent.result(selection, part));
        return selection.reading(part, result);
    }
}
