// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.waardeketen.analytics.Expression.Kind;
import nl.waardeketen.analytics.ExpressionReader.Unusable;
import tools.jackson.databind.JsonNode;

/** Walks a syntax tree, refuses what is not allowed or does not fit, and writes the expression anew. */
final class ExpressionTree {
    private static final Map<String, String> COMPARISONS = Map.of(
            "COMPARE_EQUAL", "=",
            "COMPARE_NOTEQUAL", "<>",
            "COMPARE_LESSTHAN", "<",
            "COMPARE_GREATERTHAN", ">",
            "COMPARE_LESSTHANOREQUALTO", "<=",
            "COMPARE_GREATERTHANOREQUALTO", ">=");
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/");
    private static final String NUMBER = "-?[0-9]{1,15}(\\.[0-9]{1,15})?";

    private final Map<String, Variable> variables;
    private final Set<String> used = new HashSet<>();

    /** A part of the tree: its text and what it gives. */
    private record Part(String sql, Kind kind) {}

    ExpressionTree(Map<String, Variable> variables) {
        this.variables = variables;
    }

    Expression read(JsonNode tree) throws Unusable {
        var part = part(tree);
        return new Expression(part.sql(), part.kind(), used);
    }

    private Part part(JsonNode node) throws Unusable {
        return switch (node.path("class").asString()) {
            case "COLUMN_REF" -> variable(node.path("column_names"));
            case "CONSTANT" -> constant(node.path("literal"));
            case "COMPARISON" -> comparison(node);
            case "CONJUNCTION" -> conjunction(node);
            case "OPERATOR" -> operator(node);
            case "BETWEEN" -> between(node);
            case "CASE" -> choice(node);
            case "FUNCTION" -> function(node);
            default ->
                throw new Unusable("uses " + node.path("class").asString().toLowerCase(java.util.Locale.ROOT)
                        + "; allowed are comparisons, + - * /, AND, OR, NOT, IN, BETWEEN, IS NULL, CASE, COALESCE and "
                        + ExpressionReader.allowed(Expression.FUNCTIONS));
        };
    }

    private Part variable(JsonNode names) throws Unusable {
        var name = names.size() == 1 ? names.get(0).asString() : "";
        var variable = variables.get(name);
        if (variable == null) {
            throw new Unusable(
                    "uses " + names.toString().replaceAll("[\\[\\]\"]", "") + ", which is no variable of the set");
        }
        used.add(variable.code());
        return new Part(variable.code(), Kind.of(variable.type()));
    }

    private static Part constant(JsonNode literal) throws Unusable {
        var text = literal.path("text").asString();
        return switch (literal.path("kind").asString()) {
            case "INTEGER", "NUMERIC" -> {
                if (!text.matches(NUMBER)) {
                    throw new Unusable("has the number " + text
                            + "; write it with at most 15 digits before and after a decimal point");
                }
                yield new Part(text.startsWith("-") ? "(" + text + ")" : text, Kind.NUMBER);
            }
            case "STRING" -> {
                if (text.indexOf('\\') >= 0 || text.chars().anyMatch(Character::isISOControl)) {
                    throw new Unusable("has a text with a backslash or a control character");
                }
                yield new Part("'" + text.replace("'", "''") + "'", Kind.TEXT);
            }
            case "BOOLEAN" -> new Part(text, Kind.CONDITION);
            case "NULL_LITERAL" -> new Part("NULL", Kind.NOTHING);
            default -> throw new Unusable("has a constant of a kind that is not allowed");
        };
    }

    private Part comparison(JsonNode node) throws Unusable {
        var sign = COMPARISONS.get(node.path("type").asString());
        if (sign == null) {
            throw new Unusable("uses a comparison that is not allowed");
        }
        var left = part(node.path("left"));
        var right = part(node.path("right"));
        requireSame(left, right);
        return new Part("(" + left.sql() + " " + sign + " " + right.sql() + ")", Kind.CONDITION);
    }

    private Part conjunction(JsonNode node) throws Unusable {
        var word = node.path("type").asString().equals("CONJUNCTION_AND") ? " AND " : " OR ";
        var parts = parts(node.path("children"));
        for (var part : parts) {
            require(part, Kind.CONDITION);
        }
        return new Part("(" + joined(word, parts) + ")", Kind.CONDITION);
    }

    private Part operator(JsonNode node) throws Unusable {
        var children = node.path("children");
        var type = node.path("type").asString();
        var parts = parts(children);
        var first = parts.get(0);
        switch (type) {
            case "OPERATOR_NOT" -> {
                require(first, Kind.CONDITION);
                return new Part("(NOT " + first.sql() + ")", Kind.CONDITION);
            }
            case "OPERATOR_IS_NULL", "OPERATOR_IS_NOT_NULL" -> {
                var words = type.equals("OPERATOR_IS_NULL") ? " IS NULL" : " IS NOT NULL";
                return new Part("(" + first.sql() + words + ")", Kind.CONDITION);
            }
            case "COMPARE_IN" -> {
                return among(children, parts);
            }
            case "OPERATOR_COALESCE" -> {
                return new Part("coalesce(" + joined(", ", parts) + ")", common(parts));
            }
            default -> throw new Unusable("uses an operator that is not allowed");
        }
    }

