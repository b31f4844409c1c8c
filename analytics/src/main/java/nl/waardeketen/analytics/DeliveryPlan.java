// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the columns of a file become the variables of an outcome set.
 *
 * @param organisation where the organisation of a row stands
 * @param patient where its patient identifier stands
 * @param columns one for each variable that is delivered
 * @param patients what stands where a patient is named
 */
public record DeliveryPlan(Source organisation, Source patient, List<Column> columns, Stage patients) {
    /** Names that a variable cannot have, because questions use them for something else. */
    private static final Set<String> RESERVED = Set.of(
            "organisation",
            "unit",
            "unit_code",
            "subgroups",
            "patient",
            "record",
            "pseudonym",
            "reasons",
            "rule",
            "value",
            "variable",
            "code",
            "rate");

    private static final Pattern RESERVED_FORM = Pattern.compile("t_.*|(c|p|q|x|y|code|pattern)[0-9]+");

    /** With identifiers. */
    public DeliveryPlan(Source organisation, Source patient, List<Column> columns) {
        this(organisation, patient, columns, Stage.IDENTIFIERS);
    }

    public DeliveryPlan {
        columns = List.copyOf(columns);
        for (var column : columns) {
            var code = column.variable().code();
            if (!code.matches("[a-z][a-z0-9_]*") || isReserved(code)) {
                throw new IllegalArgumentException("not a name for a variable: " + code);
            }
        }
    }

    /** Whether a variable cannot have this name, because questions use it for something else. */
    public static boolean isReserved(String name) {
        return RESERVED.contains(name) || RESERVED_FORM.matcher(name).matches();
    }

    /** Where a value comes from. */
    public sealed interface Source {}

    /** A column of the file, by the name in its header. */
    public record FromColumn(String column) implements Source {}

    /** The same value for every row. */
    public record Constant(String value) implements Source {}

    /**
     * One variable.
     *
     * @param codes what the file writes for each of some codes of the variable: file's text to code
     */
    public record Column(Variable variable, Source source, Map<String, String> codes) {
        public Column {
            codes = Map.copyOf(codes);
        }
    }

    /** The columns of the file that it needs, each once. */
    List<String> fileColumns() {
        var names = new ArrayList<String>();
        var sources = new ArrayList<>(List.of(organisation, patient));
        columns.forEach(column -> sources.add(column.source()));
        for (var source : sources) {
            if (source instanceof FromColumn from && !names.contains(from.column())) {
                names.add(from.column());
            }
        }
        return List.copyOf(names);
    }

    List<Variable> variables() {
        return columns.stream().map(Column::variable).toList();
    }
}
