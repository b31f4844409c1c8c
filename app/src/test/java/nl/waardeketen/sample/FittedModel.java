// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.waardeketen.statistics.CaseMixColumn;
import nl.waardeketen.statistics.CaseMixColumn.Factor;
import nl.waardeketen.statistics.CaseMixColumn.Form;
import nl.waardeketen.statistics.CaseMixColumn.Numeric;
import nl.waardeketen.statistics.CaseMixModel;
import nl.waardeketen.statistics.Coefficient;
import nl.waardeketen.statistics.Kind;
import nl.waardeketen.statistics.Patterns;
import org.jspecify.annotations.Nullable;

/** Our own regression on the rows of an indicator, with the hospital as a term: what the truth can be held against. */
record FittedModel(CaseMixModel model) {
    private static final Map<String, String> CIRCUMSTANCES = Map.of(
            "winter", "month(admission) IN (12, 1, 2)",
            "weekend", "dayofweek(admission) IN (5, 6)",
            "evening", "hour(arrival) >= 17");

    /** Rows with all values; factors are those that the names of the coefficients tell. */
    static FittedModel of(Kind kind, OutcomeSet.Entry indicator, List<String> coefficients, Episodes episodes)
            throws SQLException {
        var terms = coefficients.stream()
                .map(name -> name.replaceAll("=.*", ""))
                .filter(name -> !name.startsWith("(") && !name.startsWith("age"))
                .distinct()
                .toList();
        var sql = Stream.concat(Stream.of("age", "organisation"), terms.stream())
                        .map(term ->
                                "CAST(" + CIRCUMSTANCES.getOrDefault(term, term) + " AS VARCHAR) AS \"" + term + "\"")
                        .collect(Collectors.joining(
                                ", ", "SELECT CAST(" + indicator.measure() + " AS DOUBLE) AS measure, ", ""))
                + " FROM episode WHERE " + indicator.text("population");
        var rows = episodes.rows(sql, terms.size() + 3).stream()
                .filter(row -> row.stream().allMatch(Objects::nonNull))
                .toList();
        var columns = new ArrayList<CaseMixColumn>();
        columns.add(new Numeric("age", Form.QUADRATIC, numbers(rows, 1)));
        columns.add(factor("organisation", rows, 2));
        for (int i = 0; i < terms.size(); i++) {
            boolean isFactor = coefficients.contains(terms.get(i) + "=2");
            columns.add(
                    isFactor
                            ? factor(terms.get(i), rows, i + 3)
                            : new Numeric(terms.get(i), Form.LINEAR, numbers(rows, i + 3)));
        }
        return fit(kind, columns, numbers(rows, 0));
    }

    private static FittedModel fit(Kind kind, List<CaseMixColumn> columns, double[] outcome) {
        var ones = new double[outcome.length];
        Arrays.fill(ones, 1);
        var squares = Arrays.stream(outcome).map(value -> value * value).toArray();
        return new FittedModel(CaseMixModel.fit(kind, new Patterns(columns, ones, ones, outcome, squares))
                .model());
    }

    Coefficient coefficient(String name) {
        return model.coefficients().stream()
                .filter(coefficient -> coefficient.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no coefficient " + name));
    }

    /** Standard errors between the estimate and the truth. */
    double distance(String name, double truth) {
        var coefficient = coefficient(name);
        return (coefficient.estimate() - truth) / coefficient.standardError();
    }

    private static double[] numbers(List<List<@Nullable String>> rows, int column) {
        return rows.stream().mapToDouble(row -> number(text(row, column))).toArray();
    }

    private static double number(String text) {
        return switch (text) {
            case "true" -> 1;
            case "false" -> 0;
            default -> Double.parseDouble(text);
        };
    }

    private static Factor factor(String name, List<List<@Nullable String>> rows, int column) {
        var levels = rows.stream().map(row -> text(row, column)).distinct().toList();
        var codes =
                rows.stream().mapToInt(row -> levels.indexOf(text(row, column))).toArray();
        return Factor.of(name, new ArrayList<@Nullable String>(levels), codes);
    }

    private static String text(List<@Nullable String> row, int column) {
        return Objects.requireNonNull(row.get(column));
    }
}
