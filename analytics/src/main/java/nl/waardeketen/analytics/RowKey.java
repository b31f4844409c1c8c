// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;
import java.util.stream.Stream;

/**
 * What makes rows of a delivered table the same.
 *
 * @param columns that are alike then
 * @param unique whether the table has a key, so that the second row is wrong and not only noted
 */
record RowKey(List<String> columns, boolean unique) {
    /** Numbers of the other bits are exact in the engine's floating-point columns as well. */
    private static final int SPARE_BITS = 11;

    /** Of a table; one organisation for all its rows tells nothing. */
    static RowKey of(TablePlan plan) {
        var delivered = plan.variables().stream().map(Variable::code).toList();
        var definition = plan.table();
        var present = definition.key().stream().filter(delivered::contains).toList();
        boolean unique = !present.isEmpty() || definition.key().equals(List.of(TableDefinition.PATIENT));
        var always = plan.hasOneOrganisation() ? Stream.of("patient") : Stream.of("patient", "organisation");
        return new RowKey(
                Stream.concat(always, (unique ? present : delivered).stream()).toList(), unique);
    }

    /** A number of 53 bits, the same for rows that are the same, and hardly ever for others. */
    String hash() {
        return "CAST(hash(" + list() + ") >> " + SPARE_BITS + " AS BIGINT)";
    }

    String list() {
        return String.join(", ", columns);
    }
}
