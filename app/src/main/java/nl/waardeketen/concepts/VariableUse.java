// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.waardeketen.analytics.FactIndicator;
import nl.waardeketen.analytics.FactPlan;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.analytics.Variable;

/**
 * What a variable of the episodes is registered for: the codes of all that uses it. A composite uses what its parts use.
 *
 * @param population indicators that decide with it who counts
 * @param measure indicators whose numerator or value it is part of
 * @param periodDate indicators to which it tells the period
 * @param caseMix indicators that are adjusted for it
 * @param subgroups that are cut by it
 * @param rules that judge deliveries by it, which alone is no reason to register it
 */
public record VariableUse(
        Variable variable,
        List<String> population,
        List<String> measure,
        List<String> periodDate,
        List<String> caseMix,
        List<String> subgroups,
        List<String> rules) {

    public VariableUse {
        population = List.copyOf(population);
        measure = List.copyOf(measure);
        periodDate = List.copyOf(periodDate);
        caseMix = List.copyOf(caseMix);
        subgroups = List.copyOf(subgroups);
        rules = List.copyOf(rules);
    }

    /** The use of every variable of the set, in its order. */
    public static List<VariableUse> of(OutcomeSet set) {
        // What an indicator uses does not depend on the period.
        var plan = IndicatorFacts.plan(set, Period.year(2000));
        return set.variables().stream().map(variable -> of(variable, set, plan)).toList();
    }

    private static VariableUse of(Variable variable, OutcomeSet set, FactPlan plan) {
        var code = variable.code();
        return new VariableUse(
                variable,
                indicators(set, plan, fact -> fact.population().variables().contains(code)),
                indicators(set, plan, fact -> fact.measure().variables().contains(code)),
                indicators(set, plan, fact -> fact.periodDate().code().equals(code)),
                indicators(
                        set,
                        plan,
                        fact -> fact.caseMix().stream()
                                .anyMatch(term -> term.variable().code().equals(code))),
                subgroups(set, plan, code),
                rules(set, code));
    }

    private static List<String> indicators(OutcomeSet set, FactPlan plan, Predicate<FactIndicator> uses) {
        return IntStream.range(0, plan.indicators().size())
                .filter(i -> uses.test(plan.indicators().get(i)))
                .mapToObj(i -> set.indicators().get(i).code())
                .toList();
    }

    private static List<String> subgroups(OutcomeSet set, FactPlan plan, String code) {
        return IntStream.range(0, plan.subgroups().size())
                .filter(i -> plan.subgroups().get(i).variables().contains(code))
                .mapToObj(i -> set.subgroups().get(i).code())
                .toList();
    }

    private static List<String> rules(OutcomeSet set, String code) {
        return set.rules().stream()
                .filter(rule -> rule.table().equals(DeliveryTable.EPISODE))
                .filter(rule -> rule.holds().variables().contains(code))
                .map(Rule::code)
                .toList();
    }

    /** Codes of the indicators that use it in any way. */
    public Set<String> indicators() {
        var codes = new TreeSet<String>();
        List.of(population, measure, periodDate, caseMix).forEach(codes::addAll);
        return codes;
    }

    /** Whether no indicator and no subgroup would change without it. */
    public boolean isUnused() {
        return indicators().isEmpty() && subgroups.isEmpty();
    }
}
