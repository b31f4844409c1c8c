// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.waardeketen.analytics.DeliveryPlan.Column;
import nl.waardeketen.analytics.DeliveryPlan.Constant;
import nl.waardeketen.analytics.DeliveryPlan.FromColumn;
import nl.waardeketen.analytics.DeliveryPlan.Reading;
import nl.waardeketen.analytics.DeliveryPlan.Source;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.shared.Nearest;
import nl.waardeketen.shared.YamlMap;
import org.jspecify.annotations.Nullable;

/** Reads how one variable is made of a file: from a column, as a constant, or by an expression. */
final class ColumnMapping {
    private static final String[] KEYS = {
        "column", "constant", "expression", "columns", "codes", "otherwise", "date", "unit", "factor"
    };

    private final YamlMap parent;
    private final String name;
    private final YamlMap map;
    private final DescribedVariable variable;
    private final DerivedValues derived;

    ColumnMapping(YamlMap parent, DescribedVariable variable, DerivedValues derived) {
        this.parent = parent;
        this.name = variable.code();
        this.map = parent.map(name).knows(KEYS);
        this.variable = variable;
        this.derived = derived;
    }

    Column read() {
        var plain = variable.variable();
        if (map.has("expression")) {
            refuseBeside("expression", "column", "constant", "codes", "otherwise", "date", "unit", "factor");
            return new Column(plain, derived.expression(map, plain), Map.of(), null);
        }
        refuseBeside("column", "columns");
        var source = source(parent, name, map);
        var codes = codes(plain);
        if (map.has("otherwise") && source instanceof FromColumn from) {
            refuseBeside("otherwise", "date", "unit", "factor");
            return new Column(plain, derived.coded(map, plain, from, codes), Map.of(), null);
        }
        return new Column(plain, source, codes, reading(plain.type()));
    }

    private void refuseBeside(String key, String... others) {
        for (var other : others) {
            if (map.has(other)) {
                map.refuse(other, "this does not go with " + key, "leave one of the two out");
            }
        }
    }

    /** Where a value comes from, without an expression. */
    static Source source(YamlMap parent, String key, YamlMap map) {
        if (map.has("column") == map.has("constant")) {
            parent.refuse(
                    key, "a value comes from a column or is a constant", "write {column: name} or {constant: value}");
            return new Constant("");
        }
        return map.has("column") ? new FromColumn(map.text("column")) : new Constant(map.text("constant"));
    }

    private Map<String, String> codes(Variable plain) {
        var codes = new HashMap<String, String>();
        var written = map.map("codes");
        for (var key : written.keys()) {
            var code = written.text(key);
            refuseUnknown(written, key, code, plain);
            codes.put(key, code);
        }
        if (map.has("otherwise")) {
            map.optionalText("otherwise").ifPresent(code -> refuseUnknown(map, "otherwise", code, plain));
            if (codes.isEmpty()) {
                map.refuse("otherwise", "this needs codes to be otherwise than", "add codes, or leave it out");
            }
        }
        return codes;
    }

    private static void refuseUnknown(YamlMap at, String key, String code, Variable plain) {
        if (!plain.categories().isEmpty() && !plain.categories().contains(code)) {
            at.refuse(
                    key,
                    plain.code() + " has no code " + code,
                    Nearest.question(code, plain.categories()) + "write one of "
                            + String.join(", ", plain.categories()));
        }
    }

    private @Nullable Reading reading(Variable.Type type) {
        var pattern = pattern(type);
        var factor = factor(type);
        return pattern.isEmpty() && factor.isEmpty() ? null : new Reading(pattern.orElse(null), factor.orElse(1.0));
    }

    private Optional<String> pattern(Variable.Type type) {
        var written = map.optionalText("date");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (type != Variable.Type.DATE && type != Variable.Type.TIME) {
            map.refuse("date", name + " is no date", "leave it out");
            return Optional.empty();
        }
        var pattern = DatePattern.read(written.get());
        if (pattern.isEmpty()) {
            map.refuse(
                    "date",
                    "this is no form of a date",
                    "write it as dd-mm-jjjj, jjjjmmdd, dd-mm-jjjj uu:mm or %d-%m-%Y");
        }
        return pattern;
    }

    private Optional<Double> factor(Variable.Type type) {
        if (!map.has("factor") && !map.has("unit")) {
            return Optional.empty();
        }
        var key = map.has("factor") ? "factor" : "unit";
        if (!type.isNumeric()) {
            map.refuse(key, name + " is no number", "leave it out");
            return Optional.empty();
        }
        if (map.has("unit") && map.has("factor")) {
            map.refuse("unit", "this does not go with factor", "leave one of the two out");
        }
        return key.equals("factor") ? written() : ofUnit();
    }

    private Optional<Double> written() {
        var text = map.text("factor");
        var parts = text.split("/", -1);
        boolean number = text.matches("[0-9]+(\\.[0-9]+)?( ?/ ?[0-9]+(\\.[0-9]+)?)?");
        double factor = number
                ? Double.parseDouble(parts[0].strip()) / (parts.length == 2 ? Double.parseDouble(parts[1].strip()) : 1)
                : 0;
        if (!Double.isFinite(factor) || factor == 0) {
            map.refuse("factor", "this is no factor", "write a number above 0 such as 0.001, or 1/60");
            return Optional.empty();
        }
        return Optional.of(factor);
    }

    private Optional<Double> ofUnit() {
        var own = map.text("unit");
        var wanted = variable.unit();
        var factor = wanted == null
                ? Optional.<Double>empty()
                : UnitOfMeasure.named(own)
                        .flatMap(unit -> UnitOfMeasure.named(wanted.en()).flatMap(unit::into));
        if (factor.isEmpty()) {
            var unit = wanted == null ? "no unit" : "the unit " + wanted.in(Locale.ENGLISH);
            map.refuse("unit", name + " has " + unit + ", and how to get there is not known", "write a factor instead");
        }
        return factor;
    }
}
