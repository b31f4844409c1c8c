// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.Expression;
import nl.waardeketen.analytics.ExpressionReader;
import nl.waardeketen.analytics.Owner;
import nl.waardeketen.analytics.Severity;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.shared.YamlMap;

/** Reads rules between the values of a row, and the limits of a delivery. */
final class RulesReader {
    private static final String CODE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final ExpressionReader expressions;
    private final Function<String, Map<String, Variable>> tables;
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    /**
     * Reads no rule yet.
     *
     * @param tables variables of a table, by code; none for a table that does not exist
     */
    RulesReader(ExpressionReader expressions, Function<String, Map<String, Variable>> tables) {
        this.expressions = expressions;
        this.tables = tables;
    }

    List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /** Reads one rule; what is wrong with it is told to the document. */
    void add(YamlMap map, String otherwise) {
        map.knows("code", "table", "holds", "words", "severity", "owner", "at-most");
        var table = map.optionalText("table").orElse(otherwise);
        var variables = tables.apply(table);
        if (variables.isEmpty()) {
            map.refuse("table", "there is no such table", "choose " + String.join(", ", DeliveryTables.CODES));
        }
        var written = map.text("holds");
        var rule = new Rule(
                map.text("code", CODE, "a code of small letters, digits and hyphens"),
                table,
                written,
                condition(map, written, variables),
                map.words("words"),
                map.choice("severity", Severity.class, Severity.QUARANTINE),
                map.choice("owner", Owner.class, Owner.DATA_STEWARD),
                VariablesReader.share(map, "at-most"));
        if (rules.putIfAbsent(rule.code(), rule) != null) {
            map.refuse("code", "there are two rules of this code", "give each its own");
        }
    }

    private Expression condition(YamlMap map, String written, Map<String, Variable> variables) {
        var broken = new Expression("NULL", Expression.Kind.NOTHING, java.util.Set.of());
        if (written.isEmpty() || variables.isEmpty()) {
            return broken;
        }
        try {
            var expression = expressions.read(written, variables);
            if (expression.kind() != Expression.Kind.CONDITION) {
                map.refuse("holds", "this is not a condition", "write a comparison over the variables");
            } else if (expression.variables().isEmpty()) {
                map.refuse("holds", "the condition has no variable in it", "compare at least one");
            }
            return expression;
        } catch (ExpressionReader.Unusable e) {
            var names = variables.keySet().stream().sorted().collect(Collectors.joining(", "));
            map.refuse("holds", "the expression " + e.reason(), "repair it; the variables are " + names);
            return broken;
        }
    }

    /** The limits of a delivery; those of the product where none are given. */
    static Limits limits(YamlMap map) {
        map.knows("broken", "unchanged", "jump");
        var broken = VariablesReader.share(map, "broken");
        var unchanged = VariablesReader.share(map, "unchanged");
        var jump = map.number("jump").orElse(Limits.USUAL.jump());
        if (jump < 0) {
            map.refuse("jump", "this is no relative change", "write 0.3 for 30 in 100");
        }
        return new Limits(
                broken == null ? Limits.USUAL.broken() : broken,
                unchanged == null ? Limits.USUAL.unchanged() : unchanged,
                jump);
    }
}
