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
    private final String written;
    private final String text;
    private final String value;
    private final String number;

    /**
     * The rules of a variable.
     *
     * @param written the value as it was written
     * @param text the same, null when it stands for no value
     * @param value the value as it was understood, null when it was not
     * @param number the same before it is known to be finite or whole, for numbers
     */
    ValueRules(Variable variable, String written, String text, String value, String number) {
        this.variable = variable;
        this.written = written;
        this.text = text;
        this.value = value;
        this.number = number;
    }

    /** How the value can break a rule, the first that holds first. */
    List<RuleCase> cases() {
        var cases = new ArrayList<RuleCase>();
        if (variable.required()) {
            cases.add(new RuleCase(value + " IS NULL AND " + text + " IS NULL", "value.missing"));
        }
        cases.add(new RuleCase(holdsIdentifier(), "identifier.bsn"));
        cases.addAll(ofType());
        if (variable.low() != null) {
            cases.add(new RuleCase(value + " < " + variable.low(), "value.too-low"));
        }
        if (variable.high() != null) {
            cases.add(new RuleCase(value + " > " + variable.high(), "value.too-high"));
        }
        if (!variable.categories().isEmpty()) {
            cases.add(new RuleCase(text + " NOT IN (" + categories() + ")", "value.unknown-code"));
        }
        return cases;
    }

    /** A citizen service number where none belongs. Eight digits may be a date that was written badly. */
    private String holdsIdentifier() {
        var type = variable.type();
        String where;
        if (!variable.categories().isEmpty()) {
            where = text + " NOT IN (" + categories() + ")";
        } else if (type.isNumeric()) {
            where = "strlen(" + written + ") >= 8 AND (" + value + " IS NULL OR regexp_full_match(trim(" + written
                    + "), '[0-9]{8,9}([.,]0+)?'))";
        } else if (type == Variable.Type.TEXT || type == Variable.Type.CATEGORY) {
            where = "strlen(" + written + ") >= 8";
        } else {
            where = value + " IS NULL AND strlen(" + written + ") > 8";
        }
        return where + " AND looks_like_bsn(" + written + ")";
    }

    private List<RuleCase> ofType() {
        var cases = new ArrayList<RuleCase>();
        var type = variable.type();
        if (type == Variable.Type.INTEGER) {
            cases.add(new RuleCase(number + " <> floor(" + number + ")", "value.not-whole"));
        }
        if (type != Variable.Type.TEXT && type != Variable.Type.CATEGORY) {
            var kind = type.isNumeric() ? "number" : type.name().toLowerCase(Locale.ROOT);
            cases.add(new RuleCase(value + " IS NULL AND " + text + " IS NOT NULL", "value.not-a-" + kind));
        }
        if (type.isNumeric()) {
            cases.add(new RuleCase("abs(" + value + ") > 1e12", "value.too-large"));
        }
        return cases;
    }

    private String categories() {
        return variable.categories().stream()
                .map(code -> "'" + code.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
    }
}
