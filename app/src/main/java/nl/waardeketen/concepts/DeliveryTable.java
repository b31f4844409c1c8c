// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import java.util.List;
import java.util.Optional;
import nl.waardeketen.analytics.TableDefinition;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.shared.Words;

/**
 * A table that an organisation can deliver; every row also has a patient.
 *
 * @param key variables that with organisation and patient tell rows apart; {@code patient} where a patient has one row; empty
 *     when rows need not differ
 * @param rules what must hold within its rows
 */
public record DeliveryTable(
        String code,
        Words title,
        Words meaning,
        List<DescribedVariable> variables,
        List<String> key,
        List<Rule> rules) {
    /** The table of which a release makes facts, and that every delivery has. */
    public static final String EPISODE = TableDefinition.EPISODE;

    /** The column with the identifier or pseudonym of the patient, and the key of a table with one row for each. */
    public static final String PATIENT = TableDefinition.PATIENT;

    public DeliveryTable {
        variables = List.copyOf(variables);
        key = List.copyOf(key);
        rules = List.copyOf(rules);
    }

    public Optional<DescribedVariable> variable(String name) {
        return variables.stream()
                .filter(variable -> variable.code().equals(name))
                .findFirst();
    }

    /** What the engine has to know of it. */
    public TableDefinition definition() {
        return new TableDefinition(code, plain(), key);
    }

    List<Variable> plain() {
        return variables.stream().map(DescribedVariable::variable).toList();
    }
}
