// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Composes the questions of a release from checked expressions and names of its own: {@code y3} is the value of
 * indicator 3 and {@code c3} where it is cut, {@code p1} whether an episode belongs to a population, {@code x2} a case-mix
 * variable, {@code q1} a quarter, {@code subgroups} the subgroups of an episode as binary digits.
 */
final class FactQueries {
    /** Days, minutes or euros of one patient are fewer; squares of more would not fit a sum. */
    private static final String IMPOSSIBLE = "1000000000";

    /** All that is below it, with nine decimals; the narrowest type adds up fastest. */
    static final String VALUE = "DECIMAL(18, 9)";

    private final FactPlan plan;
    private final List<FactIndicator> indicators;
    private final List<Variable> dates;
    private final List<Population> populations;
    private final List<Variable> caseMix;
    private final List<List<CaseMixTerm>> sets;

    FactQueries(FactPlan plan) {
        this.plan = plan;
        indicators = plan.indicators();
        dates = indicators.stream().map(FactIndicator::periodDate).distinct().toList();
        populations = IntStream.range(0, indicators.size())
                .mapToObj(i -> Population.of(indicators.get(i), date(i)))
                .distinct()
                .toList();
        sets = indicators.stream().map(FactIndicator::caseMix).distinct().toList();
        caseMix = sets.stream()
                .flatMap(List::stream)
                .map(CaseMixTerm::variable)
                .distinct()
                .toList();
    }

    /** Case-mix sets that occur; indicators with the same one share their passes. */
    List<List<CaseMixTerm>> sets() {
        return sets;
    }

    List<Integer> indicatorsOf(int set) {
        return IntStream.range(0, indicators.size())
                .filter(i -> indicators.get(i).caseMix().equals(sets.get(set)))
                .boxed()
                .toList();
    }

    /** Indicators that share both a case-mix set and the date that says to which quarter an episode belongs. */
    List<List<Integer>> passes() {
        return IntStream.range(0, sets.size())
                .boxed()
                .flatMap(set -> indicatorsOf(set).stream().collect(Collectors.groupingBy(this::date)).values().stream())
                .toList();
    }

    List<Integer> cutIndicators() {
        return IntStream.range(0, indicators.size())
                .filter(i -> indicators.get(i).cap() != null)
                .boxed()
                .toList();
    }

    /** Columns of the case-mix variables of a set. */
    List<String> columns(int set) {
        return sets.get(set).stream()
                .map(term -> column(term.variable()))
                .distinct()
                .toList();
    }

    String column(Variable variable) {
        return "x" + caseMix.indexOf(variable);
    }

    int date(int indicator) {
        return dates.indexOf(indicators.get(indicator).periodDate());
    }

    /** Durations and costs, which are the numbers that are cut, by their date. */
    Collection<List<Integer>> amounts() {
        return cutIndicators().stream()
                .collect(Collectors.groupingBy(this::date, TreeMap::new, Collectors.toList()))
                .values();
    }

    /** One row per episode: its unit, quarters, subgroups, case mix, populations and, inside the reference, its values. */
    ComposedQuery facts() {
        return facts(indicator -> null);
    }

    /** The same with values left out where a condition on unit and quarter holds, if there is one for the indicator. */
    ComposedQuery facts(IntFunction<@Nullable String> without) {
        var columns = new ArrayList<String>();
        columns.add("unit_code AS unit");
        IntStream.range(0, dates.size()).forEach(i -> columns.add("q" + i));
        columns.add(subgroups() + " AS subgroups");
        caseMix.forEach(variable -> columns.add(caseMixValue(variable) + " AS " + column(variable)));
        IntStream.range(0, populations.size()).forEach(i -> columns.add("p" + i));
        for (int i = 0; i < indicators.size(); i++) {
            var measure = indicators.get(i).measure().sql();
            var condition = without.apply(i);
            columns.add("CASE WHEN p" + population(i)
                    + (condition == null ? "" : " AND NOT (" + condition + ")")
                    + (indicators.get(i).isEvent()
                            ? " THEN " + measure
                            : " AND " + measure + " >= 0 AND " + measure + " < " + IMPOSSIBLE + " THEN CAST(" + measure
                                    + " AS DOUBLE)")
                    + " END AS y" + i);
        }
        return query(
                "facts",
                "WITH placed AS (SELECT episode.*, unit.code AS unit_code, " + quarters()
                        + " FROM episode JOIN unit USING (organisation)), counted AS (SELECT placed.*, " + populations()
                        + " FROM placed) SELECT " + String.join(", ", columns) + " FROM counted");
    }

