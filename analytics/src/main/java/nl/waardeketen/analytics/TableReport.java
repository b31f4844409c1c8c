// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;

/**
 * What a delivered table holds.
 *
 * @param file how its file is called
 * @param rows in the file
 * @param quarantined rows of these that break a rule and do not land
 */
public record TableReport(String table, String file, long rows, long quarantined, List<VariableReport> variables) {
    public TableReport {
        variables = List.copyOf(variables);
    }
}
