// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.waardeketen.statistics.CaseMixColumn;
import nl.waardeketen.statistics.Patterns;
import org.jspecify.annotations.Nullable;

/** The case-mix patterns of one set of variables, with the sums of its indicators. */
record PatternTable(List<CaseMixColumn> columns, NumberTable sums) {

    private record Text(String text) {}

    static PatternTable read(Engine engine, FactQueries queries, FactSums sums, int set) {
        var names = new ArrayList<String>();
        for (int indicator : queries.indicatorsOf(set)) {
            names.addAll(sums.sumNames(indicator));
        }
        var columns = queries.sets().get(set).stream()
                .map(term -> column(engine, queries, sums, set, term))
                .toList();
        return new PatternTable(columns, engine.numbers(sums.ofPatterns(set, names), Map.of()));
    }

    private static CaseMixColumn column(Engine engine, FactQueries queries, FactSums sums, int set, CaseMixTerm term) {
        var variable = term.variable();
        if (term.form() == CaseMixTerm.Form.FACTOR) {
            var texts = engine.query(sums.texts(set, variable), Map.of(), Text.class);
            return factor(variable.code(), texts);
        }
        var numbers = engine.numbers(sums.ofPatterns(set, List.of(queries.column(variable))), Map.of());
        return new CaseMixColumn.Numeric(variable.code(), form(term.form()), numbers.columns()[0]);
    }

    private static CaseMixColumn factor(String name, List<Text> texts) {
        var dictionary = new ArrayList<@Nullable String>();
        var numbers = new HashMap<String, Integer>();
        var codes = texts.stream()
                .mapToInt(text -> numbers.computeIfAbsent(text.text(), added -> {
                    dictionary.add(added.isEmpty() ? null : added);
                    return numbers.size();
                }))
                .toArray();
        return CaseMixColumn.Factor.of(name, dictionary, codes);
    }

    private static CaseMixColumn.Form form(CaseMixTerm.Form form) {
        return switch (form) {
            case QUADRATIC -> CaseMixColumn.Form.QUADRATIC;
            case SPLINE -> CaseMixColumn.Form.SPLINE;
            case LINEAR, FACTOR -> CaseMixColumn.Form.LINEAR;
        };
    }

    /** The patterns of one indicator, those without any episode left out. */
    IndicatorPatterns of(int indicator) {
        var n = sums.column("n" + indicator);
        var events = sums.column("o" + indicator);
        var squares = sums.names().contains("s" + indicator) ? sums.column("s" + indicator) : events;
        var codes = IntStream.range(0, n.length).filter(code -> n[code] > 0).toArray();
        boolean all = codes.length == n.length;
        var counted = all ? n : select(n, codes);
        var patterns = new Patterns(
                all
                        ? columns
                        : columns.stream().map(column -> only(column, codes)).toList(),
                counted,
                counted,
                all ? events : select(events, codes),
                all ? squares : select(squares, codes));
        return new IndicatorPatterns(patterns, codes, n.length);
    }

    private static double[] select(double[] values, int[] codes) {
        return Arrays.stream(codes).mapToDouble(code -> values[code]).toArray();
    }

    /** The variable in some patterns; levels of a factor that do not occur there are gone. */
    private static CaseMixColumn only(CaseMixColumn column, int[] codes) {
        if (column.select(codes) instanceof CaseMixColumn.Factor factor) {
            var levels = factor.levels();
            var occurring = Arrays.stream(factor.codes()).distinct().sorted().toArray();
            var dictionary = new ArrayList<@Nullable String>();
            var number = new int[levels.size()];
            for (int level : occurring) {
                number[level] = dictionary.size();
                var text = levels.get(level);
                dictionary.add(text.equals(CaseMixColumn.UNKNOWN) ? null : text);
            }
            var renumbered =
                    Arrays.stream(factor.codes()).map(code -> number[code]).toArray();
            return CaseMixColumn.Factor.of(factor.name(), dictionary, renumbered);
        }
        return column.select(codes);
    }
}
