// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.util.List;
import java.util.UUID;
import nl.waardeketen.uploads.Upload.State;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;
import nl.waardeketen.web.Viewer;

/**
 * Deliveries of the viewer's organisation: what is due, what is on its way and what was delivered.
 *
 * @param answer in a sentence
 * @param open uploads of the viewer that are not complete
 * @param waiting how many wait for a decision
 */
record DeliveriesPage(
        Phrase answer,
        List<DueRow> due,
        List<OpenUpload> open,
        List<Template> templates,
        List<HistoryRow> history,
        long waiting) {

    DeliveriesPage {
        due = List.copyOf(due);
        open = List.copyOf(open);
        templates = List.copyOf(templates);
        history = List.copyOf(history);
    }

    /** An upload that was cut off: whoever chooses the same files again goes on where it stopped. */
    record OpenUpload(UUID id, String names, Phrase progress, List<UploadedFile> files) {}

    /** A patient group of which a template can be had. */
    record Template(String code, String title, String version) {}

    static DeliveriesPage of(
            Viewer viewer,
            List<DueRow> due,
            List<Upload> uploads,
            List<Template> templates,
            List<HistoryRow> history,
            Numbers numbers) {
        long waiting = uploads.stream()
                .filter(upload -> upload.state() == State.WAITING)
                .count();
        var open = uploads.stream()
                .filter(upload ->
                        upload.state() == State.RECEIVING && upload.account().equals(viewer.account()))
                .map(upload -> new OpenUpload(
                        upload.id(),
                        String.join(
                                ", ",
                                upload.files().stream().map(UploadedFile::name).toList()),
                        Phrase.of(
                                "upload.there",
                                numbers.decimal(upload.received() / 1e6, 1),
                                numbers.decimal(upload.size() / 1e6, 1)),
                        upload.files()))
                .toList();
        return new DeliveriesPage(answer(due, waiting, numbers), due, open, templates, history, waiting);
    }

    private static Phrase answer(List<DueRow> due, long waiting, Numbers numbers) {
        long late = due.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.standing() == DueRow.Standing.LATE)
                .count();
        if (waiting > 0) {
            return Phrase.of(
                    waiting == 1 ? "deliveries.waiting.one" : "deliveries.waiting", numbers.count((double) waiting));
        }
        if (late > 0) {
            return Phrase.of(late == 1 ? "deliveries.late.one" : "deliveries.late", numbers.count((double) late));
        }
        return Phrase.of(due.isEmpty() ? "deliveries.none" : "deliveries.up-to-date");
    }
}
