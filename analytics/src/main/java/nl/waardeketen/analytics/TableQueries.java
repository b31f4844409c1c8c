// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.waardeketen.analytics.DeliveryPlan.Column;
import nl.waardeketen.analytics.DeliveryPlan.Derived;
import nl.waardeketen.analytics.DeliveryPlan.FromColumn;
import nl.waardeketen.analytics.DeliveryPlan.Source;
import org.jspecify.annotations.Nullable;

/**
 * Composes the questions about one delivered table. Only codes of variables, which are plain words, and numbers reach a
 * statement; all that a file or a mapping says is a parameter.
 */
final class TableQueries {
    private static final int FIRST_COLUMN = 2;

    private final TablePlan plan;
    private final List<RowCheck> checks;
    private final List<Column> inputs;
    private final TableSteps steps;
    private final RowKey key;

    /**
     * The questions about a table.
     *
     * @param checks those rules of this table that keep a row from landing
     * @param quarantined whether the file is one that rows in quarantine were given out as
     */
    TableQueries(TablePlan plan, DeliveryPlan.Stage patients, List<RowCheck> checks, boolean quarantined) {
        this.plan = plan;
        this.checks = checks;
        this.inputs = inputs(plan);
        this.key = RowKey.of(plan);
        this.steps = new TableSteps(plan, inputs, checks, patients == DeliveryPlan.Stage.FIRST_STAGE, quarantined);
    }

    private static List<Column> inputs(TablePlan plan) {
        var inputs = new LinkedHashMap<String, Column>();
        for (var column : plan.columns()) {
            if (column.source() instanceof Derived derived) {
                derived.inputs().forEach(input -> add(inputs, input));
            }
        }
        return List.copyOf(inputs.values());
    }

    private static void add(Map<String, Column> inputs, Column input) {
        var other = inputs.put(input.variable().code(), input);
        if (other != null && !other.equals(input)) {
            throw new IllegalArgumentException(input.variable().code() + " is read in two ways in expressions");
        }
    }

    /**
     * Where a rule can be broken.
     *
     * @param column as the file spells it
     * @param variable code of the variable, or that of the rule over several
     */
    record Place(
            String column,
            String variable,
            @Nullable Variable meant,
            @Nullable RowCheck check) {}

    /** The organisation, the patient, then columns, inputs of expressions, and rules over several variables. */
    List<Place> places() {
        var places = new ArrayList<Place>();
        places.add(place(plan.organisation(), "organisation", null));
        places.add(place(plan.patient(), "patient", null));
        plan.columns()
                .forEach(column ->
                        places.add(place(column.source(), column.variable().code(), column.variable())));
        inputs.forEach(
                input -> places.add(place(input.source(), input.variable().code(), input.variable())));
        checks.forEach(check -> places.add(new Place(words(check), check.code(), null, check)));
        return places;
    }

    private static Place place(Source source, String name, @Nullable Variable variable) {
        return new Place(source instanceof FromColumn from ? from.column() : name, name, variable, null);
    }

    private static String words(RowCheck check) {
        return check.holds().variables().stream().sorted().collect(Collectors.joining(", "));
    }

    /**
     * The table as it is kept: typed, with what tells the same rows ({@code t_hash}), and the texts of its rows ({@code
     * t_row}) where something is broken.
     */
    ComposedQuery staged(Question rows) {
        var variables =
                plan.variables().stream().map(each -> ", " + each.code()).collect(Collectors.joining());
        return query(
                "staged",
                rows,
                false,
                " SELECT " + (plan.hasOneOrganisation() ? "" : "organisation, ") + "patient" + variables + ", "
                        + key.hash() + " AS t_hash, CASE WHEN " + steps.breaksAny() + " THEN [" + steps.columns()
                        + "] END AS t_row FROM typed");
    }

    /** Each value of a suspect row that breaks a rule: record, place, rule and value. */
    ComposedQuery broken() {
        var places =
                IntStream.range(0, places().size()).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return query(
                "broken",
                suspects(),
                true,
                " SELECT record, place, rule, value FROM (SELECT record, unnest([" + places
                        + "]) AS place, unnest([" + each() + "]) AS rule, unnest([" + String.join(", ", shown())
                        + "]) AS value FROM rules) WHERE rule IS NOT NULL");
    }

    /** In how many suspect rows each variable is given and keeps its rules. */
    ComposedQuery givenInSuspects() {
        var counts = IntStream.range(0, plan.columns().size())
                .mapToObj(i -> "count(" + plan.columns().get(i).variable().code() + ") FILTER (q" + (i + FIRST_COLUMN)
                        + " IS NULL) AS c" + i)
                .collect(Collectors.joining(", "));
        return query("given", suspects(), true, " SELECT " + counts + " FROM rules");
    }

    private ComposedQuery query(String name, Question rows, boolean numbered, String question) {
        var made = steps.of(rows.positional(), numbered);
        var order = new ArrayList<>(rows.parameters());
        order.addAll(steps.order());
        return new ComposedQuery("delivery/" + name, made + question, order);
    }

    private Question suspects() {
        var texts = IntStream.range(0, plan.fileColumns().size())
                .mapToObj(i -> ", t_row[" + (i + 1) + "] AS c" + i)
                .collect(Collectors.joining());
        return new ComposedQuery("suspects", "SELECT record" + texts + " FROM staged WHERE t_row IS NOT NULL");
    }

    Map<String, Object> parameters() {
        return steps.parameters();
    }

    private String each() {
        return IntStream.range(0, places().size()).mapToObj(i -> "q" + i).collect(Collectors.joining(", "));
    }

    private List<String> shown() {
        var texts = new ArrayList<>(List.of("organisation", "CAST(NULL AS VARCHAR)"));
        IntStream.range(0, plan.columns().size()).forEach(i -> texts.add(steps.text(i)));
        IntStream.range(0, inputs.size()).forEach(i -> texts.add("y" + i));
        checks.forEach(check -> texts.add("concat_ws(', ', " + words(check) + ")"));
        return IntStream.range(0, texts.size())
                .mapToObj(i -> "CASE WHEN q" + i + " IS NOT NULL THEN left(" + texts.get(i) + ", 200) END")
                .toList();
    }
}
