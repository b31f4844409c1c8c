// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.analytics.Owner;
import nl.waardeketen.analytics.Severity;
import nl.waardeketen.analytics.Threshold;
import nl.waardeketen.analytics.Threshold.Measure;

/** How far a delivery as a whole may go, by what the outcome set says. */
public final class AgreedThresholds {
    /** The middle of a quarter lies so many days before its end. */
    private static final int HALF_A_QUARTER = 46;

    private AgreedThresholds() {}

    /** Of all tables, variables and rules, whether or not they are delivered. */
    public static List<Threshold> of(OutcomeSet set) {
        var thresholds = new ArrayList<Threshold>();
        for (var table : DeliveryTables.of(set)) {
            thresholds.add(new Threshold(
                    Measure.BROKEN, table.code(), "", set.limits().broken(), Severity.STOP, Owner.DATA_STEWARD));
            thresholds.add(new Threshold(
                    Measure.JUMP, table.code(), "", set.limits().jump(), Severity.NOTE, Owner.DATA_STEWARD));
            table.rules().forEach(rule -> rule(rule, thresholds));
            table.variables().forEach(variable -> variable(set.limits(), table, variable, thresholds));
        }
        return List.copyOf(thresholds);
    }

    private static void rule(Rule rule, List<Threshold> thresholds) {
        var most = rule.atMost();
        if (most != null) {
            thresholds.add(new Threshold(Measure.RULE, rule.table(), rule.code(), most, Severity.STOP, rule.owner()));
        }
    }

    private static void variable(
            Limits limits, DeliveryTable table, DescribedVariable variable, List<Threshold> thresholds) {
        var expected = variable.expectation();
        var least = expected.complete();
        if (least != null) {
            thresholds.add(new Threshold(
                    Measure.COMPLETE, table.code(), variable.code(), least, expected.incomplete(), expected.owner()));
        }
        // What the other tables hold depends on the episodes; of most of their columns one value is usual.
        if (table.code().equals(DeliveryTable.EPISODE)) {
            thresholds.add(new Threshold(
                    Measure.UNCHANGED,
                    table.code(),
                    variable.code(),
                    limits.unchanged(),
                    Severity.NOTE,
                    expected.owner()));
            thresholds.add(new Threshold(
                    Measure.JUMP, table.code(), variable.code(), limits.jump(), Severity.NOTE, expected.owner()));
        }
        var late = expected.late();
        if (late != null && table.code().equals(DeliveryTable.EPISODE)) {
            thresholds.add(new Threshold(
                    Measure.LATE,
                    table.code(),
                    variable.code(),
                    late + HALF_A_QUARTER,
                    Severity.NOTE,
                    Owner.DATA_STEWARD));
        }
    }
}
