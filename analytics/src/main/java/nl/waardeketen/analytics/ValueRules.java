// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Composes what a delivered text means as a variable, and which rule it breaks. Only codes of variables and categories,
 * which outcome sets hold, and numbers reach a statement.
 */
final class ValueRules {
    private final Variable variable;
    private final String text;
    private final String value;
    private final String number;

    /**
     * The rules of a variable.
     *
     * @param text the value as it was written, null when it is missing
     * @param value the value as it was understood, null when it was not
     * @param number the same before it is known to be finite or whole, for numbers
     */
    ValueRules(Variable variable, String text, String value, String number) {
        this.variable = variable;
        this.text = text;
        this.value = value;
        this.number = number;
    }

    /** The rule that the value breaks, else null. */
    String broken() {
        var rules = new ArrayList<String>();
        if (variable.required()) {
            rules.add("WHEN " + text + " IS NULL THEN 'value.missing'");
        }
        rules.add(identifiers());
        rules.addAll(types());
        if (variable.low() != null) {
            rules.add("WHEN " + value + " < " + variable.low() + " THEN 'value.too-low'");
        }
        if (variable.high() != null) {
            rules.add("WHEN " + value + " > " + variable.high() + " THEN 'value.too-high'");
        }
        if (!variable.categories().isEmpty()) {
            rules.add("WHEN " + text + " NOT IN (" + categories() + ") THEN 'value.unknown-code'");
        }
        return "CASE " + String.join(" ", rules) + " END";
    }

    /** A citizen service number where none belongs. Eight digits may be a date that was written badly. */
    private String identifiers() {
        var type = variable.type();
        String where;
        if (!variable.categories().isEmpty()) {
            where = text + " NOT IN (" + categories() + ")";
        } else if (type.isNumeric()) {
            where = "strlen(" + text + ") >= 8 AND (" + value + " IS NULL OR regexp_full_match(trim(" + text
                    + "), '[0-9]{8,9}([.,]0+)?'))";
        } else if (type == Variable.Type.TEXT || type == Variable.Type.CATEGORY) {
            where = "strlen(" + text + ") >= 8";
        } else {
            where = value + " IS NULL AND strlen(" + text + ") > 8";
        }
        return "WHEN " + where + " AND looks_like_bsn(" + text + ") THEN 'identifier.bsn'";
    }

    private List<String> types() {
        var rules = new ArrayList<String>();
        var type = variable.type();
        if (type == Variable.Type.INTEGER) {
            rules.add("WHEN " + number + " <> floor(" + number + ") THEN 'value.not-whole'");
        }
        if (type != Variable.Type.TEXT && type != Variable.Type.CATEGORY) {
            var kind = type.isNumeric() ? "number" : type.name().toLowerCase(Locale.ROOT);
            rules.add("WHEN " + text + " IS NOT NULL AND " + value + " IS NULL THEN 'value.not-a-" + kind + "'");
        }
        if (type.isNumeric()) {
            rules.add("WHEN abs(" + value + ") > 1e12 THEN 'value.too-large'");
        }
        return rules;
    }

    private String categories() {
        return variable.categories().stream()
                .map(code -> "'" + code.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
    }
}
