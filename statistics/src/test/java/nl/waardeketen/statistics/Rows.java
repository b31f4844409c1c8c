// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table read as the command reads them: case mix in its notation, such as {@code age:spline}; every row a
 * cell of its own.
 *
 * @param weight column of trials or exposure; {@code null} for one per row
 */
record Rows(String unit, String outcome, @Nullable String weight, List<String> caseMix) {

    static Rows of(String unit, String outcome, String... caseMix) {
        return new Rows(unit, outcome, null, List.of(caseMix));
    }

    static Rows per(String weight, String unit, String outcome, String... caseMix) {
        return new Rows(unit, outcome, weight, List.of(caseMix));
    }

    Cells in(ReferenceTable table) {
        int rows = table.rows().size();
        var names = table.texts(unit).stream().map(String::trim).toList();
        var units = names.stream().distinct().toList();
        var observed = table.numbers(outcome);
        var ones = DoubleStream.generate(() -> 1).limit(rows).toArray();
        var weights = weight == null ? ones : table.numbers(weight);
        var squares = IntStream.range(0, rows)
                .mapToDouble(i -> observed[i] * observed[i] / weights[i])
                .toArray();
        var columns = caseMix.stream().map(term -> column(term, table)).toList();
        return new Cells(
                units,
                names.stream().mapToInt(units::indexOf).toArray(),
                new Patterns(columns, ones, weights, observed, squares));
    }

    private static CaseMixColumn column(String term, ReferenceTable table) {
        int colon = term.indexOf(':');
        var name = colon < 0 ? term : term.substring(0, colon);
        var use = colon < 0 ? "" : term.substring(colon + 1);
        var texts = table.texts(name);
        if (use.equals("factor") || texts.stream().anyMatch(text -> !isNumber(text))) {
            return factor(name, texts);
        }
        var form = use.isEmpty() ? CaseMixColumn.Form.LINEAR : CaseMixColumn.Form.valueOf(use.toUpperCase(Locale.ROOT));
        return new CaseMixColumn.Numeric(name, form, table.numbers(name));
    }

    private static CaseMixColumn.Factor factor(String name, List<String> texts) {
        var dictionary = new ArrayList<@Nullable String>();
        var known = texts.stream().distinct().toList();
        known.forEach(text -> dictionary.add(ReferenceTable.missing(text) ? null : text));
        return CaseMixColumn.Factor.of(
                name, dictionary, texts.stream().mapToInt(known::indexOf).toArray());
    }

    private static boolean isNumber(String text) {
        return ReferenceTable.missing(text) || text.matches("[+-]?[0-9]*\\.?[0-9]+");
    }
}
