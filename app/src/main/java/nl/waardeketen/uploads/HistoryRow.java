// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waardeketen.deliveries.Delivery;
import nl.waardeketen.uploads.Upload.State;
import nl.waardeketen.web.Dates;
import nl.waardeketen.web.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A delivery of the organisation, or what is to become one.
 *
 * @param id of the upload, or of the delivery that came another way
 * @param state key of its words in the bundles
 * @param group title of the patient group, or empty
 * @param who brought it; {@code null} for one that came over the command line
 */
record HistoryRow(
        UUID id,
        Instant at,
        String day,
        String files,
        String group,
        String rows,
        String quarantined,
        String state,
        @Nullable String who) {

    /** All of them, newest first. */
    static List<HistoryRow> of(
            List<Upload> uploads,
            List<Delivery> deliveries,
            Set<UUID> withdrawn,
            Map<String, String> titles,
            Locale locale) {
        var rows = new ArrayList<HistoryRow>();
        var byId = deliveries.stream().collect(Collectors.toMap(Delivery::id, each -> each));
        var numbers = Numbers.in(locale);
        var dates = Dates.in(locale);
        var uploaded = uploads.stream().map(Upload::delivery).collect(Collectors.toSet());
        for (var upload : uploads) {
            var delivery = upload.delivery() == null ? null : byId.get(upload.delivery());
            if (upload.state() != State.RECEIVING) {
                rows.add(new HistoryRow(
                        upload.id(),
                        upload.startedAt(),
                        dates.moment(upload.startedAt()),
                        names(upload),
                        titles.getOrDefault(upload.outcomeSet() == null ? "" : upload.outcomeSet(), ""),
                        delivery == null ? Numbers.NONE : numbers.count((double) delivery.rows()),
                        delivery == null ? Numbers.NONE : numbers.count((double) delivery.quarantined()),
                        "history."
                                + (delivery == null ? upload.state().name() : ended(delivery, deliveries, withdrawn)),
                        upload.accountName()));
            }
        }
        deliveries.stream()
                .filter(delivery -> !uploaded.contains(delivery.id()))
                .forEach(delivery -> rows.add(new HistoryRow(
                        delivery.id(),
                        delivery.receivedAt(),
                        dates.moment(delivery.receivedAt()),
                        delivery.sourceName(),
                        titles.getOrDefault(delivery.outcomeSet(), delivery.outcomeSet()),
                        numbers.count((double) delivery.rows()),
                        numbers.count((double) delivery.quarantined()),
                        "history." + ended(delivery, deliveries, withdrawn),
                        null)));
        rows.sort(Comparator.comparing(HistoryRow::at).reversed());
        return rows;
    }

    private static String names(Upload upload) {
        return upload.files().stream().map(UploadedFile::name).collect(Collectors.joining(", "));
    }

    /** What became of a delivery that landed. */
    static String ended(Delivery delivery, List<Delivery> all, Set<UUID> withdrawn) {
        if (withdrawn.contains(delivery.id())) {
            return "TAKEN_BACK";
        }
        return all.stream().anyMatch(other -> delivery.id().equals(other.replaces())) ? "REPLACED" : "LANDED";
    }
}
