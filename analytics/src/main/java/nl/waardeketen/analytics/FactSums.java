// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static nl.waardeketen.analytics.FactQueries.joined;
import static nl.waardeketen.analytics.FactQueries.query;
import static nl.waardeketen.analytics.FactQueries.sum;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Composes the questions that count facts, under the names of {@link FactQueries}: {@code n3}, {@code o3} and {@code s3}
 * are how many episodes have a value of indicator 3, its sum and its sum of squares, {@code e3} and {@code v3} the sums of
 * its fitted values and of their squares, {@code m3} how many miss a value.
 *
 * <p>Sums are of whole or decimal numbers, so that they do not depend on the order in which an engine adds: 9 decimals
 * for values, 15 for fitted values.
 */
final class FactSums {
    private static final String VALUE = FactQueries.VALUE;
    private static final String SQUARE = "DECIMAL(38, 9)";
    private static final String FITTED = "DECIMAL(38, 15)";
    private static final String FITTED_SHARE = "DECIMAL(18, 15)";

    private final FactQueries facts;
    private final List<FactIndicator> indicators;

    FactSums(FactQueries facts, List<FactIndicator> indicators) {
        this.facts = facts;
        this.indicators = indicators;
    }

    /**
     * The case-mix patterns of a set that occur, numbered from 0 in the order of their values, with how many episodes of each
     * indicator they have, their sum and, of numbers, their sum of squares.
     */
    ComposedQuery patterns(int set) {
        var columns = facts.columns(set);
        var sums = joined(facts.indicatorsOf(set).stream().flatMap(this::patternSums));
        if (columns.isEmpty()) {
            return query("patterns", "SELECT 0 AS code, " + sums + facts.from("fact"));
        }
        var grouped = String.join(", ", columns);
        var order = joined(columns.stream().map(column -> column + " NULLS LAST"));
        return query(
                "patterns",
                "SELECT row_number() OVER (ORDER BY " + order + ") - 1 AS code, counted.* FROM (SELECT " + grouped
                        + ", " + sums + facts.from("fact") + " GROUP BY " + grouped + ") AS counted");
    }

    private Stream<String> patternSums(int i) {
        var n = "count(y" + i + ") AS n" + i;
        return indicators.get(i).isEvent()
                ? Stream.of(n, countIf("y" + i) + " AS o" + i)
                : Stream.of(n, sumOf(facts.value(i)) + " AS o" + i, squaresOf(i) + " AS s" + i);
    }

    /** Names of the sums of an indicator among those of the patterns. */
    List<String> sumNames(int i) {
        return indicators.get(i).isEvent() ? List.of("n" + i, "o" + i) : List.of("n" + i, "o" + i, "s" + i);
    }

    private String squaresOf(int indicator) {
        var value = "(" + facts.value(indicator) + ")";
        return sum("CAST(" + value + " * " + value + " AS " + SQUARE + ")");
    }

    private static String sumOf(String value) {
        return sum("CAST(" + value + " AS " + VALUE + ")");
    }

    /** Some columns of the patterns of a set, in the order of their numbers. */
    ComposedQuery ofPatterns(int set, List<String> columns) {
        return query(
                "pattern_columns", "SELECT " + String.join(", ", columns) + " FROM pattern" + set + " ORDER BY code");
    }

    /** The texts of one variable in the patterns of a set; empty where missing. */
    ComposedQuery texts(int set, Variable variable) {
        var value = variable.type() == Variable.Type.INTEGER
                ? "CAST(" + facts.column(variable) + " AS BIGINT)"
                : facts.column(variable);
        return query(
                "texts",
                "SELECT coalesce(CAST(" + value + " AS STRING), '') AS text FROM pattern" + set + " ORDER BY code");
    }

    /** The patterns of a set with the fitted values of some indicators and their squares as decimals, and those of numbers as they are. */
    ComposedQuery fitted(int set, List<Integer> pass) {
        var columns = Stream.concat(facts.columns(set).stream(), pass.stream().flatMap(this::fittedValues));
        return query("fitted", "SELECT " + joined(columns) + " FROM pattern" + set + " JOIN rate USING (code)");
    }

    private Stream<String> fittedValues(int i) {
        boolean event = indicators.get(i).isEvent();
        var type = event ? FITTED_SHARE : FITTED;
        var decimals = Stream.of(
                "CAST(r" + i + " AS " + type + ") AS e" + i, "CAST(r" + i + " * r" + i + " AS " + type + ") AS v" + i);
        return event ? decimals : Stream.concat(decimals, Stream.of("r" + i));
    }

    /** Per unit, quarter and set of subgroups: episodes, missing, and sums of values and fitted values of some indicators. */
    ComposedQuery totals(int set, List<Integer> pass) {
        var quarter = "q" + facts.date(pass.get(0));
        var same = facts.columns(set).stream()
                .map(column -> "fact." + column + " IS NOT DISTINCT FROM fitted." + column)
                .collect(Collectors.joining(" AND "));
        return query(
                "totals",
                "SELECT unit, " + quarter + " AS quarter, subgroups, "
                        + joined(pass.stream().flatMap(this::unitSums))
                        + facts.from("fact JOIN fitted ON " + (same.isEmpty() ? "true" : same)) + " WHERE "
                        + facts.inReference(quarter)
                        + " GROUP BY unit, " + quarter + ", subgroups ORDER BY unit, quarter, subgroups");
    }

    private Stream<String> unitSums(int i) {
        var y = "y" + i;
        var counts = Stream.of(
                "count(" + y + ") AS n" + i, countIf("p" + facts.population(i)) + " - count(" + y + ") AS m" + i);
        var fitted = Stream.of(known(i, "e" + i) + " AS e" + i, known(i, "v" + i) + " AS v" + i);
        var values = indicators.get(i).isEvent()
                ? Stream.of(countIf(y) + " AS o" + i)
                : Stream.of(
                        sumOf(facts.value(i)) + " AS o" + i,
                        squaresOf(i) + " AS s" + i,
                        sum("CAST((" + facts.value(i) + ") * r" + i + " AS " + FITTED + ")") + " AS p" + i);
        return Stream.of(counts, fitted, values).flatMap(columns -> columns);
    }

    /** Engines differ in what {@code count_if} is of no value at all. */
    private static String countIf(String condition) {
        return "count(CASE WHEN " + condition + " THEN 1 END)";
    }

    /** The sum over episodes with a value; a case is much faster here than a filter. */
    private static String known(int indicator, String value) {
        return sum("CASE WHEN y" + indicator + " IS NOT NULL THEN " + value + " END");
    }
}
