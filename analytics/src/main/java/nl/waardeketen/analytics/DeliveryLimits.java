// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.analytics.DeliveryPlan.Completeness;

/** What is wrong with a table as a whole: too many broken rows, a rule broken too often, a variable filled in too seldom. */
final class DeliveryLimits {
    private final DeliveryPlan plan;

    DeliveryLimits(DeliveryPlan plan) {
        this.plan = plan;
    }

    List<Problem> problems(List<TableReport> tables, List<Problem> found) {
        var problems = new ArrayList<Problem>();
        for (var table : tables) {
            broken(table, problems);
            plan.checks().stream()
                    .filter(check -> check.table().equals(table.table()))
                    .forEach(check -> often(table, check, found, problems));
            plan.limits().complete().stream()
                    .filter(asked -> asked.table().equals(table.table()))
                    .forEach(asked -> incomplete(table, asked, problems));
        }
        return problems;
    }

    private void broken(TableReport table, List<Problem> problems) {
        double limit = plan.limits().broken();
        var share = new Share(table.quarantined(), table.rows());
        if (share.value() > limit) {
            problems.add(whole(
                    table,
                    "",
                    "delivery.too-many-broken",
                    table.quarantined() + " of " + table.rows() + " rows break a rule, " + share.text(limit)
                            + ", more than " + Share.of(limit) + "; nothing has landed",
                    "repair what is listed and deliver again",
                    Severity.STOP,
                    table.quarantined()));
        }
    }

    private static void often(TableReport table, RowCheck check, List<Problem> found, List<Problem> problems) {
        long times = found.stream()
                .filter(problem ->
                        problem.table().equals(table.table()) && problem.rule().equals(check.rule()))
                .mapToLong(Problem::rows)
                .max()
                .orElse(0);
        var share = new Share(times, table.rows());
        var most = check.atMost();
        if (most != null && share.value() > most) {
            problems.add(whole(
                    table,
                    "",
                    "delivery.rule-too-often",
                    times + " of " + table.rows() + " rows break " + check.rule() + ", " + share.text(most)
                            + ", more than " + Share.of(most) + "; nothing has landed",
                    "repair what is listed and deliver again",
                    Severity.STOP,
                    times));
        }
    }

    private static void incomplete(TableReport table, Completeness asked, List<Problem> problems) {
        for (var variable : table.variables()) {
            var share = new Share(variable.given(), table.rows());
            if (variable.variable().equals(asked.variable()) && share.value() < asked.least()) {
                problems.add(whole(
                        table,
                        variable.variable(),
                        "variable.incomplete",
                        "this is filled in for " + share.text(asked.least()) + " of the rows, less than "
                                + Share.of(asked.least()),
                        "fill it in where it is known",
                        asked.severity(),
                        table.rows() - variable.given()));
            }
        }
    }

    private static Problem whole(
            TableReport table, String column, String rule, String text, String remedy, Severity severity, long rows) {
        return new Problem(table.file(), 0, column, "", rule, text, remedy, table.table(), severity, rows);
    }
}
