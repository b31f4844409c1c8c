// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;

/**
 * A table of a delivery.
 *
 * @param key variables that with organisation and patient make a row unique; empty when rows need not be unique
 */
public record TableDefinition(String code, List<Variable> variables, List<String> key) {
    public TableDefinition {
        variables = List.copyOf(variables);
        key = List.copyOf(key);
    }
}
