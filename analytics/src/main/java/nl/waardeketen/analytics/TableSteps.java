// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.waardeketen.analytics.DeliveryPlan.Column;
import nl.waardeketen.analytics.DeliveryPlan.Constant;
import nl.waardeketen.analytics.DeliveryPlan.Derived;
import nl.waardeketen.analytics.DeliveryPlan.FromColumn;
import nl.waardeketen.analytics.DeliveryPlan.Reading;
import nl.waardeketen.analytics.DeliveryPlan.Source;
import org.jspecify.annotations.Nullable;

/**
 * Composes the steps from the texts of a file, {@code c0}, {@code c1} …, to typed variables and the rules that they break,
 * {@code q0}, {@code q1} …. A step keeps what the steps before it made, so that nothing is worked out twice.
 */
final class TableSteps {
    private final TablePlan plan;
    private final List<Column> inputs;
    private final List<RowCheck> checks;
    private final boolean firstStage;
    private final boolean quarantined;
    private final List<String> fileColumns;
    private final Map<String, Object> parameters = new HashMap<>();
    private final List<String> order = new ArrayList<>();

    /**
     * The steps of a table.
     *
     * @param quarantined whether the file is one that rows in quarantine were given out as
     */
    TableSteps(TablePlan plan, List<Column> inputs, List<RowCheck> checks, boolean firstStage, boolean quarantined) {
        this.plan = plan;
        this.inputs = inputs;
        this.checks = checks;
        this.firstStage = firstStage;
        this.quarantined = quarantined;
        this.fileColumns = plan.fileColumns();
    }

