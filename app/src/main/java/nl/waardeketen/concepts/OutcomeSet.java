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
 * @param titles of the variables, by code
 * @param categories titles of the categories, by variable and code
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
        List<Variable> variables,
        Map<String, Words> titles,
        Map<String, Map<String, Words>> categories,
        List<Subgroup> subgroups,
        List<Indicator> indicators,
        String text) {

    public OutcomeSet {
        conditions = Map.copyOf(conditions);
        variables = List.copyOf(variables);
        titles = Map.copyOf(titles);
        categories = Map.copyOf(categories);
        subgroups = List.copyOf(subgroups);
        indicators = List.copyOf(indicators);
    }

    /** Its episodes as a table: one row per patient and date to which an indicator counts it. */
    public TableDefinition episodes() {
        var dates = indicators.stream()
                .map(Indicator::periodDate)
                .distinct()
                .sorted()
                .toList();
        return new TableDefinition(TableDefinition.EPISODE, variables, dates);
    }

    public Optional<Variable> variable(String name) {
        return variables.stream()
                .filter(variable -> variable.code().equals(name))
                .findFirst();
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
