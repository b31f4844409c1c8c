// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.waardeketen.analytics.TableDefinition;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.shared.Words;

/**
 * What is recorded and compared of a patient group.
 *
 * @param code the patient group
 * @param conditions codes that define the group, per coding system
 * @param episode the table of its episodes, whose variables are those of the set
 * @param rules what must hold within delivered rows, of any table
 * @param limits how much of a delivery may be out of the ordinary
 * @param subgroups for which results are also given apart
 * @param text the document it was read from
 */
public record OutcomeSet(
        String code,
        String version,
        Words title,
        Disclosure disclosure,
        Resolution resolution,
        Map<String, List<String>> conditions,
        DeliveryTable episode,
        List<Rule> rules,
        Limits limits,
        List<Subgroup> subgroups,
        List<Indicator> indicators,
        String text) {

    public OutcomeSet {
        conditions = Map.copyOf(conditions);
        rules = List.copyOf(rules);
        subgroups = List.copyOf(subgroups);
        indicators = List.copyOf(indicators);
    }

    /** Variables of the episodes, in the order of the document. */
    public List<Variable> variables() {
        return episode.plain();
    }

    public Optional<Variable> variable(String name) {
        return described(name).map(DescribedVariable::variable);
    }

    /** The table of its episodes, as the engine knows it. */
    public TableDefinition episodes() {
        return episode.definition();
    }

    /** A variable of the episodes with its meaning to people. */
    public Optional<DescribedVariable> described(String name) {
        return episode.variable(name);
    }

    public Optional<Indicator> indicator(String name) {
        return indicators.stream()
                .filter(indicator -> indicator.code().equals(name))
                .findFirst();
    }

    public Optional<Subgroup> subgroup(String name) {
        return subgroups.stream()
                .filter(subgroup -> subgroup.code().equals(name))
                .findFirst();
    }

    /** Who may see results by name. */
    public enum Disclosure {
        /** Those whom an organisation agreed to be seen by. */
        CONTROLLED,
        /** Everybody, as the data are public already. */
        PUBLIC
    }

    /** How finely the dates of the data tell time. */
    public enum Resolution {
        QUARTER,
        YEAR
    }
}
