// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import nl.waardeketen.web.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What a next patient may expect of each organisation, chance allowed for. Of others with too few patients nothing is told:
 * how far their estimate lies from the average tells their outcome.
 *
 * @param value of the organisation looked from; {@code null} where that has no number
 * @param band of 95 % around it
 */
record NextPatients(@Nullable String value, String band, List<Row> rows) {

    /** An organisation: its own value, and what a next patient may expect. */
    record Row(String name, boolean own, String adjusted, String interval, String next, String band) {}

    static NextPatients of(Selection selection, Reading own, List<Reading> readings, Quantity quantity) {
        return new NextPatients(
                Double.isFinite(own.next()) && HospitalRow.isShown(selection, own) ? quantity.text(own.next()) : null,
                quantity.text(own.nextBand()),
                readings.stream()
                        .map(reading -> row(selection, reading, quantity))
                        .toList());
    }

    private static Row row(Selection selection, Reading reading, Quantity quantity) {
        var code = reading.result().organisation();
        boolean shown = HospitalRow.isShown(selection, reading);
        boolean known = shown && Double.isFinite(reading.next());
        return new Row(
                selection.perspective().name(code),
                selection.perspective().is(code),
                shown ? quantity.text(reading.adjusted()) : Numbers.NONE,
                shown ? quantity.bare(reading.adjustedInterval()) : "",
                known ? quantity.text(reading.next()) : Numbers.NONE,
                known ? quantity.bare(reading.nextBand()) : "");
    }
}
