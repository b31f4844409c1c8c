// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.templates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.concepts.OutcomeSet;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of a delivery as a Frictionless Data Package (datapackage.org, version 1 of the specifications). Titles and
 * descriptions are in Dutch; what the specification has no word for stands under {@code waardeketen}.
 */
final class PackageDocument {
    private final OutcomeSet set;
    private final List<DeliveryTable> tables;
    private final String organisation;
    private final Basis basis;

    /** The legal basis that it declares. */
    enum Basis {
        /** To be filled in. */
        EMPTY,
        /** Of rows that are nobody's. */
        MADE_UP
    }

    PackageDocument(OutcomeSet set, List<DeliveryTable> tables, String organisation, Basis basis) {
        this.set = set;
        this.tables = tables;
        this.organisation = organisation;
        this.basis = basis;
    }

    /** Of CSV files, one for each table. */
    String csv() {
        return json(tables.stream().map(this::csv).toList());
    }

    /** Of the sheets of a workbook. */
    String workbook(String file) {
        return json(tables.stream().map(table -> sheet(table, file)).toList());
    }

    private String json(List<Map<String, Object>> resources) {
        var document = new LinkedHashMap<String, Object>();
        document.put("profile", "tabular-data-package");
        document.put("name", set.code());
        document.put("title", set.title().nl());
        var own = new LinkedHashMap<String, Object>();
        own.put("outcome-set", set.code());
        own.put("version", set.version());
        own.put("organisation", organisation);
        own.put("legal-basis", basis());
        document.put("waardeketen", own);
        document.put("resources", resources);
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(document)
                + "\n";
    }

    private Map<String, Object> basis() {
        boolean empty = basis == Basis.EMPTY;
        var own = new LinkedHashMap<String, Object>();
        if (empty) {
            own.put(
                    "comment",
                    "Vul in waarom u mag aanleveren, of haal dit weg als de grondslag al is ingevoerd. Zonder grondslag"
                            + " wordt niets aangenomen. De gronden staan in: waardeketen basis set --help");
        }
        own.put("purpose", empty ? "" : "example of made-up rows");
        own.put("ground", empty ? "" : "no-personal-data");
        own.put("retention-months", empty ? "" : "12");
        own.put("document", empty ? "" : "made by waardeketen template");
        return own;
    }

    private Map<String, Object> csv(DeliveryTable table) {
        var resource = resource(table, table.code() + ".csv", "csv", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("dialect", Map.of("delimiter", ","));
        return resource;
    }

    private Map<String, Object> sheet(DeliveryTable table, String file) {
        var resource =
                resource(table, file, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        resource.put("dialect", Map.of("sheet", table.code()));
        return resource;
    }

    private Map<String, Object> resource(DeliveryTable table, String path, String format, String mediaType) {
        var resource = new LinkedHashMap<String, Object>();
        resource.put("name", table.code());
        resource.put("path", path);
        resource.put("profile", "tabular-data-resource");
        resource.put("title", table.title().nl());
        resource.put("description", table.meaning().nl());
        resource.put("format", format);
        resource.put("mediatype", mediaType);
        resource.put("schema", schema(table));
        return resource;
    }

    private Map<String, Object> schema(DeliveryTable table) {
        var fields = new ArrayList<Map<String, Object>>();
        fields.add(patient());
        table.variables().forEach(variable -> fields.add(field(variable)));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("fields", fields);
        schema.put("missingValues", List.of(""));
        if (!table.key().isEmpty()) {
            var key = new ArrayList<>(List.of(DeliveryTable.PATIENT));
            table.key().stream().filter(name -> !key.contains(name)).forEach(key::add);
            schema.put("primaryKey", key);
        }
        boolean leans =
                !table.code().equals(DeliveryTable.EPISODE) && !table.code().equals(DeliveryTable.PATIENT);
        if (leans && tables.stream().anyMatch(each -> each.code().equals(DeliveryTable.EPISODE))) {
            schema.put("foreignKeys", List.of(toEpisode()));
        }
        return schema;
    }

    private static Map<String, Object> patient() {
        var field = new LinkedHashMap<String, Object>();
        field.put("name", DeliveryTable.PATIENT);
        field.put("type", "string");
        field.put("title", "Patiënt");
        field.put("description", "Identificatie; wordt een pseudoniem voordat iets wordt bewaard.");
        field.put("constraints", Map.of("required", true));
        return field;
    }

    private static Map<String, Object> toEpisode() {
        return Map.of(
                "fields",
                DeliveryTable.PATIENT,
                "reference",
                Map.of("resource", DeliveryTable.EPISODE, "fields", DeliveryTable.PATIENT));
    }

    private static Map<String, Object> field(DescribedVariable variable) {
        var plain = variable.variable();
        var field = new LinkedHashMap<String, Object>();
        field.put("name", plain.code());
        field.putAll(form(plain.type()));
        field.put("title", variable.title().nl());
        if (variable.meaning() != null) {
            field.put("description", variable.meaning().nl());
        }
        if (variable.unit() != null) {
            field.put("unit", variable.unit().en());
        }
        var constraints = constraints(plain);
        if (!constraints.isEmpty()) {
            field.put("constraints", constraints);
        }
        if (!variable.categories().isEmpty()) {
            var titles = new LinkedHashMap<String, String>();
            variable.categories().forEach((code, words) -> titles.put(code, words.nl()));
            field.put("waardeketen:categories", titles);
        }
        return field;
    }

    private static Map<String, Object> form(Variable.Type type) {
        var form = new LinkedHashMap<String, Object>();
        switch (type) {
            case DATE -> form.putAll(pair("type", "date", "format", "default"));
            case TIME -> form.putAll(pair("type", "datetime", "format", "%Y-%m-%dT%H:%M"));
            case INTEGER -> form.put("type", "integer");
            case NUMBER -> form.put("type", "number");
            case FLAG -> {
                form.put("type", "boolean");
                form.put("trueValues", List.of("1", "true", "ja"));
                form.put("falseValues", List.of("0", "false", "nee"));
            }
            case CATEGORY, TEXT -> form.put("type", "string");
        }
        return form;
    }

    private static Map<String, Object> pair(String first, String one, String second, String other) {
        var pair = new LinkedHashMap<String, Object>();
        pair.put(first, one);
        pair.put(second, other);
        return pair;
    }

    private static Map<String, Object> constraints(Variable variable) {
        var constraints = new LinkedHashMap<String, Object>();
        if (variable.required()) {
            constraints.put("required", true);
        }
        boolean whole = variable.type() == Variable.Type.INTEGER;
        if (variable.low() != null) {
            constraints.put("minimum", number(variable.low(), whole));
        }
        if (variable.high() != null) {
            constraints.put("maximum", number(variable.high(), whole));
        }
        if (!variable.categories().isEmpty()) {
            constraints.put("enum", variable.categories());
        }
        return constraints;
    }

    private static Object number(double bound, boolean whole) {
        return whole ? (Object) Math.round(bound) : (Object) bound;
    }
}