    private static Part among(JsonNode children, List<Part> parts) throws Unusable {
        for (int i = 1; i < children.size(); i++) {
            if (!children.get(i).path("class").asString().equals("CONSTANT")) {
                throw new Unusable("has IN with something else than a list of values");
            }
            requireSame(parts.get(0), parts.get(i));
        }
        var values = joined(", ", parts.subList(1, parts.size()));
        return new Part("(" + parts.get(0).sql() + " IN (" + values + "))", Kind.CONDITION);
    }

    private Part between(JsonNode node) throws Unusable {
        if (!node.path("type").asString().equals("COMPARE_BETWEEN")) {
            throw new Unusable("uses a comparison that is not allowed");
        }
        var input = part(node.path("input"));
        var lower = part(node.path("lower"));
        var upper = part(node.path("upper"));
        requireSame(input, lower);
        requireSame(input, upper);
        return new Part("(" + input.sql() + " BETWEEN " + lower.sql() + " AND " + upper.sql() + ")", Kind.CONDITION);
    }

    private Part choice(JsonNode node) throws Unusable {
        var sql = new StringBuilder("(CASE");
        var values = new ArrayList<Part>();
        for (var check : node.path("case_checks")) {
            var when = part(check.path("when_expr"));
            require(when, Kind.CONDITION);
            var then = part(check.path("then_expr"));
            values.add(then);
            // A bare NULL is no condition to every engine.
            sql.append(" WHEN ")
                    .append(when.kind() == Kind.NOTHING ? "false" : when.sql())
                    .append(" THEN ")
                    .append(then.sql());
        }
        var otherwise = part(node.path("else_expr"));
        values.add(otherwise);
        return new Part(sql + " ELSE " + otherwise.sql() + " END)", common(values));
    }

    private Part function(JsonNode node) throws Unusable {
        var name = node.path("function_name").asString();
        var arguments = new ArrayList<Part>();
        for (var argument : node.path("arguments")) {
            arguments.add(part(argument.path("expression")));
        }
        if (node.path("is_operator").asBoolean() && ARITHMETIC.contains(name)) {
            for (var argument : arguments) {
                require(argument, Kind.NUMBER);
            }
            return arguments.size() == 1
                    ? new Part("(" + name + arguments.get(0).sql() + ")", Kind.NUMBER)
                    : new Part(calculation(name, arguments.get(0), arguments.get(1)), Kind.NUMBER);
        }
        var function = Expression.FUNCTIONS.get(name);
        if (function == null
                || !node.path("schema").asString("").isEmpty()
                || !node.path("filter").isNull()
                || !node.path("order_bys").path("orders").isEmpty()
                || node.path("distinct").asBoolean()) {
            throw new Unusable(
                    "uses " + name + "; allowed functions are " + ExpressionReader.allowed(Expression.FUNCTIONS));
        }
        for (var argument : node.path("arguments")) {
            if (!argument.path("name").asString("").isEmpty()) {
                throw new Unusable("names the values of " + name + "; write them in their order without names");
            }
        }
        if (arguments.size() != function.takes().size()) {
            throw new Unusable(name + " takes " + function.takes().size() + " values");
        }
        for (int i = 0; i < arguments.size(); i++) {
            require(arguments.get(i), function.takes().get(i));
        }
        return new Part(name + "(" + joined(", ", arguments) + ")", function.gives());
    }

    /**
     * Division by zero has no answer, which is missing; engines differ in what they make of it, and in the decimals that a
     * quotient of decimal numbers has.
     */
    private static String calculation(String sign, Part left, Part right) {
        return sign.equals("/")
                ? "(CAST(" + left.sql() + " AS DOUBLE) / nullif(" + right.sql() + ", 0))"
                : "(" + left.sql() + " " + sign + " " + right.sql() + ")";
    }

    private List<Part> parts(JsonNode nodes) throws Unusable {
        var parts = new ArrayList<Part>();
        for (var node : nodes) {
            parts.add(part(node));
        }
        return parts;
    }

    private static String joined(String between, List<Part> parts) {
        return String.join(between, parts.stream().map(Part::sql).toList());
    }

    private static Kind common(List<Part> parts) throws Unusable {
        var kind = Kind.NOTHING;
        for (var part : parts) {
            if (!part.kind().fits(kind)) {
                throw new Unusable("mixes " + words(kind) + " and " + words(part.kind()));
            }
            kind = kind == Kind.NOTHING ? part.kind() : kind;
        }
        return kind;
    }

    private static void requireSame(Part left, Part right) throws Unusable {
        if (!left.kind().fits(right.kind())) {
            throw new Unusable("compares " + words(left.kind()) + " with " + words(right.kind()));
        }
    }

    private static void require(Part part, Kind kind) throws Unusable {
        if (!part.kind().fits(kind)) {
            throw new Unusable("needs " + words(kind) + " where " + part.sql() + " stands");
        }
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case CONDITION -> "a condition";
            case NUMBER -> "a number";
            case TEXT -> "a text";
            case DATE -> "a date";
            case TIME -> "a date with time";
            case NOTHING -> "nothing";
        };
    }
}
