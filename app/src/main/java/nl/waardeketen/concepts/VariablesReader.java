// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.waardeketen.analytics.DeliveryPlan;
import nl.waardeketen.analytics.ExpressionReader;
import nl.waardeketen.analytics.Owner;
import nl.waardeketen.analytics.Severity;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.shared.Words;
import nl.waardeketen.shared.YamlMap;
import org.jspecify.annotations.Nullable;

/** Reads the variables of a table. */
final class VariablesReader {
    private static final String PLAIN_WORD = "[a-z][a-z0-9_]*";
    private static final String[] KEYS = {
        "code",
        "type",
        "title",
        "meaning",
        "required",
        "unit",
        "range",
        "categories",
        "complete",
        "incomplete",
        "late",
        "owner",
        "source",
        "confirmed"
    };

    private final ExpressionReader expressions;
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<String, DescribedVariable> described = new LinkedHashMap<>();

    VariablesReader(ExpressionReader expressions) {
        this.expressions = expressions;
    }

    /** Those read so far, by code; grows with each one added. */
    Map<String, Variable> variables() {
        return variables;
    }

    List<DescribedVariable> described() {
        return List.copyOf(described.values());
    }

    /** Reads one variable; what is wrong with it is told to the document. */
    void add(YamlMap map) {
        map.knows(KEYS);
        var categories = categories(map.map("categories"));
        var variable = variable(map, List.copyOf(categories.keySet()));
        refuseWordsOfSql(map, variable);
        described.putIfAbsent(
                variable.code(),
                new DescribedVariable(
                        variable,
                        map.words("title"),
                        map.optionalWords("meaning").orElse(null),
                        map.optionalWords("unit").orElse(null),
                        categories,
                        map.optionalText("source").orElse(""),
                        map.flag("confirmed", false),
                        expectation(map, variable.type())));
        if (variables.putIfAbsent(variable.code(), variable) != null) {
            map.refuse("code", "there are two variables of this name", "give each its own");
        }
    }

    private static Map<String, Words> categories(YamlMap codes) {
        var words = new LinkedHashMap<String, Words>();
        codes.keys().forEach(key -> words.put(key, codes.words(key)));
        return words;
    }

    private static Variable variable(YamlMap map, List<String> categories) {
        var code = map.text("code", PLAIN_WORD, "a word of small letters, digits and underscores");
        if (DeliveryPlan.isReserved(code)) {
            map.refuse("code", "the platform uses this name itself", "choose another");
        }
        var type = map.choice("type", Variable.Type.class);
        if ((type == Variable.Type.CATEGORY) == categories.isEmpty()) {
            map.refuse("categories", "a category has categories, other types have none", "repair the type or the list");
        }
        var bounds = bounds(map);
        return new Variable(
                code,
                type,
                map.flag("required", false),
                bounds.isEmpty() ? null : bounds.get(0),
                bounds.isEmpty() ? null : bounds.get(1),
                categories);
    }

    private static Expectation expectation(YamlMap map, Variable.Type type) {
        var complete = share(map, "complete");
        var incomplete = map.choice("incomplete", Severity.class, Severity.NOTE);
        if (incomplete == Severity.QUARANTINE || (map.has("incomplete") && complete == null)) {
            map.refuse(
                    "incomplete",
                    "this says what happens below the share that complete gives",
                    "write note or stop, beside complete");
        }
        var late = map.number("late").map(Double::intValue).orElse(null);
        boolean dated = type == Variable.Type.DATE || type == Variable.Type.TIME;
        if (late != null && (late < 0 || !dated)) {
            map.refuse("late", "these are no days after a date", "write a number of days, at a date or time only");
        }
        return new Expectation(complete, incomplete, late, map.choice("owner", Owner.class, Expectation.NONE.owner()));
    }

    /** A share between 0 and 1 that may be there. */
    static @Nullable Double share(YamlMap map, String key) {
        var share = map.number(key).orElse(null);
        if (share != null && (share < 0 || share > 1)) {
            map.refuse(key, "this is no share", "write a number between 0 and 1");
        }
        return share;
    }

    private void refuseWordsOfSql(YamlMap map, Variable variable) {
        var code = variable.code();
        boolean plain;
        try {
            plain = !code.matches(PLAIN_WORD)
                    || expressions
                            .read(code, Map.of(code, variable))
                            .variables()
                            .contains(code);
        } catch (ExpressionReader.Unusable e) {
            plain = false;
        }
        if (!plain) {
            map.refuse("code", "this is a word of SQL", "choose another, with an underscore perhaps");
        }
    }

    private static List<Double> bounds(YamlMap map) {
        var texts = map.texts("range");
        if (texts.isEmpty()) {
            return List.of();
        }
        boolean numbers = texts.stream().allMatch(bound -> bound.matches("-?[0-9]+(\\.[0-9]+)?"));
        if (texts.size() != 2 || !numbers || Double.parseDouble(texts.get(0)) > Double.parseDouble(texts.get(1))) {
            map.refuse("range", "this is not a range", "write [smallest, largest]");
            return List.of();
        }
        return texts.stream().map(Double::valueOf).toList();
    }
}
