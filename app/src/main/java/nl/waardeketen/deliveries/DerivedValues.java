// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.DeliveryPlan.Column;
import nl.waardeketen.analytics.DeliveryPlan.Constant;
import nl.waardeketen.analytics.DeliveryPlan.Derived;
import nl.waardeketen.analytics.DeliveryPlan.FromColumn;
import nl.waardeketen.analytics.DeliveryPlan.Reading;
import nl.waardeketen.analytics.DeliveryPlan.Source;
import nl.waardeketen.analytics.Expression;
import nl.waardeketen.analytics.ExpressionReader;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.shared.YamlMap;
import org.jspecify.annotations.Nullable;

/** Reads expressions over the columns of a file; the reader behind it opens at the first of them. */
final class DerivedValues implements AutoCloseable {
    private static final Set<Variable.Type> TYPES = Set.of(
            Variable.Type.TEXT,
            Variable.Type.NUMBER,
            Variable.Type.INTEGER,
            Variable.Type.DATE,
            Variable.Type.TIME,
            Variable.Type.FLAG);
    private static final String CODED = "file_value";

    private @Nullable ExpressionReader opened;
    private int inputs;

    /** A column under the name that expressions of the mapping give it. */
    private record Input(String name, Column column) {}

    /** Names of variables and of other expressions are not in the way of this one. */
    private String fresh() {
        inputs++;
        return "file_column_" + inputs;
    }

    /** The value that an expression gives; its columns are declared under {@code columns}. */
    Source expression(YamlMap map, Variable variable) {
        var declared = inputs(map.map("columns"));
        var variables = new LinkedHashMap<String, Variable>();
        declared.forEach(input -> variables.put(input.name(), input.column().variable()));
        var written = map.text("expression");
        if (written.isEmpty()) {
            return new Constant("");
        }
        try {
            var expression = reader().read(written, variables);
            if (!expression.fits(variable.type())) {
                map.refuse(
                        "expression",
                        "this does not give what " + variable.code() + " holds, " + YamlMap.word(variable.type()),
                        "make it of that kind");
            }
            return used(expression, declared);
        } catch (ExpressionReader.Unusable e) {
            map.refuse("expression", "the expression " + e.reason(), declared(variables));
            return new Constant("");
        }
    }

    private static String declared(Map<String, Variable> variables) {
        return variables.isEmpty()
                ? "declare its columns, as columns: {name: date}"
                : "repair it; declared under columns are " + String.join(", ", variables.keySet());
    }

    private static Source used(Expression expression, List<Input> declared) {
        return new Derived(
                expression,
                declared.stream()
                        .map(Input::column)
                        .filter(input ->
                                expression.variables().contains(input.variable().code()))
                        .toList());
    }

    /** {@code name: date} for a column of that name, or {@code name: {column: "Other name", type: date, date: dd-mm-jjjj}}. */
    private List<Input> inputs(YamlMap columns) {
        var found = new ArrayList<Input>();
        for (var name : columns.keys()) {
            if (!name.matches("[a-z][a-z0-9_]*")) {
                columns.refuse(
                        name,
                        "an expression cannot use this name",
                        "write small letters: name: {column: \"" + name + "\", type: text}");
                continue;
            }
            boolean plain = columns.isSingle(name);
            var map = plain ? columns : columns.map(name).knows("column", "type", "date");
            var type = map.choice(plain ? name : "type", Variable.Type.class);
            if (!TYPES.contains(type)) {
                map.refuse(plain ? name : "type", "a column of a file has no categories", "write text");
            }
            var column = plain ? name : map.optionalText("column").orElse(name);
            var pattern = plain
                    ? null
                    : map.optionalText("date").flatMap(DatePattern::read).orElse(null);
            if (!plain && map.has("date") && pattern == null) {
                map.refuse("date", "this is no form of a date", "write it as dd-mm-jjjj or %d-%m-%Y");
            }
            var read = new Variable(fresh(), type, false, null, null, List.of());
            var reading = pattern == null ? null : new Reading(pattern, 1);
            found.add(new Input(name, new Column(read, new FromColumn(column), Map.of(), reading)));
        }
        return found;
    }

    /** Codes of a file with one more for all others; what is not given stays so. */
    Source coded(YamlMap map, Variable variable, FromColumn from, Map<String, String> codes) {
        var otherwise = map.optionalText("otherwise")
                .map(code -> literal(variable, code))
                .orElse("NULL");
        var cases = new TreeMap<>(codes)
                .entrySet().stream()
                        .map(entry -> " WHEN " + CODED + " = " + text(entry.getKey()) + " THEN "
                                + literal(variable, entry.getValue()))
                        .collect(Collectors.joining());
        var written = "CASE WHEN " + CODED + " IS NULL THEN NULL" + cases + " ELSE " + otherwise + " END";
        var input = new Variable(fresh(), Variable.Type.TEXT, false, null, null, List.of());
        try {
            var expression = reader().read(written, Map.of(CODED, input));
            if (expression.fits(variable.type())) {
                return new Derived(expression, List.of(new Column(input, from, Map.of())));
            }
            map.refuse("otherwise", "this is not for dates", "leave it out, and repair the dates in the file");
        } catch (ExpressionReader.Unusable e) {
            map.refuse("codes", "a code " + e.reason(), "repair it");
        }
        return from;
    }

    private static String literal(Variable variable, String code) {
        return switch (variable.type()) {
            case FLAG -> Set.of("1", "true", "ja", "yes").contains(code) ? "true" : "false";
            case INTEGER, NUMBER -> code.matches("-?[0-9]+(\\.[0-9]+)?") ? code : text(code);
            default -> text(code);
        };
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private ExpressionReader reader() {
        if (opened == null) {
            opened = new ExpressionReader();
        }
        return opened;
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
