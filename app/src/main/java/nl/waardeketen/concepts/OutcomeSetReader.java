// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.waardeketen.analytics.CaseMixTerm;
import nl.waardeketen.analytics.Expression;
import nl.waardeketen.analytics.ExpressionReader;
import nl.waardeketen.analytics.FactPlan;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.Indicator.Better;
import nl.waardeketen.concepts.Indicator.Domain;
import nl.waardeketen.concepts.Indicator.Measure;
import nl.waardeketen.shared.YamlDocument;
import nl.waardeketen.shared.YamlMap;

/** Reads an outcome set from its document; expressions are checked against the variables. */
final class OutcomeSetReader {
    private static final String CODE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String INDICATOR = "[A-Za-z0-9]+(-[A-Za-z0-9]+)*";

    private final String text;
    private final YamlDocument document;
    private final ExpressionReader expressions;
    private final VariablesReader variablesReader;
    private final Map<String, Variable> variables;
    private final Map<String, List<CaseMixTerm>> caseMix = new HashMap<>();
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final Map<String, Subgroup> subgroups = new LinkedHashMap<>();

    private OutcomeSetReader(String file, String text, ExpressionReader expressions) {
        this.text = text;
        this.document = YamlDocument.read(file, text);
        this.expressions = expressions;
        this.variablesReader = new VariablesReader(expressions);
        this.variables = variablesReader.variables();
    }

    /**
     * Reads the document.
     *
     * @throws nl.waardeketen.analytics.InvalidInput with everything that is wrong with it
     */
    static OutcomeSet read(String file, String text) {
        try (var expressions = new ExpressionReader()) {
            return new OutcomeSetReader(file, text, expressions).read();
        }
    }

    private OutcomeSet read() {
        var root = document.root();
        root.knows(
                "outcome-set",
                "version",
                "title",
                "disclosure",
                "resolution",
                "conditions",
                "variables",
                "case-mix",
                "subgroups",
                "indicators",
                "key",
                "rules",
                "limits");
        var code = root.text("outcome-set", CODE, "a code of small letters, digits and hyphens");
        var version = root.text("version", "[0-9A-Za-z][0-9A-Za-z.-]*", "a version such as \"2026.1\"");
        var title = root.words("title");
        var disclosure = root.choice("disclosure", OutcomeSet.Disclosure.class, OutcomeSet.Disclosure.CONTROLLED);
        var resolution = root.choice("resolution", OutcomeSet.Resolution.class, OutcomeSet.Resolution.QUARTER);
        var conditions = new LinkedHashMap<String, List<String>>();
        var systems = root.map("conditions");
        systems.keys().forEach(system -> conditions.put(system, systems.texts(system)));
        root.maps("variables").forEach(variablesReader::add);
        var sets = root.map("case-mix");
        sets.keys().forEach(name -> caseMix.put(name, terms(sets, name)));
        root.maps("subgroups").forEach(this::addSubgroup);
        root.maps("indicators").forEach(this::addIndicator);
        if (variables.isEmpty() || indicators.isEmpty()) {
            root.refuse("outcome-set", "the set has no variables or no indicators", "add at least one of each");
        }
        var rules = rules(root);
        var limits = RulesReader.limits(root.map("limits"));
        var key = key(root);
        document.refuse();
        return new OutcomeSet(
                code,
                version,
                title,
                disclosure,
                resolution,
                conditions,
                DeliveryTables.episode(variablesReader.described(), key),
                rules,
                limits,
                List.copyOf(subgroups.values()),
                List.copyOf(indicators.values()),
                text);
    }

    private List<Rule> rules(YamlMap root) {
        var reader = new RulesReader(
                expressions,
                table -> table.equals(DeliveryTable.EPISODE) ? variables : DeliveryTables.variables(table));
        root.maps("rules").forEach(rule -> reader.add(rule, DeliveryTable.EPISODE));
        return reader.rules();
    }

    /** What tells the episodes of a patient apart: as written, else the dates that decide about their period. */
    private List<String> key(YamlMap root) {
        var written = root.texts("key");
        for (var name : written) {
            if (!variables.containsKey(name)) {
                root.refuse("key", name + " is not a variable", "name variables that tell episodes apart");
            }
        }
        return written.isEmpty()
                ? indicators.values().stream()
                        .map(Indicator::periodDate)
                        .distinct()
                        .toList()
                : written;
    }

    private List<CaseMixTerm> terms(YamlMap sets, String name) {
        var terms = new ArrayList<CaseMixTerm>();
        for (var term : sets.texts(name)) {
            int colon = term.indexOf(':');
            var variable = variables.get(colon < 0 ? term : term.substring(0, colon));
            var form = colon < 0 ? "" : term.substring(colon + 1);
            if (variable == null
                    || !List.of("", "factor", "quadratic", "spline").contains(form)) {
                sets.refuse(
                        name,
                        term + " is not a variable with a form",
                        "write variable, or variable:quadratic, :spline or :factor");
            } else if (!variable.type().isNumeric() && !form.isEmpty() && !form.equals("factor")) {
                sets.refuse(name, term + " is no number", "leave out :" + form);
            } else if (variable.type() == Variable.Type.DATE || variable.type() == Variable.Type.TIME) {
                sets.refuse(name, term + " is a date, which is no case mix", "leave it out");
            } else {
                terms.add(new CaseMixTerm(variable, form(variable, form)));
            }
        }
        return terms;
    }

