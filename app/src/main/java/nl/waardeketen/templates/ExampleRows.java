// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.templates;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.OutcomeSet;

/**
 * Made-up episodes that show how values are written: one with everything filled in and one with only what is required. Dates
 * follow each other in the order of the variables, a day apart.
 */
final class ExampleRows {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    private ExampleRows() {}

    static String of(OutcomeSet set) {
        return row("voorbeeld-1", set.variables(), false) + row("voorbeeld-2", set.variables(), true);
    }

    private static String row(String patient, List<Variable> variables, boolean requiredOnly) {
        var days = new int[] {requiredOnly ? 20 : 0};
        return variables.stream()
                .map(variable -> requiredOnly && !variable.required() ? "" : value(variable, days))
                .collect(Collectors.joining(",", patient + ",", "\n"));
    }

    private static String value(Variable variable, int[] days) {
        return switch (variable.type()) {
            case DATE -> FIRST.plusDays(days[0]++).toString();
            case TIME -> FIRST.plusDays(days[0]++) + "T10:30";
            case INTEGER -> String.valueOf(Math.round(middle(variable)));
            case NUMBER -> TemplateWords.plain(middle(variable));
            case FLAG -> "0";
            case CATEGORY -> variable.categories().get(variable.categories().size() / 2);
            case TEXT -> "voorbeeld";
        };
    }

    private static double middle(Variable variable) {
        var low = variable.low();
        var high = variable.high();
        return low == null || high == null ? 1 : Math.floor((low + high) / 2);
    }
}
