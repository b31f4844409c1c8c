// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import nl.waardeketen.analytics.CaseMixTerm.Form;
import nl.waardeketen.analytics.ExpressionReader.Unusable;

/** Asks an engine all that a release asks: every kind of indicator, every form of case mix. */
final class ComparedFacts {
    private ComparedFacts() {}

    static List<FactIndicator> indicators(ExpressionReader reader) {
        var age = term("age", Form.SPLINE);
        var sex = term("sex", Form.FACTOR);
        return List.of(
                indicator(reader, "admission is not null", "died", "admission", age, sex),
                indicator(reader, "age >= 65", "delirium or died", "admission", age, sex),
                indicator(
                        reader,
                        "true",
                        "days_between(admission, discharge)",
                        "admission",
                        term("weight", Form.LINEAR),
                        sex),
                indicator(
                        reader,
                        "sex = '1'",
                        "falls",
                        "discharge",
                        term("delirium", Form.FACTOR),
                        term("age", Form.FACTOR)),
                indicator(reader, "died or not died", "minutes_between(arrival, surgery) / 60", "arrival"),
                indicator(reader, "surgery > arrival", "minutes_between(arrival, surgery) <= 1440", "surgery"),
                indicator(reader, "age > 200", "died", "admission", age, sex));
    }

    private static CaseMixTerm term(String variable, Form form) {
        return new CaseMixTerm(MadeUpLake.variable(variable), form);
    }

    private static FactIndicator indicator(
            ExpressionReader reader, String population, String measure, String date, CaseMixTerm... terms) {
        try {
            var read = reader.read(measure, MadeUpLake.VARIABLES);
            return new FactIndicator(
                    reader.read(population, MadeUpLake.VARIABLES),
                    read,
                    MadeUpLake.variable(date),
                    List.of(terms),
                    read.kind() == Expression.Kind.NUMBER && date.equals("admission") ? Cap.quantile(0.9) : null);
        } catch (Unusable e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
    }

    static FactPlan plan(ExpressionReader reader) {
        try {
            var subgroups = List.of(
                    reader.read("age >= 80", MadeUpLake.VARIABLES), reader.read("delirium", MadeUpLake.VARIABLES));
            return new FactPlan(
                    indicators(reader), subgroups, Period.parse("2024..2025").orElseThrow());
        } catch (Unusable e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
    }

    /** How many sums per unit, quarter and set of subgroups there are of each indicator. */
    static List<Integer> askAll(Engine engine, List<Path> lake, ExpressionReader reader) {
        var facts = Facts.of(engine, lake, plan(reader));
        facts.episodes();
        facts.cuts();
        return ask(facts, plan(reader).indicators().size());
    }

    /** Asks the sums of all indicators, given fitted values that differ from pattern to pattern; how many there are. */
    static List<Integer> ask(Facts facts, int indicators) {
        var rates = IntStream.range(0, indicators)
                .mapToObj(facts::patterns)
                .map(patterns -> patterns.spread(rates(patterns)))
                .toList();
        return facts.sums(rates).stream().map(List::size).toList();
    }

    private static double[] rates(IndicatorPatterns patterns) {
        return IntStream.range(0, patterns.codes().length)
                .mapToDouble(code -> 1 / (3.0 + code % 11))
                .toArray();
    }
}
