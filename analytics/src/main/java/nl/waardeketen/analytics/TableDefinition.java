// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;

/**
 * A table of the lake.
 *
 * @param code lower-case word, its name: {@code patient}, {@code episode}, {@code activity} …
 * @param variables its columns beside organisation and patient
 * @param key variables that with organisation and patient make a row unique; {@link #PATIENT} alone for one row a patient;
 *     empty when rows need not be unique
 */
public record TableDefinition(String code, List<Variable> variables, List<String> key) {
    /** The patient, where it stands among the variables of a key. */
    public static final String PATIENT = "patient";

    /** The table of care episodes, on which others lean. */
    public static final String EPISODE = "episode";

    public TableDefinition {
        variables = List.copyOf(variables);
        key = List.copyOf(key);
        if (!code.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a name for a table: " + code);
        }
        var names = variables.stream().map(Variable::code).toList();
        for (var part : key) {
            if (!part.equals(PATIENT) && !names.contains(part)) {
                throw new IllegalArgumentException(
                        "the key of " + code + " has " + part + ", which is no variable of it");
            }
        }
    }
}
