// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.CheckReport.Outcome;
import nl.waardeketen.analytics.LakeDifference;
import nl.waardeketen.analytics.Severity;
import nl.waardeketen.concepts.AgreedThresholds;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.deliveries.Delivery;
import nl.waardeketen.deliveries.OwnDeliveries.OfOthers;
import nl.waardeketen.deliveries.Thresholds;
import nl.waardeketen.deliveries.Thresholds.Change;
import nl.waardeketen.uploads.Upload.State;
import nl.waardeketen.web.Dates;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * The report on one delivery: whether it can land, what is wrong with it, how complete and how new it is, and what one can do.
 *
 * @param group title of the patient group, or empty
 * @param state key of its words in the bundles
 * @param benchmark where its group is compared, once it counts; {@code null} before
 * @param kinds how many kinds of problems there are, without the filter
 * @param hidden how many of these the filter hides
 * @param kept tables of which rows in quarantine are kept
 * @param completeness of all variables, in the order of the tables
 * @param judgeable whether other thresholds can still change how it ends
 * @param replaced own delivery that holds the same episodes; {@code null} for none
 * @param ended who took it back, when and why; {@code null} when nobody did
 */
record ReportPage(
        String path,
        String group,
        Phrase received,
        String state,
        List<Step> steps,
        Verdict verdict,
        @Nullable String benchmark,
        List<FileRow> files,
        List<ProblemGroup> problems,
        String kinds,
        int hidden,
        Filter filter,
        Set<String> kept,
        List<QuarantinedRows> rows,
        List<CompletenessRow> completeness,
        List<DelayRow> delays,
        List<ComparisonRow> comparison,
        List<ThresholdRow> thresholds,
        @Nullable Replaced replaced,
        List<String> notes,
        @Nullable String refusal,
        @Nullable Phrase ended,
        boolean acceptable,
        boolean judgeable,
        boolean withdrawable,
        boolean quarantined) {

    /** A stop on the way of a delivery. */
    record Step(String key, String progress, Phrase note) {}

    /** A table and its file. */
    record FileRow(String file, String rows, String quarantined) {}

    /** Days between a date and its delivery. */
    record DelayRow(String title, String days, Phrase others) {}

    /** What replacing an earlier delivery does. */
    record Replaced(
            String id, String day, String added, String changed, String gone, String same, List<EffectRow> effects) {}

    /**
     * What a report is made of.
     *
     * @param landed what it became, or {@code null}
     * @param counting whether that still counts
     * @param state how it stands in the history
     * @param people names by account
     * @param kept tables of which rows in quarantine are kept
     * @param changes of thresholds by the organisation
     */
    record Given(
            Upload upload,
            StoredReport report,
            @Nullable Delivery landed,
            boolean counting,
            String state,
            Map<String, String> people,
            @Nullable Phrase ended,
            List<Delivery> deliveries,
            Optional<OutcomeSet> set,
            Map<String, Change> changes,
            List<OfOthers> others,
            Set<String> kept,
            List<QuarantinedRows> rows,
            Filter filter,
            Locale locale) {}

    /** Whether there are rows to be seen of a kind of problem. */
    public boolean links(ProblemGroup group) {
        return group.severity() == Severity.QUARANTINE && kept.contains(group.table());
    }

    /** Variables that ask for attention: those below what was agreed, then those that fell. */
    public List<CompletenessRow> incomplete() {
        return completeness.stream()
                .filter(row -> row.note() != null)
                .sorted(Comparator.comparing(row -> !row.below()))
                .toList();
    }

    /** The same page with the rows of one kind of problem. */
    public String linkTo(ProblemGroup group) {
        return Filter.linkTo(path, group);
    }

    static ReportPage of(Given given) {
        var report = given.report();
        var locale = given.locale();
        var upload = given.upload();
        var others = given.others().stream().collect(Collectors.toMap(OfOthers::measure, Function.identity()));
        var rules = given.set().map(set -> ProblemGroup.rules(set, locale)).orElse(Map.of());
        var all = ProblemGroup.of(report.problems(), rules, locale);
        var shown = ProblemGroup.of(given.filter().of(report.problems()), rules, locale);
        var thresholds = given.set()
                .map(set -> Thresholds.changed(AgreedThresholds.of(set), given.changes()))
                .orElse(List.of());
        boolean waiting = upload.state() == State.WAITING;
        return new ReportPage(
                "/deliveries/" + upload.id(),
                given.set().map(set -> set.title().in(locale)).orElse(""),
                Phrase.of("report.received", Dates.in(locale).moment(upload.startedAt()), upload.accountName()),
                "history." + given.state(),
                steps(upload, report, given.counting(), locale),
                Verdict.of(report, given.state(), locale),
                given.counting() ? "/benchmark/" + report.group() : null,
                files(report, locale),
                shown,
                Numbers.in(locale).count(all.size()),
                all.size() - shown.size(),
                given.filter(),
                given.kept(),
                given.filter().rule().isEmpty() ? List.of() : given.rows(),
                given.set()
                        .map(set -> CompletenessRow.of(report, thresholds, set, others, locale))
                        .orElse(List.of()),
                given.set().map(set -> delays(report, set, others, locale)).orElse(List.of()),
                given.set().map(set -> ComparisonRow.of(report, set, locale)).orElse(List.of()),
                given.set()
                        .map(set -> ThresholdRow.of(report, set, given.changes(), given.people(), locale))
                        .orElse(List.of()),
                replaced(report, given.deliveries(), given.set(), locale),
                report.notes(),
                upload.refusal(),
                given.ended(),
                waiting && report.outcome() != Outcome.FAIL,
                waiting || (upload.state() == State.UNUSABLE && !report.group().isEmpty()),
                waiting || upload.state() == State.UNUSABLE || (given.landed() != null && given.counting()),
                report.quarantined() > 0);
    }

    static List<FileRow> files(StoredReport report, Locale locale) {
        var numbers = Numbers.in(locale);
        return report.tables().stream()
                .map(table -> new FileRow(table.file(), numbers.count((double) table.rows()), numbers.count((double)
                        table.quarantined())))
                .toList();
    }

    private static List<Step> steps(Upload upload, StoredReport report, boolean counting, Locale locale) {
        var numbers = Numbers.in(locale);
        boolean landed = upload.state() == State.LANDED;
        boolean decided = landed || upload.state() == State.WITHDRAWN || upload.state() == State.EXPIRED;
        boolean usable = upload.state() != State.UNUSABLE;
        return List.of(
                new Step(
                        "step.received",
                        "done",
                        Phrase.of(
                                upload.files().size() == 1 ? "step.file" : "step.files",
                                numbers.count(upload.files().size()),
                                numbers.decimal(upload.size() / 1e6, 1))),
                new Step("step.checked", "done", Phrase.of("step.rows", numbers.count((double) report.rows()))),
                new Step(
                        "step.judged",
                        decided ? "done" : "now",
                        Phrase.of(decided ? "step.decided" : usable ? "step.waiting" : "step.stopped")),
                new Step("step.landed", landed ? "done" : "later", Phrase.of("step.landed.note")),
                new Step(
                        "step.release",
                        "later",
                        Phrase.of(decided && !counting ? "step.release.none" : "step.release.note")));
    }

    private static List<DelayRow> delays(
            StoredReport report, OutcomeSet set, Map<String, OfOthers> others, Locale locale) {
        return report.delays().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new DelayRow(
                        set.described(entry.getKey())
                                .map(variable -> variable.title().in(locale))
                                .orElse(entry.getKey()),
                        Numbers.in(locale).decimal(entry.getValue(), 0),
                        CompletenessRow.ofOthers(others.get("delay " + entry.getKey()), "")))
                .toList();
    }

    private static @Nullable Replaced replaced(
            StoredReport report, List<Delivery> deliveries, Optional<OutcomeSet> set, Locale locale) {
        if (report.overlaps().size() != 1) {
            return null;
        }
        var overlap = report.overlaps().get(0);
        LakeDifference difference = overlap.difference();
        var there = deliveries.stream()
                .filter(delivery -> delivery.id().equals(overlap.delivery()))
                .findFirst();
        if (difference == null || there.isEmpty()) {
            return null;
        }
        var numbers = Numbers.in(locale);
        return new Replaced(
                String.valueOf(overlap.delivery()),
                Dates.in(locale).date(there.get().receivedAt()),
                numbers.count((double) difference.added()),
                numbers.count((double) difference.changed()),
                numbers.count((double) difference.gone()),
                numbers.count((double) difference.same()),
                set.map(known -> EffectRow.of(overlap.effects(), known, locale)).orElse(List.of()));
    }
}
