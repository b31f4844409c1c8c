// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.OutcomeSet;

/** Titles of variables, with that of their table where two tables have a variable of the same title. */
final class VariableTitles {
    private final List<DeliveryTable> tables;
    private final Locale locale;
    private final Set<String> shared = new HashSet<>();

    VariableTitles(OutcomeSet set, Locale locale) {
        this.tables = DeliveryTables.of(set);
        this.locale = locale;
        Map<String, String> tableOf = new HashMap<>();
        for (var table : tables) {
            for (var variable : table.variables()) {
                var title = variable.title().in(locale);
                var first = tableOf.putIfAbsent(title, table.code());
                if (first != null && !first.equals(table.code())) {
                    shared.add(title);
                }
            }
        }
    }

    /** Of a variable; of the table itself where it has no such variable. */
    String of(String table, String variable) {
        for (var each : tables) {
            if (each.code().equals(table)) {
                var whole = each.title().in(locale);
                return each.variable(variable)
                        .map(found -> found.title().in(locale))
                        .map(title -> shared.contains(title) ? title + " (" + whole + ")" : title)
                        .orElse(whole);
            }
        }
        return variable;
    }
}