    /**
     * How many values of some indicators with one date there are per unit and quarter ({@code n3}), and how many of them are
     * zero ({@code z3}).
     */
    ComposedQuery zeros(List<Integer> ofOneDate) {
        var quarter = "q" + date(ofOneDate.get(0));
        var counts = joined(ofOneDate.stream()
                .flatMap(i -> Stream.of(
                        "count(y" + i + ") AS n" + i, "count(CASE WHEN y" + i + " = 0 THEN 1 END) AS z" + i)));
        return query(
                "zeros",
                "SELECT unit, " + quarter + " AS quarter, " + counts + " FROM fact WHERE " + inReference(quarter)
                        + " GROUP BY unit, " + quarter + " ORDER BY unit, quarter");
    }

    private String quarters() {
        return joined(IntStream.range(0, dates.size()).mapToObj(i -> quarter(dates.get(i)) + " AS q" + i));
    }

    private String populations() {
        return joined(IntStream.range(0, populations.size())
                .mapToObj(i -> "coalesce(" + populations.get(i).condition().sql() + " AND "
                        + inReference("q" + populations.get(i).date()) + ", false) AS p" + i));
    }

    int population(int indicator) {
        return populations.indexOf(Population.of(indicators.get(indicator), date(indicator)));
    }

    /** Who counts for an indicator, and the date that says in which quarter. */
    private record Population(Expression condition, int date) {
        static Population of(FactIndicator indicator, int date) {
            return new Population(indicator.population(), date);
        }
    }

    static ComposedQuery query(String name, String text) {
        return new ComposedQuery("release/" + name, text);
    }

    String inReference(String quarter) {
        return quarter + " >= " + quarterNumber(plan.reference().from()) + " AND " + quarter + " < "
                + quarterNumber(plan.reference().until());
    }

    private String subgroups() {
        return plan.subgroups().isEmpty()
                ? "0"
                : IntStream.range(0, plan.subgroups().size())
                        .mapToObj(
                                i -> "CASE WHEN " + plan.subgroups().get(i).sql() + " THEN " + (1 << i) + " ELSE 0 END")
                        .collect(Collectors.joining(" + "));
    }

    private static int quarterNumber(LocalDate date) {
        return date.getYear() * 4 + (date.getMonthValue() - 1) / 3;
    }

    private static String quarter(Variable date) {
        return "quarter_number(" + (date.type() == Variable.Type.TIME ? "date_of(" + date.code() + ")" : date.code())
                + ")";
    }

    private static String caseMixValue(Variable variable) {
        return switch (variable.type()) {
            case INTEGER, NUMBER -> "CAST(" + variable.code() + " AS DOUBLE)";
            case FLAG -> "CASE WHEN " + variable.code() + " THEN '1' WHEN NOT " + variable.code() + " THEN '0' END";
            case CATEGORY, TEXT -> variable.code();
            case DATE, TIME -> throw new IllegalArgumentException("a date is no case mix: " + variable.code());
        };
    }

    /** Where the numbers of each indicator are cut; a quantile is of type 7. */
    ComposedQuery caps() {
        var caps = new ArrayList<String>();
        for (int i : cutIndicators()) {
            var cap = indicators.get(i).cap();
            if (cap != null) {
                caps.add(cap.sql("y" + i) + " AS c" + i);
            }
        }
        return query("caps", "SELECT " + String.join(", ", caps) + " FROM fact");
    }

    /** The caps found. */
    ComposedQuery capsFound() {
        return query("caps_found", "SELECT " + joined(cutIndicators().stream().map(i -> "c" + i)) + " FROM cap");
    }

    /** How many values of each such indicator are cut, and how much of their sum. */
    ComposedQuery cuts() {
        return query(
                "cuts",
                "SELECT "
                        + joined(cutIndicators().stream()
                                .flatMap(i -> Stream.of(
                                        "count(CASE WHEN y" + i + " > c" + i + " THEN 1 END) AS k" + i,
                                        sum("CAST(CASE WHEN y" + i + " > c" + i + " THEN y" + i + " - c" + i
                                                        + " END AS " + VALUE + ")")
                                                + " AS w" + i)))
                        + from("fact"));
    }

    /** The value of an indicator, cut where it is to be. */
    String value(int indicator) {
        var y = "y" + indicator;
        var c = "c" + indicator;
        return indicators.get(indicator).cap() == null
                ? y
                : "CASE WHEN " + y + " > " + c + " THEN " + c + " ELSE " + y + " END";
    }

    String from(String tables) {
        return " FROM " + tables + (cutIndicators().isEmpty() ? "" : " CROSS JOIN cap");
    }

    static String sum(String value) {
        return "coalesce(sum(" + value + "), 0)";
    }

    static String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining(", "));
    }
}
