// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.Cap;
import nl.waardeketen.analytics.Expression;
import nl.waardeketen.analytics.ExpressionReader;
import nl.waardeketen.analytics.FactIndicator;
import nl.waardeketen.analytics.FactPlan;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.analytics.Variable;

/** What an engine counts for the indicators of an outcome set. */
public final class IndicatorFacts {
    /** Durations and costs are cut at this quantile, so that one patient does not decide about a hospital. */
    private static final double CAP_OF_AMOUNTS = 0.99;

    private final Map<String, Variable> variables;
    private final Map<String, FactIndicator> facts = new HashMap<>();
    private final ExpressionReader expressions;

    private IndicatorFacts(OutcomeSet set, ExpressionReader expressions) {
        this.variables = set.variables().stream().collect(Collectors.toMap(Variable::code, variable -> variable));
        this.expressions = expressions;
    }

    /** What is counted for the indicators and subgroups of the set, in its order. */
    public static FactPlan plan(OutcomeSet set, Period reference) {
        try (var expressions = new ExpressionReader()) {
            var reading = new IndicatorFacts(set, expressions);
            return new FactPlan(
                    set.indicators().stream()
                            .map(indicator -> reading.read(set, indicator))
                            .toList(),
                    set.subgroups().stream()
                            .map(subgroup -> reading.expression(subgroup.condition()))
                            .toList(),
                    reference);
        }
    }

    private FactIndicator read(OutcomeSet set, Indicator indicator) {
        var fact = new FactIndicator(
                indicator.parts().isEmpty() ? expression(indicator.population()) : populationOfParts(indicator),
                indicator.parts().isEmpty() ? expression(indicator.measure()) : desiredInAllParts(set, indicator),
                set.variable(indicator.periodDate()).orElseThrow(),
                indicator.caseMix(),
                indicator.kind().isAmount() ? Cap.quantile(CAP_OF_AMOUNTS) : null);
        facts.put(indicator.code(), fact);
        return fact;
    }

    private Expression expression(String text) {
        try {
            return expressions.read(text, variables);
        } catch (ExpressionReader.Unusable e) {
            throw new IllegalStateException("an expression that was read before cannot be read: " + text, e);
        }
    }

    private Expression populationOfParts(Indicator composite) {
        return all(
                composite.parts().stream().map(part -> fact(part).population()).toList());
    }

    private Expression desiredInAllParts(OutcomeSet set, Indicator composite) {
        return all(composite.parts().stream()
                .map(part -> {
                    var measure = fact(part).measure();
                    boolean higher = set.indicator(part).orElseThrow().better() == Indicator.Better.HIGHER;
                    return higher
                            ? measure
                            : new Expression("(NOT " + measure.sql() + ")", measure.kind(), measure.variables());
                })
                .toList());
    }

    private FactIndicator fact(String code) {
        var fact = facts.get(code);
        if (fact == null) {
            throw new IllegalStateException(code + " stands below the composite it is a part of");
        }
        return fact;
    }

    /** SQL's AND: false as soon as one is false, else unknown as soon as one is unknown. */
    private static Expression all(List<Expression> conditions) {
        var used = new HashSet<String>();
        conditions.forEach(condition -> used.addAll(condition.variables()));
        var sql = conditions.stream().map(Expression::sql).collect(Collectors.joining(" AND ", "(", ")"));
        return new Expression(sql, Expression.Kind.CONDITION, used);
    }
}
