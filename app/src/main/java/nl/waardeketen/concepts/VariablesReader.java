// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.waardeketen.analytics.DeliveryPlan;
import nl.waardeketen.analytics.ExpressionReader;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.shared.Words;
import nl.waardeketen.shared.YamlMap;

/** Reads the variables of an outcome set. */
final class VariablesReader {
    private static final String PLAIN_WORD = "[a-z][a-z0-9_]*";

    private final ExpressionReader expressions;
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<String, Words> titles = new HashMap<>();
    private final Map<String, Map<String, Words>> categories = new HashMap<>();

    VariablesReader(ExpressionReader expressions) {
        this.expressions = expressions;
    }

    /** Those read so far, by code; grows with each one added. */
    Map<String, Variable> variables() {
        return variables;
    }

    Map<String, Words> titles() {
        return titles;
    }

    Map<String, Map<String, Words>> categories() {
        return categories;
    }

    /** Reads one variable; what is wrong with it is told to the document. */
    void add(YamlMap map) {
        map.knows("code", "type", "title", "meaning", "required", "unit", "range", "categories", "source", "confirmed");
        var code = map.text("code", PLAIN_WORD, "a word of small letters, digits and underscores");
        if (DeliveryPlan.isReserved(code)) {
            map.refuse("code", "the platform uses this name itself", "choose another");
        }
        var type = map.choice("type", Variable.Type.class);
        titles.put(code, map.words("title"));
        map.optionalWords("meaning");
        map.optionalWords("unit");
        var bounds = bounds(map);
        var codes = map.map("categories");
        var words = new LinkedHashMap<String, Words>();
        codes.keys().forEach(key -> words.put(key, codes.words(key)));
        categories.put(code, words);
        if ((type == Variable.Type.CATEGORY) == words.isEmpty()) {
            map.refuse("categories", "a category has categories, other types have none", "repair the type or the list");
        }
        var variable = new Variable(
                code,
                type,
                map.flag("required", false),
                bounds.isEmpty() ? null : bounds.get(0),
                bounds.isEmpty() ? null : bounds.get(1),
                List.copyOf(words.keySet()));
        refuseWordsOfSql(map, variable);
        if (variables.putIfAbsent(code, variable) != null) {
            map.refuse("code", "there are two variables of this name", "give each its own");
        }
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