    private static CaseMixTerm.Form form(Variable variable, String form) {
        if (form.isEmpty()) {
            return variable.type().isNumeric() ? CaseMixTerm.Form.LINEAR : CaseMixTerm.Form.FACTOR;
        }
        return CaseMixTerm.Form.valueOf(form.toUpperCase(Locale.ROOT));
    }

    private void addSubgroup(YamlMap map) {
        map.knows("code", "title", "condition");
        var subgroup = new Subgroup(
                map.text("code", CODE, "a code of small letters, digits and hyphens"),
                map.words("title"),
                condition(map, "condition"));
        if (subgroups.putIfAbsent(subgroup.code(), subgroup) != null) {
            map.refuse("code", "there are two subgroups of this code", "give each its own");
        }
        if (subgroups.size() == FactPlan.MOST_SUBGROUPS + 1) {
            map.refuse("code", "there are more than " + FactPlan.MOST_SUBGROUPS + " subgroups", "declare fewer");
        }
    }

    private void addIndicator(YamlMap map) {
        map.knows(
                "code",
                "version",
                "domain",
                "kind",
                "title",
                "unit",
                "period-date",
                "population",
                "numerator",
                "value",
                "parts",
                "better",
                "case-mix",
                "minimum-volume",
                "target",
                "words",
                "source",
                "confirmed");
        var kind = map.choice("kind", Measure.class);
        var words = map.map("words").knows("population", "numerator", "excluded");
        var indicator = new Indicator(
                map.text("code", INDICATOR, "a code of letters, digits and hyphens"),
                map.number("version").map(Double::intValue).orElse(1),
                map.choice("domain", Domain.class),
                kind,
                map.words("title"),
                map.optionalWords("unit").orElse(null),
                periodDate(map),
                kind == Measure.COMPOSITE ? "" : condition(map, "population"),
                measure(map, kind),
                kind == Measure.COMPOSITE ? parts(map) : List.of(),
                map.choice("better", Better.class),
                chosenCaseMix(map),
                map.number("minimum-volume").map(Double::intValue).orElse(0),
                map.number("target").orElse(null),
                words.words("population"),
                words.words("numerator"),
                words.optionalWords("excluded").orElse(null),
                map.text("source"),
                map.flag("confirmed", false));
        if (indicators.putIfAbsent(indicator.code(), indicator) != null) {
            map.refuse("code", "there are two indicators of this code", "give each its own");
        }
    }

    private String periodDate(YamlMap map) {
        var name = map.text("period-date");
        var variable = variables.get(name);
        if (variable == null || (variable.type() != Variable.Type.DATE && variable.type() != Variable.Type.TIME)) {
            map.refuse("period-date", "this is not a variable of type date or time", "name one");
        }
        return name;
    }

    private String measure(YamlMap map, Measure kind) {
        return switch (kind) {
            case COMPOSITE -> "";
            case PROPORTION -> condition(map, "numerator");
            case COUNT, DURATION, COST -> expression(map, "value", Expression.Kind.NUMBER);
        };
    }

    private String condition(YamlMap map, String key) {
        return expression(map, key, Expression.Kind.CONDITION);
    }

    private String expression(YamlMap map, String key, Expression.Kind kind) {
        var written = map.text(key);
        if (written.isEmpty()) {
            return written;
        }
        try {
            var expression = expressions.read(written, variables);
            if (expression.kind() != kind) {
                map.refuse(
                        key,
                        "this is not a " + kind.name().toLowerCase(Locale.ROOT),
                        kind == Expression.Kind.NUMBER ? "write a number over the variables" : "write a comparison");
            }
        } catch (ExpressionReader.Unusable e) {
            map.refuse(key, "the expression " + e.reason(), "repair it");
        }
        return written;
    }

    private List<String> parts(YamlMap map) {
        var parts = map.texts("parts");
        for (var part : parts) {
            var indicator = indicators.get(part);
            if (indicator == null || indicator.kind() != Measure.PROPORTION) {
                map.refuse(
                        "parts",
                        part + " is not a proportion that stands above",
                        "name proportions, and put them first");
            }
        }
        if (parts.size() < 2) {
            map.refuse("parts", "a composite has at least two parts", "name them");
        }
        return parts;
    }

    private List<CaseMixTerm> chosenCaseMix(YamlMap map) {
        var name = map.optionalText("case-mix");
        if (name.isPresent() && !caseMix.containsKey(name.get())) {
            map.refuse("case-mix", "there is no case-mix set of this name", "name one of those under case-mix");
        }
        return name.map(set -> caseMix.getOrDefault(set, List.of())).orElse(List.of());
    }
}
