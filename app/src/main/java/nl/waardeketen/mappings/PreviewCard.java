// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;

/** What a mapping comes to, for the page on which it is made. */
record PreviewCard(boolean passes, Phrase answer, List<Trouble> troubles, List<Rows> tables) {

    /**
     * Something wrong.
     *
     * @param value as the file has it; that of an identifier is not shown
     */
    record Trouble(String consequenceKey, String rows, String place, String value, String words, String remedy) {}

    /** The first rows of a table. */
    record Rows(String title, List<String> columns, List<List<String>> rows) {}

    static PreviewCard of(MappingPreview preview, OutcomeSet set, Set<String> patients, Locale locale) {
        var numbers = Numbers.in(locale);
        return new PreviewCard(
                preview.passes(),
                answer(preview, numbers),
                preview.problems().stream()
                        .map(problem -> trouble(problem, patients, numbers))
                        .toList(),
                preview.rows().entrySet().stream()
                        .map(entry -> rows(set, entry.getKey(), entry.getValue(), locale))
                        .filter(table -> !table.rows().isEmpty())
                        .toList());
    }

    private static Phrase answer(MappingPreview preview, Numbers numbers) {
        var report = preview.report();
        if (report == null) {
            return Phrase.of("mapping.preview.unreadable", numbers.count((double)
                    preview.problems().size()));
        }
        long sound = report.rows() - report.quarantined();
        var key = report.outcome() == CheckReport.Outcome.FAIL
                ? "mapping.preview.fail"
                : report.quarantined() > 0 ? "mapping.preview.quarantine" : "mapping.preview.pass";
        return Phrase.of(
                key, numbers.count((double) sound), numbers.count((double) report.rows()), numbers.count((double)
                        report.quarantined()));
    }

    private static Trouble trouble(Problem problem, Set<String> patients, Numbers numbers) {
        boolean secret = problem.rule().startsWith("identifier") || patients.contains(problem.column());
        return new Trouble(
                "mapping.consequence." + problem.severity(),
                problem.rows() > 0 ? numbers.count((double) problem.rows()) : "",
                problem.file().equals("mapping.yaml")
                        ? problem.column()
                        : problem.column().isEmpty() ? problem.file() : problem.file() + " · " + problem.column(),
                secret || problem.value().isEmpty() ? "" : problem.value(),
                problem.text(),
                problem.remedy());
    }

    private static Rows rows(OutcomeSet set, String code, List<Map<String, String>> rows, Locale locale) {
        var table = DeliveryTables.of(set).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
        var shown = table.variables().stream()
                .filter(variable -> rows.stream().anyMatch(row -> row.containsKey(variable.code())))
                .toList();
        return new Rows(
                table.title().in(locale),
                shown.stream().map(variable -> variable.title().in(locale)).toList(),
                rows.stream()
                        .map(row -> shown.stream()
                                .map(variable -> value(row.getOrDefault(variable.code(), "")))
                                .toList())
                        .toList());
    }

    private static String value(String text) {
        return text.replaceFirst("^([0-9-]{10}) ([0-9]{2}:[0-9]{2}):00(\\.0+)?$", "$1 $2");
    }
}
