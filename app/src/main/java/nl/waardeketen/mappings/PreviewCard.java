// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.uploads.ProblemGroup;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;

/** What a mapping comes to, for the page on which it is made. */
record PreviewCard(boolean passes, Phrase answer, List<ProblemGroup> problems, List<Rows> tables) {
    /** What the reader of mappings says of a required variable that nothing is chosen for. */
    static final String NOT_MAPPED = "this required variable is not mapped";

    private static final Pattern VARIABLE = Pattern.compile("^tables\\.([a-z_]+)\\.variables\\.([a-z0-9_]+)");

    /** The first rows of a table. */
    record Rows(String title, List<String> columns, List<List<String>> rows) {}

    static PreviewCard of(MappingPreview preview, OutcomeSet set, Set<String> patients, Locale locale) {
        var numbers = Numbers.in(locale);
        return new PreviewCard(
                preview.passes(),
                answer(preview, numbers),
                ProblemGroup.of(
                        preview.problems().stream()
                                .map(problem -> shown(problem, patients, set, locale))
                                .toList(),
                        ProblemGroup.rules(set, locale),
                        locale),
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

    /** Without identifiers, and with names instead of places in a document that the viewer never sees. */
    private static Problem shown(Problem problem, Set<String> patients, OutcomeSet set, Locale locale) {
        boolean secret = problem.rule().startsWith("identifier") || patients.contains(problem.column());
        boolean own = problem.file().equals(MappingPreview.DOCUMENT);
        boolean open = own && problem.text().equals(NOT_MAPPED);
        return new Problem(
                own ? "" : problem.file(),
                own ? 0 : problem.line(),
                own ? named(problem.column(), set, locale) : problem.column(),
                secret ? "" : problem.value(),
                open ? "variable.not-mapped" : problem.rule(),
                problem.text(),
                problem.remedy(),
                problem.table(),
                problem.severity(),
                problem.rows(),
                problem.owner());
    }

    /** Title of the variable that a place in a mapping is about. */
    private static String named(String place, OutcomeSet set, Locale locale) {
        var parts = VARIABLE.matcher(place);
        return !parts.find()
                ? place
                : DeliveryTables.of(set).stream()
                        .filter(table -> table.code().equals(parts.group(1)))
                        .flatMap(table -> table.variable(parts.group(2)).stream())
                        .map(variable -> variable.title().in(locale))
                        .findFirst()
                        .orElse(place);
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
