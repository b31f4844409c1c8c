// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Composes the questions of a release from checked expressions and names of its own: {@code y3} and {@code m3} are the
 * value of the third indicator and whether it is missing, {@code x2} a case-mix variable, {@code q1} a quarter,
 * {@code code1} the number of an episode's case-mix pattern.
 *
 * <p>Sums are of decimal numbers, so that they do not depend on the order in which an engine adds: 9 decimals for values,
 * 15 for fitted values.
 */
final class FactQueries {
    private static final String VALUE = "DECIMAL(38, 9)";
    private static final String FITTED = "DECIMAL(38, 15)";

    private final List<FactIndicator> indicators;
    private final List<Variable> dates;
    private final List<Variable> caseMix;
    private final List<List<CaseMixTerm>> sets;

    FactQueries(List<FactIndicator> indicators) {
        this.indicators = List.copyOf(indicators);
        dates = indicators.stream().map(FactIndicator::periodDate).distinct().toList();
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

    private int date(int indicator) {
        return dates.indexOf(indicators.get(indicator).periodDate());
    }

    /** One row per episode: its unit, quarters, case mix and, of the reference period, the value of each indicator. */
    ComposedQuery facts(Period reference) {
        int from = quarterNumber(reference.from());
        int until = quarterNumber(reference.until());
        var columns = new ArrayList<String>();
        columns.add("unit.code AS unit");
        for (int i = 0; i < dates.size(); i++) {
            columns.add(quarter(dates.get(i)) + " AS q" + i);
        }
        caseMix.forEach(variable -> columns.add(caseMixValue(variable) + " AS " + column(variable)));
        for (int i = 0; i < indicators.size(); i++) {
            var indicator = indicators.get(i);
            var counts = "(" + indicator.population().sql() + " AND " + quarter(indicator.periodDate()) + " >= " + from
                    + " AND " + quarter(indicator.periodDate()) + " < " + until + ")";
            var value = value(indicator.measure());
            columns.add("CASE WHEN " + counts + " THEN " + value + " END AS y" + i);
            columns.add("CASE WHEN " + counts + " AND " + value + " IS NULL THEN 1 ELSE 0 END AS m" + i);
        }
        return new ComposedQuery(
                "release/facts",
                "SELECT " + String.join(", ", columns) + " FROM episode JOIN unit USING (organisation)");
    }

    private static int quarterNumber(java.time.LocalDate date) {
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

    /** A number below zero is impossible for a count, a duration or a cost, and so not known. */
    private static String value(Expression measure) {
        return measure.kind() == Expression.Kind.CONDITION
                ? "CASE WHEN " + measure.sql() + " THEN 1.0 WHEN NOT " + measure.sql() + " THEN 0.0 END"
                : "CASE WHEN " + measure.sql() + " >= 0 THEN CAST(" + measure.sql() + " AS DOUBLE) END";
    }

    /** The case-mix patterns of a set that occur, numbered from 0 in the order of their values. */
    ComposedQuery patterns(int set) {
        var columns = String.join(", ", columns(set));
        return new ComposedQuery(
                "release/patterns",
                columns.isEmpty()
                        ? "SELECT 0 AS code"
                        : "SELECT row_number() OVER (ORDER BY "
                                + columns(set).stream()
                                        .map(column -> column + " NULLS LAST")
                                        .collect(Collectors.joining(", "))
                                + ") - 1 AS code, " + columns + " FROM (SELECT DISTINCT " + columns + " FROM fact)");
    }

    /** The facts with the number of the pattern of each set. */
    ComposedQuery coded() {
        var codes = new StringBuilder();
        var joins = new StringBuilder();
        for (int set = 0; set < sets.size(); set++) {
            int number = set;
            codes.append(", pattern").append(set).append(".code AS code").append(set);
            var same = columns(set).stream()
                    .map(column -> "fact." + column + " IS NOT DISTINCT FROM pattern" + number + "." + column)
                    .collect(Collectors.joining(" AND "));
            joins.append(" JOIN pattern").append(set).append(" ON ").append(same.isEmpty() ? "true" : same);
        }
        return new ComposedQuery("release/coded", "SELECT fact.*" + codes + " FROM fact" + joins);
    }

    /** Per pattern of a set: how many episodes of each indicator, their sum and their sum of squares. */
    ComposedQuery counts(int set) {
        var sums = indicatorsOf(set).stream()
                .flatMap(i -> Stream.of(
                        "count(y" + i + ") AS n" + i,
                        "coalesce(sum(CAST(y" + i + " AS " + VALUE + ")), 0) AS o" + i,
                        "coalesce(sum(CAST(y" + i + " * y" + i + " AS " + VALUE + ")), 0) AS s" + i));
        return new ComposedQuery(
                "release/counts",
                "SELECT code" + set + " AS code, " + sums.collect(Collectors.joining(", "))
                        + " FROM coded GROUP BY code" + set + " ORDER BY code" + set);
    }

    /** The numbers of the patterns of a set. */
    ComposedQuery numbers(int set, List<String> columns) {
        return new ComposedQuery(
                "release/numbers", "SELECT " + String.join(", ", columns) + " FROM pattern" + set + " ORDER BY code");
    }

    /** The texts of one variable in the patterns of a set; empty where missing. */
    ComposedQuery texts(int set, Variable variable) {
        var value = variable.type() == Variable.Type.INTEGER
                ? "CAST(" + column(variable) + " AS BIGINT)"
                : column(variable);
        return new ComposedQuery(
                "release/texts",
                "SELECT coalesce(CAST(" + value + " AS STRING), '') AS text FROM pattern" + set + " ORDER BY code");
    }

    /** Per unit and quarter of one indicator: episodes, missing, and sums of values and fitted values. */
    ComposedQuery totals(int indicator) {
        int set = sets.indexOf(indicators.get(indicator).caseMix());
        var y = "y" + indicator;
        var fitted = "CASE WHEN " + y + " IS NOT NULL THEN CAST(%s AS " + FITTED + ") END";
        return new ComposedQuery(
                "release/totals",
                "SELECT unit, q" + date(indicator) + " AS quarter, count(" + y + ") AS n, sum(m" + indicator
                        + ") AS missing, "
                        + sum("CAST(" + y + " AS " + VALUE + ")", "observed")
                        + ", " + sum(String.format(fitted, "rate"), "expected")
                        + ", " + sum(String.format(fitted, "rate * rate"), "expected_squares")
                        + ", " + sum("CAST(" + y + " * " + y + " AS " + VALUE + ")", "squares")
                        + ", " + sum(String.format(fitted, y + " * rate"), "products")
                        + " FROM coded JOIN rate ON coded.code" + set + " = rate.code WHERE " + y + " IS NOT NULL OR m"
                        + indicator + " = 1 GROUP BY unit, q" + date(indicator) + " ORDER BY unit, quarter");
    }

    private static String sum(String value, String name) {
        return "coalesce(sum(" + value + "), 0) AS " + name;
    }
}
