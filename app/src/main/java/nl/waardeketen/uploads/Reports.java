// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.waardeketen.access.Accounts;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSetFiles;
import nl.waardeketen.concepts.OutcomeSets;
import nl.waardeketen.deliveries.OwnDeliveries;
import nl.waardeketen.deliveries.Withdrawal;
import nl.waardeketen.shared.NotFound;
import nl.waardeketen.shared.Refused;
import nl.waardeketen.uploads.Upload.State;
import nl.waardeketen.web.Dates;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the report on an upload needs. */
@Component
class Reports {
    private static final int MOST_ROWS = 100;

    private final UploadFolders folders;
    private final OwnDeliveries own;
    private final OutcomeSets outcomeSets;
    private final Rejudgement rejudgement;
    private final Accounts accounts;

    Reports(
            UploadFolders folders,
            OwnDeliveries own,
            OutcomeSets outcomeSets,
            Rejudgement rejudgement,
            Accounts accounts) {
        this.folders = folders;
        this.own = own;
        this.outcomeSets = outcomeSets;
        this.rejudgement = rejudgement;
        this.accounts = accounts;
    }

    /**
     * The report as it is kept.
     *
     * @throws Refused {@code upload.unchecked} when there is none yet
     */
    StoredReport stored(Upload upload) {
        var json = upload.report();
        if (json == null) {
            throw new Refused("upload.unchecked", upload.id());
        }
        return StoredReport.read(json);
    }

    ReportPage page(Upload upload, Filter filter, Locale locale) {
        var report = stored(upload);
        var deliveries = own.history();
        var withdrawals = own.withdrawals();
        var people = people();
        var state = state(upload);
        return ReportPage.of(new ReportPage.Given(
                upload,
                report,
                deliveries.stream()
                        .filter(delivery -> delivery.id().equals(upload.delivery()))
                        .findFirst()
                        .orElse(null),
                state.equals("LANDED"),
                state,
                people,
                ended(upload, withdrawals, people, locale),
                deliveries,
                set(report),
                report.group().isEmpty() ? Map.of() : rejudgement.changes(upload.organisation(), report.group()),
                report.group().isEmpty() ? List.of() : own.qualityOfOthers(report.group()),
                folders.quarantined(upload).stream().map(QuarantinedRows::table).collect(Collectors.toSet()),
                filter.rule().isEmpty() ? List.of() : rows(upload, filter),
                filter,
                locale));
    }

    /** How it stands in the history. */
    String state(Upload upload) {
        var deliveries = own.history();
        var withdrawn = own.withdrawals().stream().map(Withdrawal::delivery).collect(Collectors.toSet());
        return deliveries.stream()
                .filter(delivery -> delivery.id().equals(upload.delivery()))
                .findFirst()
                .map(landed -> HistoryRow.ended(landed, deliveries, withdrawn))
                .orElse(upload.state().name());
    }

    /** Names of people by account, as far as the organisation that acts may know. */
    Map<String, String> people() {
        return accounts.people();
    }

    /** The version of the set with which it was checked. */
    Optional<OutcomeSet> set(StoredReport report) {
        if (report.group().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(outcomeSets.require(report.group(), report.version()));
        } catch (NotFound e) {
            return bundled(report.group());
        }
    }

    /** Before the first landing of a group its set is not registered yet. */
    private static Optional<OutcomeSet> bundled(String group) {
        try {
            return OutcomeSetFiles.bundled(group);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<QuarantinedRows> rows(Upload upload, Filter filter) {
        return folders.quarantined(upload).stream()
                .map(QuarantinedRows::read)
                .filter(rows -> filter.table().isEmpty() || filter.table().equals(rows.table()))
                .map(rows -> rows.broken(filter.rule()).first(MOST_ROWS))
                .filter(rows -> !rows.rows().isEmpty())
                .toList();
    }

    private static @Nullable Phrase ended(
            Upload upload, List<Withdrawal> withdrawals, Map<String, String> people, Locale locale) {
        var dates = Dates.in(locale);
        for (var withdrawal : withdrawals) {
            if (withdrawal.delivery().equals(upload.delivery())) {
                return Phrase.of(
                        "report.taken-back",
                        dates.moment(withdrawal.withdrawnAt()),
                        people.getOrDefault(withdrawal.withdrawnBy(), withdrawal.withdrawnBy()),
                        withdrawal.reason());
            }
        }
        var at = upload.endedAt();
        var by = String.valueOf(upload.endedBy());
        return upload.state() == State.WITHDRAWN && at != null
                ? Phrase.of(
                        "report.taken-back",
                        dates.moment(at),
                        people.getOrDefault(by, by),
                        String.valueOf(upload.reason()))
                : null;
    }
}
