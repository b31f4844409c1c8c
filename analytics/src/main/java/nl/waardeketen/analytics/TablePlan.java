// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.waardeketen.analytics.DeliveryPlan.Column;
import nl.waardeketen.analytics.DeliveryPlan.Constant;
import nl.waardeketen.analytics.DeliveryPlan.Source;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a file become the variables of a table.
 *
 * @param file the file
 * @param name how to call it in problems
 * @param part sheet of a workbook or entry of a zip file; {@code null} for the only one
 * @param organisation where the organisation of a row stands
 * @param patient where its patient identifier stands
 * @param columns one for each variable that is delivered
 */
public record TablePlan(
        TableDefinition table,
        Path file,
        String name,
        @Nullable String part,
        Source organisation,
        Source patient,
        List<Column> columns) {

    public TablePlan {
        columns = List.copyOf(columns);
        if (patient instanceof Constant) {
            throw new IllegalArgumentException("every row has its own patient");
        }
        for (var column : columns) {
            var code = column.variable().code();
            if (!code.matches("[a-z][a-z0-9_]*") || DeliveryPlan.isReserved(code)) {
                throw new IllegalArgumentException("not a name for a variable: " + code);
            }
        }
    }

    /** The columns of the file that it needs, each once. */
    List<String> fileColumns() {
        return Stream.concat(Stream.of(organisation, patient), columns.stream().map(Column::source))
                .flatMap(source -> source.fileColumns().stream())
                .distinct()
                .toList();
    }

    /** Whether all rows are of the organisation that the plan names. */
    boolean hasOneOrganisation() {
        return organisation instanceof Constant;
    }

    /** The variables that are delivered. */
    public List<Variable> variables() {
        return columns.stream().map(Column::variable).toList();
    }
}
