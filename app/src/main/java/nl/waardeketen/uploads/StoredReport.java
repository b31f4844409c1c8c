// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.analytics.Compared;
import nl.waardeketen.analytics.DeliveryJudgement;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.Severity;
import nl.waardeketen.analytics.TableReport;
import nl.waardeketen.analytics.Threshold;
import nl.waardeketen.deliveries.Examined.Overlap;
import nl.waardeketen.uploads.ReceivedFiles.Form;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report of a check, as it is kept and handed out.
 *
 * @param form how it is described; {@code null} when that could not be found out
 * @param description name of the file that describes it
 * @param group code of the patient group, or empty
 * @param version of its outcome set
 * @param delays median days between the date of an episode and its delivery, by variable
 * @param compared numbers beside those of the delivery before
 */
record StoredReport(
        @Nullable Form form,
        String description,
        String group,
        String version,
        List<TableReport> tables,
        List<Problem> problems,
        List<String> notes,
        Map<String, Double> delays,
        List<Compared> compared,
        List<Overlap> overlaps) {
    private static final JsonMapper JSON = JsonMapper.shared();

    StoredReport {
        tables = List.copyOf(tables);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
        delays = Map.copyOf(delays);
        compared = List.copyOf(compared);
        overlaps = List.copyOf(overlaps);
    }

    /** Of files that could not be read. */
    static StoredReport unreadable(List<Problem> problems) {
        return new StoredReport(null, "", "", "", List.of(), problems, List.of(), Map.of(), List.of(), List.of());
    }

    static StoredReport read(String json) {
        return JSON.readValue(json, StoredReport.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    String readableJson() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    /** How it ends. */
    CheckReport.Outcome outcome() {
        if (tables.isEmpty() || problems.stream().anyMatch(problem -> problem.severity() == Severity.STOP)) {
            return CheckReport.Outcome.FAIL;
        }
        return quarantined() > 0 ? CheckReport.Outcome.PASS_WITH_QUARANTINE : CheckReport.Outcome.PASS;
    }

    long rows() {
        return tables.stream().mapToLong(TableReport::rows).sum();
    }

    long quarantined() {
        return tables.stream().mapToLong(TableReport::quarantined).sum();
    }

    Optional<TableReport> table(String code) {
        return tables.stream().filter(table -> table.table().equals(code)).findFirst();
    }

    /** What it counted, to be judged. */
    DeliveryJudgement judgement() {
        return new DeliveryJudgement(tables, problems, compared, delays);
    }

    /** The same check, judged by other thresholds; the files are not looked at again. */
    StoredReport judgedBy(List<Threshold> thresholds) {
        var all = new ArrayList<>(problems.stream()
                .filter(problem -> Threshold.Measure.ofRule(problem.rule()).isEmpty())
                .toList());
        all.addAll(judgement().problems(thresholds));
        return new StoredReport(form, description, group, version, tables, all, notes, delays, compared, overlaps);
    }
}
