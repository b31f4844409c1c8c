// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.waardeketen.mappings.MappingDraft.Made;
import nl.waardeketen.mappings.MappingDraft.Table;
import nl.waardeketen.shared.YamlDocument;
import nl.waardeketen.shared.YamlMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A mapping as YAML, which {@code check} and {@code deliver} read. */
final class MappingDocument {
    private static final int WIDTH = 120;

    private MappingDocument() {}

    static String write(MappingDraft draft) {
        var root = new LinkedHashMap<String, Object>();
        root.put("outcome-set", draft.group());
        root.put("sender", draft.organisation());
        root.put(
                "organisation",
                draft.organisationColumn().isEmpty()
                        ? Map.of("constant", draft.organisation())
                        : Map.of("column", draft.organisationColumn()));
        var tables = new LinkedHashMap<String, Object>();
        draft.tables().stream()
                .filter(table -> !table.code().isEmpty())
                .forEach(table -> tables.putIfAbsent(table.code(), table(table, draft.firstStage())));
        root.put("tables", tables);
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
        options.setAllowUnicode(true);
        options.setWidth(WIDTH);
        return new Yaml(options).dump(root);
    }

    private static Map<String, Object> table(Table table, boolean firstStage) {
        var map = new LinkedHashMap<String, Object>();
        map.put("file", table.file());
        if (!table.sheet().isEmpty()) {
            map.put("sheet", table.sheet());
        }
        var patient = new LinkedHashMap<String, Object>();
        patient.put("column", table.patient());
        if (firstStage) {
            patient.put("stage", "first");
        }
        map.put("patient", patient);
        var variables = new LinkedHashMap<String, Object>();
        table.variables().forEach((code, made) -> variables.put(code, made(made)));
        map.put("variables", variables);
        return map;
    }

    private static Map<String, Object> made(Made made) {
        var map = new LinkedHashMap<String, Object>();
        switch (made.way()) {
            case CONSTANT -> map.put("constant", made.source());
            case EXPRESSION -> {
                map.put("expression", made.source());
                map.put("columns", inputs(made.inputs()));
            }
            case COLUMN -> {
                map.put("column", made.source());
                put(map, "date", made.date());
                put(map, "unit", made.unit());
                put(map, "factor", made.factor());
                var codes = new LinkedHashMap<>(made.codes());
                codes.values().removeIf(String::isEmpty);
                if (!codes.isEmpty()) {
                    map.put("codes", codes);
                }
                if (!made.others().isEmpty()) {
                    map.put("otherwise", made.others().equals(Made.MISSING) ? null : made.others());
                }
            }
        }
        return map;
    }

    private static void put(Map<String, Object> map, String key, String value) {
        if (!value.isEmpty()) {
            map.put(key, value);
        }
    }

    /** Lines such as {@code birth = "Geb. datum": date} become columns with a type. */
    private static Map<String, Object> inputs(String lines) {
        var inputs = new LinkedHashMap<String, Object>();
        for (var line : lines.split("[\\n;]", -1)) {
            int colon = line.lastIndexOf(':');
            if (colon < 0) {
                continue;
            }
            var name = line.substring(0, colon).strip();
            var type = line.substring(colon + 1).strip();
            int equals = name.indexOf('=');
            if (equals < 0) {
                inputs.put(name, type);
            } else {
                var column = new LinkedHashMap<String, Object>();
                column.put("column", name.substring(equals + 1).strip());
                column.put("type", type);
                inputs.put(name.substring(0, equals).strip(), column);
            }
        }
        return inputs;
    }

    /**
     * Reads what a page can show of a mapping. Whether it is right is for the reader of deliveries to say.
     *
     * @throws nl.waardeketen.analytics.InvalidInput when it is no YAML
     */
    static MappingDraft read(String name, String text, String organisation) {
        var root = YamlDocument.read(name, text).root();
        var own = root.map("organisation");
        var tables = new ArrayList<Table>();
        boolean first = "first".equals(root.map("patient").optionalText("stage").orElse(""));
        if (root.has("tables")) {
            var listed = root.map("tables");
            for (var code : listed.keys()) {
                var map = listed.map(code);
                first |= "first".equals(map.map("patient").optionalText("stage").orElse(""));
                tables.add(table(code, map, root));
            }
        } else {
            tables.add(table("episode", root, root));
        }
        return new MappingDraft(
                root.optionalText("outcome-set").orElse(""),
                root.optionalText("sender").orElse(own.optionalText("constant").orElse(organisation)),
                own.optionalText("column").orElse(""),
                first,
                tables);
    }

    private static Table table(String code, YamlMap map, YamlMap root) {
        var variables = new LinkedHashMap<String, Made>();
        var listed = map.map("variables");
        listed.keys().forEach(variable -> variables.put(variable, made(listed.map(variable))));
        var patient = map.has("patient") ? map.map("patient") : root.map("patient");
        return new Table(
                code,
                map.optionalText("file").orElse(""),
                map.optionalText("sheet").orElse(""),
                patient.optionalText("column").orElse(""),
                variables);
    }

    private static Made made(YamlMap map) {
        var codes = new LinkedHashMap<String, String>();
        var written = map.map("codes");
        written.keys()
                .forEach(value -> codes.put(value, written.optionalText(value).orElse("")));
        var way = map.has("expression")
                ? MappingDraft.Way.EXPRESSION
                : map.has("constant") ? MappingDraft.Way.CONSTANT : MappingDraft.Way.COLUMN;
        return new Made(
                way,
                map.optionalText(way.name().toLowerCase(Locale.ROOT)).orElse(""),
                inputs(map.map("columns")),
                map.optionalText("date").orElse(""),
                map.optionalText("unit").orElse(""),
                map.optionalText("factor").orElse(""),
                codes,
                map.has("otherwise") ? map.optionalText("otherwise").orElse(Made.MISSING) : "");
    }

    private static String inputs(YamlMap columns) {
        var lines = new ArrayList<String>();
        for (var name : columns.keys()) {
            var map = columns.isSingle(name) ? null : columns.map(name);
            lines.add(
                    map == null
                            ? name + ": " + columns.optionalText(name).orElse("")
                            : name + " = " + map.optionalText("column").orElse(name) + ": "
                                    + map.optionalText("type").orElse(""));
        }
        return String.join("; ", lines);
    }
}