    /** Names of the parameters of the steps composed last, in their order. */
    List<String> order() {
        return List.copyOf(order);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** The texts of the file. */
    String columns() {
        return IntStream.range(0, fileColumns.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    }

    /**
     * Steps that end in {@code rules}.
     *
     * @param rows what they begin with
     * @param numbered whether that has the numbers of records
     */
    String of(String rows, boolean numbered) {
        order.clear();
        var steps = new ArrayList<String>();
        steps.add("file AS NOT MATERIALIZED (" + rows + ")");
        var before = "file";
        if (!inputs.isEmpty()) {
            var columns = (numbered ? "record, " : "") + columns();
            steps.add(step("inputs", "*", inputValues(), before));
            steps.add(step("derived", columns, derivations(), "inputs"));
            before = "derived";
        }
        steps.add(step("texts", "*", texts(), before));
        steps.add(step("parsed", "*", parsed(), "texts"));
        steps.add(step("typed", "*", typed(), "parsed"));
        steps.add(step("rules", "*", rules(), "typed"));
        return "WITH " + String.join(", ", steps);
    }

    private static String step(String name, String kept, List<String> made, String from) {
        var parts = made.stream().map(part -> ", " + part).collect(Collectors.joining());
        return name + " AS NOT MATERIALIZED (SELECT " + kept + parts + " FROM " + from + ")";
    }

    private List<String> inputValues() {
        var values = new ArrayList<String>();
        for (var input : inputs) {
            values.add(once(input) + " AS " + input.variable().code());
        }
        return values;
    }

    private String once(Column input) {
        var text = given(input);
        return switch (input.variable().type()) {
            case DATE -> "believable_date(" + date(text, input.reading()) + ")";
            case TIME -> time(text, input.reading());
            case INTEGER, NUMBER -> "finite_number(" + text + ")" + factor(input.reading());
            case FLAG -> "flag_value(" + text + ")";
            case CATEGORY, TEXT -> text;
        };
    }

    private List<String> derivations() {
        var made = new ArrayList<String>();
        for (int i = 0; i < plan.columns().size(); i++) {
            if (plan.columns().get(i).source() instanceof Derived derived) {
                made.add(derived.expression().sql() + " AS x" + i);
            }
        }
        for (int i = 0; i < inputs.size(); i++) {
            var input = inputs.get(i);
            var name = input.variable().code();
            made.add("CASE WHEN " + name + " IS NULL THEN " + given(input) + " END AS y" + i);
        }
        return made;
    }

    private List<String> texts() {
        var texts = new ArrayList<String>();
        texts.add(text(plan.organisation(), Map.of(), "given") + " AS organisation");
        texts.add(text(plan.patient(), Map.of(), "given_identifier") + " AS t_patient");
        for (var column : plan.columns()) {
            if (!(column.source() instanceof Derived)) {
                var text = hasForm(column) ? text(column.source(), Map.of(), "unindented") : given(column);
                texts.add(text + " AS " + textName(column));
            }
        }
        return texts;
    }

    /** Spaces behind a text that is read further do no harm there, and cost much to look for. */
    private String given(Column column) {
        return text(column.source(), column.codes(), hasForm(column) ? "given_value" : "given");
    }

    /** Whether values are read by their form, so that only a text where that fails may stand for no value. */
    private static boolean hasForm(Column column) {
        var type = column.variable().type();
        return !(column.source() instanceof Derived)
                && column.codes().isEmpty()
                && (type.isNumeric() || type == Variable.Type.DATE || type == Variable.Type.TIME);
    }

    private String text(Source source, Map<String, String> codes, String given) {
        if (source instanceof Constant constant) {
            return "given(CAST(" + bound(constant.value()) + " AS VARCHAR))";
        }
        var plain = given + "(c" + fileColumns.indexOf(((FromColumn) source).column()) + ")";
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

    private List<String> parsed() {
        var parsed = new ArrayList<>(List.of((firstStage ? "identifier(t_patient)" : "t_patient") + " AS patient"));
        for (int i = 0; i < plan.columns().size(); i++) {
            var column = plan.columns().get(i);
            var type = column.variable().type();
            if (column.source() instanceof Derived) {
                parsed.add("x" + i + " AS p" + i);
            } else if (type.isNumeric()) {
                parsed.add("number(" + written(i) + ")" + factor(column.reading()) + " AS p" + i);
            } else if (type == Variable.Type.DATE) {
                parsed.add(date(written(i), column.reading()) + " AS p" + i);
            }
        }
        return parsed;
    }

    private List<String> typed() {
        var typed = new ArrayList<String>();
        for (int i = 0; i < plan.columns().size(); i++) {
            typed.add(typed(i) + " AS " + plan.columns().get(i).variable().code());
        }
        return typed;
    }

    private String typed(int i) {
        var column = plan.columns().get(i);
        boolean derived = column.source() instanceof Derived;
        var parsed = "p" + i;
        return switch (column.variable().type()) {
            case DATE -> "believable_date(" + parsed + ")";
            case TIME -> derived ? "believable_time(" + parsed + ")" : time(written(i), column.reading());
            case INTEGER ->
                "CASE WHEN " + parsed + " = floor(" + parsed + ") THEN try_cast(" + parsed + " AS BIGINT) END";
            case NUMBER -> "CASE WHEN isfinite(CAST(" + parsed + " AS DOUBLE)) THEN CAST(" + parsed + " AS DOUBLE) END";
            case FLAG -> derived ? parsed : "flag_value(" + text(i) + ")";
            case CATEGORY, TEXT -> text(i);
        };
    }

    private List<String> rules() {
        var places = places();
        return IntStream.range(0, places.size())
                .mapToObj(i -> RuleCase.first(places.get(i)) + " AS q" + i)
                .toList();
    }

    /** Whether a row breaks any rule, of what the step {@code typed} has. */
    String breaksAny() {
        return RuleCase.any(places().stream().flatMap(List::stream).toList());
    }

    /** How each place can break a rule: the organisation, the patient, columns, inputs of expressions, and several variables. */
    private List<List<RuleCase>> places() {
        var places = new ArrayList<List<RuleCase>>();
        // Codes of organisations of eight digits are common.
        places.add(List.of(
                new RuleCase("organisation IS NULL", "organisation.missing"),
                new RuleCase("strlen(organisation) > 8 AND looks_like_bsn(organisation)", "identifier.bsn")));
        places.add(patient());
        for (int i = 0; i < plan.columns().size(); i++) {
            var variable = plan.columns().get(i).variable();
            places.add(new ValueRules(variable, written(i), text(i), variable.code(), "p" + i).cases());
        }
        for (int i = 0; i < inputs.size(); i++) {
            places.add(List.of(new RuleCase(
                    "y" + i + " IS NOT NULL",
                    "value.not-a-" + kind(inputs.get(i).variable()))));
        }
        checks.forEach(
                check -> places.add(List.of(new RuleCase("NOT " + check.holds().sql(), check.rule()))));
        return places;
    }

    private List<RuleCase> patient() {
        var cases = new ArrayList<RuleCase>();
        cases.add(new RuleCase("patient IS NULL", "patient.missing"));
        cases.add(
                firstStage
                        ? new RuleCase("NOT is_first_stage(patient)", "patient.not-a-pseudonym")
                        : new RuleCase(
                                "strlen(patient) >= 64 AND is_first_stage(identifier(patient))",
                                "patient.first-stage"));
        if (quarantined) {
            cases.add(new RuleCase(
                    "regexp_full_match(identifier(patient), '[0-9A-Fa-f]{32}')", "patient.from-quarantine"));
        }
        return cases;
    }

    private static String kind(Variable variable) {
        return variable.type().isNumeric() ? "number" : variable.type().name().toLowerCase(Locale.ROOT);
    }

    /** The text of a column as it was written, null when it stands for no value. */
    String text(int column) {
        return hasForm(plan.columns().get(column)) ? "given_value(" + written(column) + ")" : written(column);
    }

    private String written(int column) {
        var delivered = plan.columns().get(column);
        return delivered.source() instanceof Derived ? "CAST(x" + column + " AS VARCHAR)" : textName(delivered);
    }

    private static String textName(Column column) {
        return "t_" + column.variable().code();
    }

    private String date(String text, @Nullable Reading reading) {
        return reading == null || reading.pattern() == null
                ? "written_date(" + text + ")"
                : "CAST(" + patterned(text, reading.pattern()) + " AS DATE)";
    }

    private String time(String text, @Nullable Reading reading) {
        return reading == null || reading.pattern() == null
                ? "time_value(" + text + ")"
                : "date_trunc('minute', believable_time(" + patterned(text, reading.pattern()) + "))";
    }

    /** The engine has words such as infinity for moments, whatever the pattern. */
    private String patterned(String text, String pattern) {
        return "try_strptime(regexp_extract(trim(" + text + "), '(?s).*[0-9].*'), " + bound(pattern) + ")";
    }

    private static String factor(@Nullable Reading reading) {
        return reading == null || reading.factor() == 1 ? "" : " * " + reading.factor();
    }
}
