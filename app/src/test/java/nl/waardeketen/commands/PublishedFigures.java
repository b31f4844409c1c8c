// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import nl.waardeketen.commands.Answer.Part;
import nl.waardeketen.commands.ReferenceData.Row;

/**
 * Figures per unit that were computed elsewhere, to compare an answer with.
 *
 * @param unit name of the column that holds the unit
 */
record PublishedFigures(List<Row> rows, String unit, double tolerance) {

    /** Every unit of the answer has the figure of this column, and there are no other units. */
    void holdFor(Answer answer, String figure, String column) {
        holdFor(answer, part -> part.number(figure), column);
    }

    void holdFor(Answer answer, ToDoubleFunction<Part> figure, String column) {
        assertThat(answer.unitNames())
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(row -> row.text(unit)).toList());
        for (var row : rows) {
            assertThat(figure.applyAsDouble(answer.unit(row.text(unit))))
                    .as("%s of %s", column, row.text(unit))
                    .isCloseTo(row.number(column), within(tolerance));
        }
    }

    /** Units of which this column is 1. */
    List<String> marked(String column) {
        return rows.stream()
                .filter(row -> row.number(column) == 1)
                .map(row -> row.text(unit))
                .sorted()
                .toList();
    }
}
