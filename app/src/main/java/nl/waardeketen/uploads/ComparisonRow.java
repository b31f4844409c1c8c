// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.waardeketen.analytics.Compared;
import nl.waardeketen.analytics.Compared.What;
import nl.waardeketen.analytics.Threshold.Measure;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;

/**
 * A number of a delivery beside that of the previous one.
 *
 * @param jump whether it moved more than its threshold takes for usual
 */
record ComparisonRow(Phrase name, String now, String before, boolean jump) {
    /** How a file and the engine write that a flag holds. */
    private static final Set<String> YES = Set.of("true", "1");

    /** Rows of each table for each quarter; of means and shares those that jump. */
    static List<ComparisonRow> of(StoredReport report, OutcomeSet set, Locale locale) {
        var rows = new ArrayList<ComparisonRow>();
        var titles = new VariableTitles(set, locale);
        for (var table : DeliveryTables.of(set)) {
            for (var each : report.compared()) {
                boolean here = each.table().equals(table.code()) && each.what() != What.COMPLETE;
                if (here && (each.what() == What.ROWS || jumps(report, each))) {
                    var title = titles.of(table.code(), each.variable());
                    rows.add(row(each, title, category(table, each, locale), jumps(report, each), Numbers.in(locale)));
                }
            }
        }
        return rows;
    }

    private static boolean jumps(StoredReport report, Compared each) {
        return report.problems().stream()
                .anyMatch(problem -> problem.rule().equals(Measure.JUMP.rule())
                        && problem.table().equals(each.table())
                        && problem.column().equals(each.variable()));
    }

    /** What the value of a share is called; the value itself where nothing is said of it. */
    private static Object category(DeliveryTable table, Compared each, Locale locale) {
        var variable = table.variable(each.variable());
        var words = variable.map(known -> known.categories().get(each.value()));
        if (words.isPresent()) {
            return words.get().in(locale);
        }
        boolean flag = variable.map(known -> known.variable().type() == Variable.Type.FLAG)
                .orElse(false);
        return flag ? Phrase.of(YES.contains(each.value()) ? "compare.yes" : "compare.no") : each.value();
    }

    private static ComparisonRow row(Compared each, String title, Object category, boolean jump, Numbers numbers) {
        return switch (each.what()) {
            case ROWS ->
                new ComparisonRow(
                        Phrase.of("compare.rows", title),
                        numbers.count(Math.rint(each.current())),
                        numbers.count(Math.rint(each.before())),
                        jump);
            case MEAN ->
                new ComparisonRow(
                        Phrase.of("compare.mean", title),
                        numbers.decimal(each.current(), 1),
                        numbers.decimal(each.before(), 1),
                        jump);
            case SHARE, COMPLETE ->
                new ComparisonRow(
                        Phrase.of("compare.share", title, category),
                        numbers.percent(each.current()),
                        numbers.percent(each.before()),
                        jump);
        };
    }
}
