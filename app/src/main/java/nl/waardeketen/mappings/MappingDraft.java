// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mapping as it is being made; what is wrong with it is found when it is read as every mapping is.
 *
 * @param group patient group
 * @param organisation code of the organisation that delivers
 * @param organisationColumn column with the organisation of each row; empty where all rows are of the sender
 * @param firstStage whether patients are pseudonyms of the first stage already
 */
record MappingDraft(
        String group, String organisation, String organisationColumn, boolean firstStage, List<Table> tables) {
    MappingDraft {
        tables = List.copyOf(tables);
    }

    /**
     * How a file becomes a table.
     *
     * @param code empty for a file that is not used
     * @param patient column with the identifiers
     * @param variables by code; those that are not delivered are not in it
     */
    record Table(String code, String file, String sheet, String patient, Map<String, Made> variables) {
        Table {
            variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        }

        Table with(Map<String, Made> changed) {
            return new Table(code, file, sheet, patient, changed);
        }

        Table withPatient(String column) {
            return new Table(code, file, sheet, column, variables);
        }
    }

    /** How a value is made. */
    enum Way {
        COLUMN,
        CONSTANT,
        EXPRESSION
    }

    /**
     * How a variable is made; texts are empty for what is not said.
     *
     * @param source the column, the constant or the expression
     * @param inputs of an expression, one line for each column: {@code name: date}
     * @param codes by what the file writes; empty for a value that is not mapped
     * @param others the code of all other values; empty to leave them as they are
     */
    record Made(
            Way way,
            String source,
            String inputs,
            String date,
            String unit,
            String factor,
            Map<String, String> codes,
            String others) {
        /** What stands for a value that is not there. */
        static final String MISSING = "~";

        Made {
            codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        }

        static Made column(String column) {
            return new Made(Way.COLUMN, column, "", "", "", "", Map.of(), "");
        }

        Made withSource(String column) {
            return new Made(way, column, inputs, date, unit, factor, codes, others);
        }

        Made withDate(String form) {
            return new Made(way, source, inputs, form, unit, factor, codes, others);
        }

        Made withCodes(Map<String, String> changed) {
            return new Made(way, source, inputs, date, unit, factor, changed, others);
        }
    }
}
