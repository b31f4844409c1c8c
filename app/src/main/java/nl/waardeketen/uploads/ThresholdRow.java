// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import nl.waardeketen.analytics.TableReport;
import nl.waardeketen.analytics.Threshold;
import nl.waardeketen.concepts.AgreedThresholds;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.deliveries.Thresholds;
import nl.waardeketen.deliveries.Thresholds.Change;
import nl.waardeketen.web.Dates;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A threshold beside what a check counted.
 *
 * @param limit in force now
 * @param agreed by the outcome set
 * @param beyond whether what was counted lies beyond the limit
 * @param change who changed it, when and why; {@code null} when nobody did
 */
record ThresholdRow(
        String code,
        Phrase name,
        Phrase counted,
        Phrase limit,
        Phrase agreed,
        boolean beyond,
        @Nullable Phrase change) {

    /**
     * Of all tables that were delivered: those that are passed first, then those that were changed.
     *
     * @param people names by account
     */
    static List<ThresholdRow> of(
            StoredReport report,
            OutcomeSet set,
            Map<String, Change> changes,
            Map<String, String> people,
            Locale locale) {
        var delivered = report.tables().stream().map(TableReport::table).toList();
        var judgement = report.judgement();
        return AgreedThresholds.of(set).stream()
                .filter(agreed -> delivered.contains(agreed.table()))
                .map(agreed -> {
                    var limit = Thresholds.changed(List.of(agreed), changes).get(0);
                    return row(
                            agreed, limit, judgement.measured(agreed), changes.get(agreed.code()), people, set, locale);
                })
                .sorted(Comparator.comparing((ThresholdRow row) -> !row.beyond())
                        .thenComparing(row -> row.change() == null))
                .toList();
    }

    /** Whether it is worth a line; all others can still be chosen. */
    public boolean isNoted() {
        return beyond || change != null;
    }

    private static ThresholdRow row(
            Threshold agreed,
            Threshold limit,
            OptionalDouble counted,
            @Nullable Change change,
            Map<String, String> people,
            OutcomeSet set,
            Locale locale) {
        return new ThresholdRow(
                agreed.code(),
                name(agreed, set, locale),
                counted.isPresent() ? amount(agreed, counted.getAsDouble(), locale) : Phrase.of("threshold.uncounted"),
                amount(agreed, limit.limit(), locale),
                amount(agreed, agreed.limit(), locale),
                counted.isPresent() && limit.isPassedBy(counted.getAsDouble()),
                change == null
                        ? null
                        : Phrase.of(
                                "threshold.changed",
                                Dates.in(locale).date(change.changedAt()),
                                people.getOrDefault(change.changedBy(), change.changedBy()),
                                change.reason()));
    }

    private static Phrase name(Threshold threshold, OutcomeSet set, Locale locale) {
        var subject = threshold.measure() == Threshold.Measure.RULE
                ? ProblemGroup.rules(set, locale).getOrDefault("rule." + threshold.subject(), threshold.subject())
                : new VariableTitles(set, locale).of(threshold.table(), threshold.subject());
        boolean whole = threshold.measure() == Threshold.Measure.JUMP
                && threshold.subject().isEmpty();
        return Phrase.of("threshold." + threshold.measure() + (whole ? ".rows" : ""), subject);
    }

    private static Phrase amount(Threshold threshold, double amount, Locale locale) {
        var numbers = Numbers.in(locale);
        if (!threshold.measure().isRelative()) {
            return Phrase.of("threshold.days", numbers.count(amount));
        }
        return Double.isInfinite(amount)
                ? Phrase.of("threshold.from-nothing")
                : Phrase.of("problem.other", numbers.percent(amount));
    }
}
