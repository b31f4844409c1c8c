// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether what names patients is of the stage that the sender said: identifiers, or first stages of pseudonyms. */
final class StageCheck {
    private static final SqlFile SIZES = SqlFile.named("delivery/first_stage_sizes");

    private StageCheck() {}

    /** Looks at the patients of the table {@code staged}. */
    static Optional<Problem> of(Extract extract, DeliveryPlan plan) {
        var sizes = extract.engine().numbers(SIZES, Map.of());
        long first = Math.round(sizes.column("first_stage")[0]);
        long other = Math.round(sizes.column("other")[0]);
        if (plan.patients() == Stage.FIRST_STAGE && other > 0) {
            return Optional.of(problem(
                    extract,
                    plan,
                    sizes.column("other_record")[0],
                    "patient.not-first-stage",
                    "the patient is not given as the first stage of a pseudonym, 64 hexadecimal digits (" + other
                            + " rows); nothing has landed",
                    "make the whole file with waardeketen pseudonymise"));
        }
        if (plan.patients() == Stage.IDENTIFIERS && first > 0) {
            return Optional.of(problem(
                    extract,
                    plan,
                    sizes.column("first_stage_record")[0],
                    "patient.first-stage",
                    "this is no identifier but the first stage of a pseudonym (" + first + " rows); nothing has landed",
                    "say so in the mapping, patient: {column: …, stage: first}, or in the package"));
        }
        return Optional.empty();
    }

    private static Problem problem(
            Extract extract, DeliveryPlan plan, double record, String rule, String text, String remedy) {
        try {
            long line =
                    extract.file().linesOfRecords(List.of(Math.round(record))).get(0);
            var column = plan.patient() instanceof DeliveryPlan.FromColumn from ? from.column() : "patient";
            return new Problem(extract.file().name(), line, column, "", rule, text, remedy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
