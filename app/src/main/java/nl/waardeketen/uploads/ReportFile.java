// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.analytics.Threshold;
import nl.waardeketen.concepts.AgreedThresholds;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.deliveries.Examined;
import nl.waardeketen.deliveries.Thresholds;
import nl.waardeketen.deliveries.Thresholds.Change;
import nl.waardeketen.web.SingleFile;

/** The report of a check as one HTML file, to keep, mail or print; it has the same words as the page. */
public record ReportFile(
        String language,
        String group,
        String version,
        Verdict verdict,
        List<ReportPage.FileRow> files,
        List<ProblemGroup> problems,
        List<CompletenessRow> completeness,
        List<ComparisonRow> comparison,
        List<ThresholdRow> thresholds,
        List<String> notes) {

    /** Of files that were checked by themselves. */
    public static String html(CheckReport report, OutcomeSet set, List<String> notes, Locale locale)
            throws IOException {
        return html(new Examined(report, report.problems(), Map.of(), List.of(), List.of()), set, notes, locale);
    }

    /** Of files that were also compared with what has landed. */
    public static String html(Examined examined, OutcomeSet set, List<String> notes, Locale locale) throws IOException {
        var stored = new StoredReport(
                null,
                "",
                set.code(),
                set.version(),
                examined.report().tables(),
                examined.problems(),
                notes,
                examined.delays(),
                examined.compared(),
                List.of());
        return html(stored, set, Map.of(), Map.of(), Verdict.of(stored, locale), locale);
    }

    /**
     * Of what was brought over the pages.
     *
     * @param people names by account
     */
    static String html(
            StoredReport report,
            OutcomeSet set,
            Map<String, Change> changes,
            Map<String, String> people,
            Verdict verdict,
            Locale locale)
            throws IOException {
        List<Threshold> thresholds = Thresholds.changed(AgreedThresholds.of(set), changes);
        var page = new ReportFile(
                locale.getLanguage(),
                set.title().in(locale),
                set.version(),
                verdict,
                ReportPage.files(report, locale),
                ProblemGroup.of(report.problems(), ProblemGroup.rules(set, locale), locale),
                CompletenessRow.of(report, thresholds, set, Map.of(), locale).stream()
                        .sorted(Comparator.comparing(row -> row.note() == null))
                        .toList(),
                ComparisonRow.of(report, set, locale),
                ThresholdRow.of(report, set, changes, people, locale).stream()
                        .filter(ThresholdRow::isNoted)
                        .toList(),
                report.notes());
        return SingleFile.html("uploads/file", "single-file.css", page, locale);
    }
}
