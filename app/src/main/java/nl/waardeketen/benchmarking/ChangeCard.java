// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/** Why the value of an organisation differs from that of the release before, in parts that add up. */
record ChangeCard(Phrase then, String before, List<Part> parts, Phrase now, String after) {

    /**
     * One cause.
     *
     * @param difference with its sign
     * @param note {@code null} where there is nothing to add
     */
    record Part(String key, String difference, @Nullable Phrase note) {}

    /** Of the own organisation only; {@code null} without a release before, or for another period or a subgroup. */
    static @Nullable ChangeCard of(Selection selection, Quantity quantity, List<Change> changes) {
        if (!selection.perspective().own()
                || !selection.subgroup().isEmpty()
                || !selection.period().equals(selection.release().current())) {
            return null;
        }
        return changes.stream()
                .filter(change -> selection.perspective().is(change.organisation()))
                .findFirst()
                .map(change -> of(selection, quantity, change))
                .orElse(null);
    }

    private static ChangeCard of(Selection selection, Quantity quantity, Change change) {
        var numbers = selection.numbers();
        boolean moved = !change.from().equals(change.to());
        return new ChangeCard(
                PeriodWords.of(change.from()),
                quantity.text(change.before()),
                List.of(
                        new Part(
                                "change.late",
                                quantity.difference(change.late()),
                                Phrase.of(
                                        "change.late.note",
                                        numbers.count((double) change.patientsBefore()),
                                        numbers.count((double) change.patientsCorrected()))),
                        new Part(
                                "change.patients",
                                quantity.difference(change.patients()),
                                moved
                                        ? Phrase.of(
                                                "change.patients.note",
                                                numbers.count((double) change.patientsCorrected()),
                                                numbers.count((double) change.patientsAfter()))
                                        : Phrase.of("change.patients.same")),
                        new Part(
                                "change.definition",
                                quantity.difference(change.definition()),
                                change.definition() == 0 ? Phrase.of("change.definition.same") : null),
                        new Part("change.model", quantity.difference(change.model()), Phrase.of("change.model.note"))),
                PeriodWords.of(change.to()),
                quantity.text(change.after()));
    }
}
