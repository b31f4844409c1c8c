// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.waardeketen.analytics.Compared;
import nl.waardeketen.analytics.Threshold;
import nl.waardeketen.analytics.VariableReport;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.deliveries.OwnDeliveries.OfOthers;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * How often a variable is given, beside the previous delivery and the others of the region.
 *
 * @param width of the bar
 * @param before share in the previous delivery; {@code null} without one
 * @param beforePlace of its mark
 * @param others the median of others and, of five or more, their quartiles
 * @param note what asks for attention; {@code null} for nothing
 */
record CompletenessRow(
        String title,
        String table,
        String share,
        String width,
        boolean low,
        @Nullable String before,
        @Nullable String beforePlace,
        Phrase others,
        @Nullable Phrase note) {
    private static final String BELOW = "complete.below";
    private static final double FALL = 0.05;
    private static final double SPARSE = 0.6;

    /** Whether it is given more rarely than was agreed. */
    boolean below() {
        return note != null && note.key().equals(BELOW);
    }

    /** Rows of all tables, in their order. */
    static List<CompletenessRow> of(
            StoredReport report,
            List<Threshold> thresholds,
            OutcomeSet set,
            Map<String, OfOthers> others,
            Locale locale) {
        var rows = new ArrayList<CompletenessRow>();
        var titles = new VariableTitles(set, locale);
        for (var table : DeliveryTables.of(set)) {
            var now = report.table(table.code());
            if (now.isEmpty()) {
                continue;
            }
            for (var variable : table.variables()) {
                var given = find(now.get().variables(), variable.code());
                if (given != null) {
                    var before = before(report, table.code(), variable.code());
                    rows.add(row(
                            titles.of(table.code(), variable.code()),
                            table.code(),
                            Objects.requireNonNull(share(given, now.get().rows())),
                            before,
                            others.get("complete " + table.code() + "." + variable.code()),
                            threshold(thresholds, table.code(), variable.code()),
                            locale));
                }
            }
        }
        return rows;
    }

    private static @Nullable VariableReport find(List<VariableReport> variables, String code) {
        return variables.stream()
                .filter(each -> each.variable().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Threshold threshold(List<Threshold> thresholds, String table, String variable) {
        return thresholds.stream()
                .filter(threshold -> threshold.measure() == Threshold.Measure.COMPLETE
                        && threshold.table().equals(table)
                        && threshold.subject().equals(variable))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Double before(StoredReport report, String table, String variable) {
        return report.compared().stream()
                .filter(each -> each.what() == Compared.What.COMPLETE
                        && each.table().equals(table)
                        && each.variable().equals(variable))
                .map(Compared::before)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Double share(@Nullable VariableReport variable, long rows) {
        return variable == null || rows == 0 ? null : (double) variable.given() / rows;
    }

    private static CompletenessRow row(
            String title,
            String table,
            double share,
            @Nullable Double before,
            @Nullable OfOthers others,
            @Nullable Threshold threshold,
            Locale locale) {
        var numbers = Numbers.in(locale);
        return new CompletenessRow(
                title,
                table,
                numbers.wholePercent(share),
                place(share),
                share < SPARSE,
                before == null ? null : numbers.wholePercent(before),
                before == null ? null : place(before),
                ofOthers(others, "%"),
                note(threshold, share, before, numbers));
    }

    private static String place(double share) {
        return Math.round(1000 * share) / 10.0 + "%";
    }

    /** "ongeveer 95%", with quartiles from five others on. */
    static Phrase ofOthers(@Nullable OfOthers others, String unit) {
        if (others == null) {
            return Phrase.of("others.few");
        }
        return others.lower() == null || others.upper() == null
                ? Phrase.of("others.middle", others.middle() + unit)
                : Phrase.of(
                        "others.range", others.middle() + unit, String.valueOf(others.lower()), others.upper() + unit);
    }

    private static @Nullable Phrase note(
            @Nullable Threshold threshold, double share, @Nullable Double before, Numbers numbers) {
        if (threshold != null && threshold.isPassedBy(share)) {
            return Phrase.of(BELOW, numbers.wholePercent(threshold.limit()));
        }
        if (threshold != null && before != null && before - share > FALL) {
            return Phrase.of("complete.fell", numbers.decimal(100 * (before - share), 0));
        }
        return null;
    }
}
