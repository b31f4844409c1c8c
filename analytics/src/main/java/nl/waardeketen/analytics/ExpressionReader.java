// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads expressions with the parser of DuckDB, which needs no data for it. */
public final class ExpressionReader implements AutoCloseable {
    private static final SqlFile SYNTAX = SqlFile.named("expression/syntax");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern COMMENT = Pattern.compile("--|/\\*");

    private final Scratch scratch = new Scratch();
    private final Engine engine = DuckDbEngine.open(List.of(), scratch.folder());
    private final JsonMapper json = new JsonMapper();
    private final Map<String, JsonNode> trees = new HashMap<>();

    private record Syntax(String tree) {}

    /** An expression that cannot be used; its reason says why and what is allowed. */
    public static final class Unusable extends Exception {
        private final String reason;

        Unusable(String reason) {
            super(reason);
            this.reason = reason;
        }

        /** What is wrong, to be read after "the expression". */
        public String reason() {
            return reason;
        }
    }

    /**
     * Reads one expression.
     *
     * @param variables by the name that the text gives them; the expression has their codes
     * @throws Unusable when it is no expression, or uses what is not allowed
     */
    public Expression read(String text, Map<String, Variable> variables) throws Unusable {
        if (COMMENT.matcher(QUOTED.matcher(text).replaceAll("")).find()) {
            throw new Unusable("has -- or /*, which begin a comment; leave the comment out, or put a space between");
        }
        var tree = tree(text);
        if (tree.path("error").asBoolean()) {
            throw new Unusable("cannot be read as an expression");
        }
        return new ExpressionTree(variables).read(onlyExpression(tree));
    }

    /** Indicators of a set often say the same of whom they count. */
    private JsonNode tree(String text) throws Unusable {
        var known = trees.get(text);
        if (known != null) {
            return known;
        }
        var answer =
                engine.query(SYNTAX, Map.of("expression", text), Syntax.class).get(0);
        try {
            var tree = json.readTree(answer.tree());
            trees.put(text, tree);
            return tree;
        } catch (StreamConstraintsException e) {
            throw new Unusable("is nested too deeply; split it");
        }
    }

    /** The text may close the parenthesis around it and go on; then the statement is not the one that was asked for. */
    private static JsonNode onlyExpression(JsonNode tree) throws Unusable {
        var statements = tree.path("statements");
        var node = statements.path(0).path("node");
        var selected = node.path("select_list");
        boolean plain = statements.size() == 1
                && node.path("type").asString().equals("SELECT_NODE")
                && node.path("from_table").path("type").asString().equals("EMPTY")
                && node.path("where_clause").isNull()
                && node.path("having").isNull()
                && node.path("qualify").isNull()
                && node.path("group_expressions").isEmpty()
                && node.path("modifiers").isEmpty()
                && node.path("cte_map").path("map").isEmpty()
                && selected.size() == 1;
        if (!plain) {
            throw new Unusable("is more than one expression");
        }
        return selected.get(0);
    }

    static String allowed(Map<String, ?> names) {
        return names.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        engine.close();
        scratch.close();
    }
}
