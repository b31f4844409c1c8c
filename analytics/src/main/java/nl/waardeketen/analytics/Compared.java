// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.List;

/**
 * A number of a delivery beside the same of the delivery before.
 *
 * @param variable what it is of; empty for the table as a whole
 * @param value the value whose share it is, else empty
 */
public record Compared(What what, String table, String variable, String value, double current, double before) {

    /** Which number. */
    public enum What {
        /** Rows for each quarter from which there are episodes. */
        ROWS,
        /** Share of the rows in which the variable is given. */
        COMPLETE,
        /** Mean of a number. */
        MEAN,
        /** Share that one value has among those given. */
        SHARE
    }

    /**
     * Compares what two deliveries hold, as far as they hold the same.
     *
     * @param quarters from so many there are episodes now; 0 when that is not known
     * @param before the tables of the delivery before
     * @param quartersBefore from so many there were then
     */
    public static List<Compared> of(
            List<TableReport> tables, int quarters, List<TableReport> before, int quartersBefore) {
        var compared = new ArrayList<Compared>();
        for (var now : tables) {
            for (var then : before) {
                if (now.table().equals(then.table())) {
                    if (quarters > 0 && quartersBefore > 0) {
                        compared.add(new Compared(
                                What.ROWS,
                                now.table(),
                                "",
                                "",
                                (double) now.rows() / quarters,
                                (double) then.rows() / quartersBefore));
                    }
                    variables(now, then, compared);
                }
            }
        }
        return List.copyOf(compared);
    }

    private static void variables(TableReport now, TableReport then, List<Compared> compared) {
        for (var after : now.variables()) {
            for (var earlier : then.variables()) {
                if (after.variable().equals(earlier.variable()) && now.rows() > 0 && then.rows() > 0) {
                    compared.add(new Compared(
                            What.COMPLETE,
                            now.table(),
                            after.variable(),
                            "",
                            (double) after.given() / now.rows(),
                            (double) earlier.given() / then.rows()));
                    values(now.table(), after, earlier, compared);
                }
            }
        }
    }

    /** Of numbers their mean; of others the share of the most frequent value, where that is still the same. */
    private static void values(String table, VariableReport now, VariableReport then, List<Compared> compared) {
        if (now.given() == 0 || then.given() == 0) {
            return;
        }
        var mean = now.mean();
        var before = then.mean();
        if (mean != null && before != null) {
            compared.add(new Compared(What.MEAN, table, now.variable(), "", mean, before));
        } else if (!now.mostFrequent().isEmpty() && now.mostFrequent().equals(then.mostFrequent())) {
            compared.add(new Compared(
                    What.SHARE,
                    table,
                    now.variable(),
                    now.mostFrequent(),
                    (double) now.mostFrequentRows() / now.given(),
                    (double) then.mostFrequentRows() / then.given()));
        }
    }

    /** The change as a part of what was there before; without bound when there was nothing. */
    public double change() {
        if (before == 0) {
            return current == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return Math.abs(current - before) / Math.abs(before);
    }
}
