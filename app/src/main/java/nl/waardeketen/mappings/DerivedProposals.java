// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.waardeketen.analytics.ColumnProfile;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.mappings.MappingDraft.Made;
import nl.waardeketen.mappings.MappingDraft.Way;

/** Variables that no column holds, and that follow from others: the day of a moment that is used already, an age. */
final class DerivedProposals {
    private final DeliveryTable table;
    private final List<ColumnProfile> columns;

    DerivedProposals(DeliveryTable table, List<ColumnProfile> columns, Set<String> taken) {
        this.table = table;
        this.columns = columns.stream()
                .filter(column -> !taken.contains(column.name()))
                .toList();
    }

    void addTo(Map<String, Made> variables) {
        for (var variable : table.variables()) {
            if (!variables.containsKey(variable.code())) {
                age(variable, variables).ifPresent(made -> variables.put(variable.code(), made));
            }
        }
    }

    private Optional<Made> age(DescribedVariable variable, Map<String, Made> variables) {
        var words = ColumnWords.given();
        if (!variable.variable().type().isNumeric()
                || !words.of(variable.code()).equals(Set.of("age"))) {
            return Optional.empty();
        }
        var born = columns.stream()
                .filter(column -> words.of(column.name()).contains("birth")
                        && column.shares().date() > 0.9)
                .findFirst();
        var admitted = table.variables().stream()
                .filter(each -> each.variable().required() && each.variable().type() == Variable.Type.DATE)
                .map(each -> variables.get(each.code()))
                .filter(made -> made != null && made.way() == Way.COLUMN)
                .min(Comparator.comparing(Made::source));
        if (born.isEmpty() || admitted.isEmpty()) {
            return Optional.empty();
        }
        var inputs = "birth = " + born.get().name() + ": date; event = "
                + admitted.get().source() + ": date";
        return Optional.of(new Made(Way.EXPRESSION, "age_at(birth, event)", inputs, "", "", "", Map.of(), ""));
    }
}
