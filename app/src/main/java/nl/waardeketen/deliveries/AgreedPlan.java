// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.DeliveryPlan;
import nl.waardeketen.analytics.RowCheck;
import nl.waardeketen.analytics.TablePlan;
import nl.waardeketen.analytics.Threshold;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.AgreedThresholds;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.Rule;

/** The plan of a delivery with what its outcome set asks of it, as far as it is delivered. */
final class AgreedPlan {
    private final OutcomeSet set;
    private final List<TablePlan> tables;
    private final List<RowCheck> checks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private AgreedPlan(OutcomeSet set, List<TablePlan> tables) {
        this.set = set;
        this.tables = tables;
        var agreed = DeliveryTables.of(set);
        for (var plan : tables) {
            agreed.stream()
                    .filter(table -> table.code().equals(plan.table().code()))
                    .forEach(table -> add(table, plan));
        }
    }

    static AgreedPlan of(OutcomeSet set, List<TablePlan> tables) {
        return new AgreedPlan(set, tables);
    }

    DeliveryPlan plan(DeliveryPlan.Stage patients) {
        var thresholds =
                AgreedThresholds.of(set).stream().filter(this::isOfWhatComes).toList();
        return new DeliveryPlan(tables, checks, patients, thresholds);
    }

    /** What is the same in every row by the mapping is not held to change. */
    private boolean isOfWhatComes(Threshold threshold) {
        return tables.stream()
                .filter(plan -> plan.table().code().equals(threshold.table()))
                .anyMatch(plan -> threshold.measure() != Threshold.Measure.UNCHANGED
                        || plan.columns().stream()
                                .anyMatch(column -> column.variable().code().equals(threshold.subject())
                                        && !(column.source() instanceof DeliveryPlan.Constant)));
    }

    /** What is expected and not there, in words. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private void add(DeliveryTable table, TablePlan plan) {
        var delivered = plan.variables().stream().map(Variable::code).collect(Collectors.toSet());
        table.rules().stream()
                .filter(rule -> delivered.containsAll(rule.holds().variables()))
                .forEach(rule -> checks.add(check(rule)));
        table.variables().forEach(variable -> {
            var least = variable.expectation().complete();
            if (least != null && !delivered.contains(variable.code())) {
                notes.add(table.code() + ": " + variable.code()
                        + " is not delivered, and is expected for at least " + Math.round(least * 100)
                        + " in 100 rows");
            }
        });
    }

    private static RowCheck check(Rule rule) {
        return new RowCheck(
                rule.code(),
                rule.table(),
                rule.holds(),
                rule.severity(),
                rule.words().en(),
                rule.owner());
    }

    /** Codes of the variables of a table, for problems that name them. */
    static Set<String> codes(DeliveryTable table) {
        return table.variables().stream()
                .map(each -> each.code())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
