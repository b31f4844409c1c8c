// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.waardeketen.analytics.VariableReport;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;

/**
 * A number of a delivery beside that of the previous one.
 *
 * @param jump whether it moved more than the outcome set takes for usual
 */
record ComparisonRow(Phrase name, String now, String before, boolean jump) {

    /** Rows of each table, means of numbers, and shares of the value that was most frequent; of the last two, those that jump. */
    static List<ComparisonRow> of(StoredReport report, StoredReport previous, OutcomeSet set, Locale locale) {
        var rows = new ArrayList<ComparisonRow>();
        double jump = set.limits().jump();
        var numbers = Numbers.in(locale);
        for (var table : DeliveryTables.of(set)) {
            var now = report.table(table.code());
            var then = previous.table(table.code());
            if (now.isPresent() && then.isPresent()) {
                rows.add(new ComparisonRow(
                        Phrase.of("compare.rows", table.title().in(locale)),
                        numbers.count((double) now.get().rows()),
                        numbers.count((double) then.get().rows()),
                        jumps((double) now.get().rows(), (double) then.get().rows(), jump)));
                for (var variable : table.variables()) {
                    add(rows, variable, now.get().variables(), then.get().variables(), jump, locale);
                }
            }
        }
        return rows;
    }

    private static void add(
            List<ComparisonRow> rows,
            DescribedVariable variable,
            List<VariableReport> now,
            List<VariableReport> then,
            double jump,
            Locale locale) {
        for (var after : now) {
            for (var before : then) {
                if (after.variable().equals(variable.code())
                        && before.variable().equals(variable.code())) {
                    mean(rows, variable, after, before, jump, locale);
                    share(rows, variable, after, before, jump, locale);
                }
            }
        }
    }

    private static void mean(
            List<ComparisonRow> rows,
            DescribedVariable variable,
            VariableReport after,
            VariableReport before,
            double jump,
            Locale locale) {
        var now = after.mean();
        var then = before.mean();
        if (now != null && then != null && jumps(now, then, jump)) {
            var numbers = Numbers.in(locale);
            rows.add(new ComparisonRow(
                    Phrase.of("compare.mean", variable.title().in(locale)),
                    numbers.decimal(now, 1),
                    numbers.decimal(then, 1),
                    true));
        }
    }

    /** Shares of one and the same value; of others it is not known how often they were there. */
    private static void share(
            List<ComparisonRow> rows,
            DescribedVariable variable,
            VariableReport after,
            VariableReport before,
            double jump,
            Locale locale) {
        boolean coded = !variable.categories().isEmpty();
        if (!coded || !after.mostFrequent().equals(before.mostFrequent()) || after.given() * before.given() == 0) {
            return;
        }
        double now = (double) after.mostFrequentRows() / after.given();
        double then = (double) before.mostFrequentRows() / before.given();
        if (jumps(now, then, jump)) {
            var numbers = Numbers.in(locale);
            rows.add(new ComparisonRow(
                    Phrase.of("compare.share", variable.title().in(locale), after.mostFrequent()),
                    numbers.percent(now),
                    numbers.percent(then),
                    true));
        }
    }

    private static boolean jumps(double now, double then, double jump) {
        return then == 0 ? now != 0 : Math.abs(now - then) / Math.abs(then) > jump;
    }
}
