// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.waardeketen.statistics.Signal;
import nl.waardeketen.web.CsvText;

/** Results as a table for a spreadsheet. Of organisations that are not judged it gives no outcome. */
final class ResultsCsv {
    private static final List<String> COLUMNS = List.of(
            "release_computed",
            "period",
            "subgroup",
            "subgroup_title",
            "indicator",
            "indicator_title",
            "organisation",
            "organisation_name",
            "own",
            "patients",
            "missing",
            "observed",
            "expected",
            "ratio",
            "ratio_low",
            "ratio_high",
            "adjusted",
            "adjusted_low",
            "adjusted_high",
            "all_organisations",
            "limit95_low",
            "limit95_high",
            "limit998_low",
            "limit998_high",
            "signal",
            "shrunken_ratio",
            "shrunken_low",
            "shrunken_high",
            "next_patient",
            "next_patient_low",
            "next_patient_high");

    private ResultsCsv() {}

    /** The rows per indicator, the organisation looked from first, then by name. */
    static byte[] of(Selection selection, List<Result> results) {
        var csv = new CsvText(COLUMNS);
        var order = selection.perspective().inOrder().stream()
                .map(Perspective.Named::code)
                .toList();
        for (var indicator : selection.set().indicators()) {
            results.stream()
                    .filter(result -> result.indicator().equals(indicator.code()))
                    .sorted(Comparator.comparingInt(result -> order.indexOf(result.organisation())))
                    .map(result -> selection.reading(indicator, result))
                    .forEach(reading -> csv.row(row(selection, reading)));
        }
        return csv.bytes();
    }

    private static List<Object> row(Selection selection, Reading reading) {
        var unit = reading.unit();
        var totals = unit.totals();
        var code = reading.result().organisation();
        boolean own = selection.perspective().isOwn(code);
        boolean shown = HospitalRow.isShown(selection, reading);
        var row = new ArrayList<Object>(List.of(
                selection.release().computedAt().toString(),
                reading.result().period().toString(),
                selection.subgroup(),
                Objects.requireNonNullElse(selection.patients(), ""),
                reading.indicator().code(),
                reading.indicator().title().in(selection.locale()),
                code,
                selection.perspective().name(code),
                own,
                totals.n(),
                reading.result().missing(),
                shown ? totals.observed() : Double.NaN,
                totals.expected(),
                shown ? unit.ratio() : Double.NaN,
                shown ? unit.own().low() : Double.NaN,
                shown ? unit.own().high() : Double.NaN,
                shown ? unit.adjustedRate() : Double.NaN,
                shown ? unit.own().low() * reading.overall() : Double.NaN,
                shown ? unit.own().high() * reading.overall() : Double.NaN,
                rounded(reading.overall()),
                shown ? rounded(unit.limits().watch().low()) : Double.NaN,
                shown ? rounded(unit.limits().watch().high()) : Double.NaN,
                shown ? rounded(unit.limits().signal().low()) : Double.NaN,
                shown ? rounded(unit.limits().signal().high()) : Double.NaN,
                word(unit.signal())));
        row.addAll(shown ? next(reading) : List.of("", "", "", "", "", ""));
        return row;
    }

    /** With few patients it tells the outcome as much as the ratio does. */
    private static List<Double> next(Reading reading) {
        var shrunken = reading.result().shrunken();
        var band = reading.nextBand();
        return List.of(shrunken.ratio(), shrunken.low(), shrunken.high(), reading.next(), band.low(), band.high());
    }

    /** Three digits: with all of them the sum over all organisations, or over the others, could be told, and so theirs. */
    private static double rounded(double rate) {
        return Double.isFinite(rate)
                ? new BigDecimal(rate).round(new MathContext(3)).doubleValue()
                : rate;
    }

    private static String word(Signal signal) {
        return signal.name().toLowerCase(Locale.ROOT);
    }
}
