// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.DeliveryPlan.Column;
import nl.waardeketen.analytics.DeliveryPlan.Constant;
import nl.waardeketen.analytics.DeliveryPlan.FromColumn;
import nl.waardeketen.analytics.DeliveryPlan.Source;

/**
 * Composes the questions that turn delivered texts into typed variables and find what is broken. Only codes of variables,
 * which are plain words, and numbers reach a statement; all that a file or a mapping says is a parameter.
 */
final class LandingQueries {
    private final TablePlan plan;
    private final List<String> fileColumns;
    private final Map<String, Object> parameters = new HashMap<>();
    private final List<String> order = new ArrayList<>();

    LandingQueries(TablePlan plan) {
        this.plan = plan;
        this.fileColumns = plan.fileColumns();
    }

    /** Every record as text ({@code t_age}) and as what it means ({@code age}). */
    ComposedQuery staged() {
        order.clear();
        var texts = new ArrayList<String>();
        texts.add(text(plan.organisation(), Map.of()) + " AS organisation");
        texts.add(text(plan.patient(), Map.of()) + " AS patient");
        plan.columns().forEach(column -> texts.add(text(column.source(), column.codes()) + " AS " + textName(column)));
        var values = plan.columns().stream()
                .map(column -> typed(column.variable(), textName(column)) + " AS "
                        + column.variable().code())
                .toList();
        return new ComposedQuery(
                "delivery/staged",
                "SELECT *" + values.stream().map(value -> ", " + value).collect(Collectors.joining())
                        + " FROM (SELECT record, " + String.join(", ", texts) + " FROM extract)",
                order);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private static String textName(Column column) {
        return "t_" + column.variable().code();
    }

    private String text(Source source, Map<String, String> codes) {
        if (source instanceof Constant constant) {
            return "given(CAST(" + bound(constant.value()) + " AS VARCHAR))";
        }
        var plain = "given(c" + fileColumns.indexOf(((FromColumn) source).column()) + ")";
        if (codes.isEmpty()) {
            return plain;
        }
        var cases = new TreeMap<>(codes)
                .entrySet().stream()
                        .map(entry -> " WHEN " + bound(entry.getKey()) + " THEN " + bound(entry.getValue()))
                        .collect(Collectors.joining());
        return "CASE " + plain + cases + " ELSE " + plain + " END";
    }

    private String bound(String value) {
        var name = "p" + parameters.size();
        parameters.put(name, value);
        order.add(name);
        return "?";
    }

    private static String typed(Variable variable, String text) {
        return switch (variable.type()) {
            case DATE -> "date_value(" + text + ")";
            case TIME -> "time_value(" + text + ")";
            case INTEGER ->
                "CASE WHEN " + number(text) + " = floor(" + number(text) + ") THEN try_cast(" + number(text)
                        + " AS BIGINT) END";
            case NUMBER -> number(text);
            case FLAG -> "flag_value(" + text + ")";
            case CATEGORY, TEXT -> text;
        };
    }

    private static String number(String text) {
        return "finite_number(" + text + ")";
    }

    /** Each value that breaks a rule: record, variable, rule and the value as it was written. */
    ComposedQuery broken() {
        var parts = new ArrayList<String>();
        parts.add(part("organisation", "organisation", "WHEN organisation IS NULL THEN 'organisation.missing'"));
        parts.add(part("patient", "NULL", "WHEN patient IS NULL OR identifier(patient) = '' THEN 'patient.missing'"));
        plan.columns().forEach(column -> parts.add(part(column.variable().code(), textName(column), rules(column))));
        return new ComposedQuery("delivery/broken", String.join(" UNION ALL ", parts));
    }

    private static String part(String variable, String text, String rules) {
        return "SELECT record, '" + variable + "' AS variable, rule, value FROM (SELECT record, CASE " + rules
                + " END AS rule, " + text + " AS value FROM staged) WHERE rule IS NOT NULL";
    }

    private static String rules(Column column) {
        var variable = column.variable();
        var text = textName(column);
        var rules = new ArrayList<String>();
        if (variable.required()) {
            rules.add("WHEN " + text + " IS NULL THEN 'value.missing'");
        }
        var type = variable.type();
        if (type == Variable.Type.INTEGER) {
            rules.add("WHEN " + number(text) + " <> floor(" + number(text) + ") THEN 'value.not-whole'");
        }
        if (type != Variable.Type.TEXT && type != Variable.Type.CATEGORY) {
            var kind = type.isNumeric() ? "number" : type.name().toLowerCase(Locale.ROOT);
            rules.add("WHEN " + text + " IS NOT NULL AND " + variable.code() + " IS NULL THEN 'value.not-a-" + kind
                    + "'");
        }
        if (type.isNumeric()) {
            rules.add("WHEN abs(" + variable.code() + ") > 1e12 THEN 'value.too-large'");
        }
        if (variable.low() != null) {
            rules.add("WHEN " + variable.code() + " < " + variable.low() + " THEN 'value.too-low'");
        }
        if (variable.high() != null) {
            rules.add("WHEN " + variable.code() + " > " + variable.high() + " THEN 'value.too-high'");
        }
        if (!variable.categories().isEmpty()) {
            var codes = variable.categories().stream()
                    .map(code -> "'" + code.replace("'", "''") + "'")
                    .collect(Collectors.joining(", "));
            rules.add("WHEN " + text + " NOT IN (" + codes + ") THEN 'value.unknown-code'");
        }
        return rules.isEmpty() ? "WHEN false THEN ''" : String.join(" ", rules);
    }

    /** The rows that land. */
    ComposedQuery landed() {
        return new ComposedQuery(
                "delivery/landed",
                "SELECT organisation, pseudonym AS patient" + variables("")
                        + " FROM staged JOIN pseudonym USING (patient)"
                        + " WHERE record NOT IN (SELECT record FROM broken) ORDER BY record");
    }

    /** The rows that do not, as they were written, with the reasons. */
    ComposedQuery quarantined() {
        return new ComposedQuery(
                "delivery/quarantined",
                "SELECT staged.record + 1 AS record, organisation, hex(pseudonym) AS patient" + variables("t_")
                        + ", reasons FROM staged JOIN (SELECT record, string_agg(variable || ': ' || rule, '; ' ORDER BY"
                        + " variable) AS reasons FROM broken GROUP BY record) reason USING (record)"
                        + " LEFT JOIN pseudonym USING (patient) ORDER BY record");
    }

    private String variables(String prefix) {
        return plan.variables().stream()
                .map(variable -> ", " + prefix + variable.code() + (prefix.isEmpty() ? "" : " AS " + variable.code()))
                .collect(Collectors.joining());
    }
}
