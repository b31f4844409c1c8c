// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

/**
 * A rule over the variables of one row. A row for which the condition has no answer is not judged.
 *
 * @param code stable word; problems carry it as {@code rule.<code>}
 * @param table the table whose rows it judges
 * @param holds condition that a sound row keeps
 * @param words what is wrong with a row that breaks it
 */
public record RowCheck(String code, String table, Expression holds, Severity severity, String words, Owner owner) {

    public RowCheck {
        if (!code.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("not a name for a rule: " + code);
        }
        if (holds.kind() != Expression.Kind.CONDITION) {
            throw new IllegalArgumentException("rule " + code + " is no condition");
        }
    }

    /** The code under which problems carry it. */
    public String rule() {
        return "rule." + code;
    }
}
