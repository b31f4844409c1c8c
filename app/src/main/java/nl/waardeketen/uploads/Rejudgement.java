// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.analytics.Threshold;
import nl.waardeketen.analytics.Threshold.Measure;
import nl.waardeketen.concepts.AgreedThresholds;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.deliveries.Thresholds;
import nl.waardeketen.shared.Invalid;
import nl.waardeketen.shared.NotFound;
import nl.waardeketen.shared.Refused;
import nl.waardeketen.uploads.Upload.State;
import nl.waardeketen.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judges what was checked by other thresholds, from what the check counted; no file is looked at again. */
@Service
class Rejudgement {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}([.,][0-9]{1,9})?");

    private final Thresholds thresholds;
    private final UploadRecords records;

    Rejudgement(Thresholds thresholds, UploadRecords records) {
        this.thresholds = thresholds;
        this.records = records;
    }

    /** What the organisation changed, by the code of the threshold. */
    public Map<String, Thresholds.Change> changes(String organisation, String group) {
        return thresholds.changes(organisation, group);
    }

    /**
     * Changes a threshold and judges all deliveries of the group anew that wait for a decision.
     *
     * @param limit as people write it, in percent or days; empty for what the outcome set says
     * @throws Refused {@code upload.not-waiting} when this one was decided on already
     * @throws Invalid {@code threshold.limit} or {@code threshold.reason}
     */
    @Transactional
    public void change(Viewer viewer, Upload upload, OutcomeSet set, String code, String limit, String reason) {
        if (!isOpen(upload)) {
            throw new Refused("upload.not-waiting", upload.id());
        }
        thresholds.change(viewer.organisation(), set, code, limit(set, code, limit.strip()), reason);
        var changes = thresholds.changes(viewer.organisation(), set.code());
        var inForce = Thresholds.changed(AgreedThresholds.of(set), changes);
        for (var other : records.all()) {
            if (set.code().equals(other.outcomeSet())) {
                records.hold(other.id()).filter(Rejudgement::isOpen).ifPresent(held -> judge(held, inForce));
            }
        }
    }

    private static boolean isOpen(Upload upload) {
        return upload.report() != null && (upload.state() == State.WAITING || upload.state() == State.UNUSABLE);
    }

    private void judge(Upload upload, List<Threshold> inForce) {
        var report = StoredReport.read(Objects.requireNonNull(upload.report())).judgedBy(inForce);
        var state = report.outcome() == CheckReport.Outcome.FAIL ? State.UNUSABLE : State.WAITING;
        records.judged(upload.id(), state, report.json());
    }

    private static @Nullable Double limit(OutcomeSet set, String code, String written) {
        if (written.isEmpty()) {
            return null;
        }
        var number = written.replaceAll("[\\s%]", "");
        if (!NUMBER.matcher(number).matches()) {
            throw new Invalid("threshold.limit", written);
        }
        var measure = AgreedThresholds.of(set).stream()
                .filter(each -> each.code().equals(code))
                .map(Threshold::measure)
                .findFirst()
                .orElseThrow(() -> new NotFound("threshold.unknown", code));
        double value = Double.parseDouble(number.replace(',', '.'));
        return measure == Measure.LATE ? value : value / 100;
    }
}
