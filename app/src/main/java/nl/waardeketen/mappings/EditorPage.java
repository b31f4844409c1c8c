// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.ColumnProfile;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.mappings.MappingDraft.Made;
import nl.waardeketen.mappings.MappingDraft.Table;
import nl.waardeketen.mappings.MappingDraft.Way;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a mapping is made.
 *
 * @param answer how far it is, in a sentence
 * @param missing titles of required variables that nothing is chosen for
 * @param preview {@code null} until it is asked for
 */
record EditorPage(
        Extract extract,
        String title,
        MappingDraft draft,
        boolean english,
        List<Choice> organisations,
        List<TableCard> tables,
        Phrase answer,
        List<String> missing,
        List<ExtractChange> changes,
        @Nullable PreviewCard preview) {

    /** Something to choose from. */
    record Choice(String value, String label) {}

    /** A file with the table it becomes. */
    record TableCard(
            int number,
            String file,
            Phrase size,
            List<String> notes,
            Table made,
            List<Choice> tables,
            List<Choice> columns,
            List<Phrase> patientReasons,
            List<String> patientExamples,
            List<VariableRow> variables,
            List<ColumnRow> unused) {}

    /** A column that no variable comes from. */
    record ColumnRow(String name, String examples) {}

    static EditorPage of(
            Extract extract,
            MappingDraft draft,
            List<ExtractChange> changes,
            @Nullable MappingPreview preview,
            Locale locale) {
        var tables = new ArrayList<TableCard>();
        for (int i = 0; i < extract.files().size(); i++) {
            tables.add(card(extract, draft.tables().get(i), i, locale));
        }
        var rows = tables.stream().flatMap(table -> table.variables().stream()).toList();
        var missing = rows.stream()
                .filter(row -> row.state() == VariableRow.State.MISSING
                        && row.variable().variable().required())
                .map(VariableRow::title)
                .collect(Collectors.toCollection(ArrayList::new));
        boolean patients = draft.tables().stream()
                .noneMatch(table -> !table.code().isEmpty() && table.patient().isEmpty());
        return new EditorPage(
                extract,
                extract.set().title().in(locale),
                draft,
                locale.getLanguage().equals("en"),
                columns(extract.files().get(0), false),
                tables,
                answer(rows, missing, patients, Numbers.in(locale)),
                missing,
                changes,
                preview == null ? null : PreviewCard.of(preview, extract.set(), patients(draft), locale));
    }

    private static Set<String> patients(MappingDraft draft) {
        return draft.tables().stream().map(Table::patient).collect(Collectors.toSet());
    }

    private static Phrase answer(List<VariableRow> rows, List<String> missing, boolean patients, Numbers numbers) {
        long chosen = rows.stream().filter(row -> !row.source().isEmpty()).count();
        long look = rows.stream()
                .filter(row -> row.state() == VariableRow.State.LOOK)
                .count();
        if (!patients) {
            return Phrase.of("mapping.answer.patient");
        }
        var key = !missing.isEmpty() ? "mapping.answer.missing" : look > 0 ? "mapping.answer.look" : "mapping.answer";
        return Phrase.of(
                key, numbers.count((double) chosen), numbers.count((double) rows.size()), numbers.count((double)
                        (missing.isEmpty() ? look : missing.size())));
    }

    private static TableCard card(Extract extract, Table made, int number, Locale locale) {
        var file = extract.files().get(number);
        var profile = file.profile();
        var asked = DeliveryTables.of(extract.set()).stream()
                .filter(table -> table.code().equals(made.code()))
                .findFirst();
        var rows = asked.map(table -> rows(table, made, file, number, locale)).orElse(List.of());
        var patient = Proposals.patient(profile.columns())
                .filter(each -> each.column().equals(made.patient()));
        return new TableCard(
                number,
                file.name(),
                Phrase.of(
                        "mapping.size",
                        Numbers.in(locale)
                                .count((double) profile.columns().get(0).rows()),
                        Numbers.in(locale).count(profile.columns().size())),
                profile.notes(),
                made,
                DeliveryTables.of(extract.set()).stream()
                        .map(table -> new Choice(table.code(), table.title().in(locale)))
                        .toList(),
                columns(file, true),
                patient.map(Proposal::reasons).orElse(List.of()),
                file.column(made.patient())
                        .map(column -> Masked.examples(column, true))
                        .orElse(List.of()),
                rows,
                unused(made, file));
    }

    private static List<VariableRow> rows(
            DeliveryTable table, Table made, ExtractFile file, int number, Locale locale) {
        var proposals = Proposals.of(table, file.profile().columns(), Set.of(made.patient()));
        return table.variables().stream()
                .map(variable -> {
                    var how = Optional.ofNullable(made.variables().get(variable.code()));
                    return VariableRow.of(
                            variable,
                            variable.title().in(locale),
                            "t" + number + ".v." + variable.code() + ".",
                            how,
                            proposals.stream()
                                    .filter(each -> each.variable().equals(variable.code()))
                                    .findFirst(),
                            how.filter(each -> each.way() == Way.COLUMN)
                                    .map(Made::source)
                                    .flatMap(file::column));
                })
                .toList();
    }

    private static List<Choice> columns(ExtractFile file, boolean examples) {
        return file.profile().columns().stream()
                .map(column -> new Choice(column.name(), examples ? label(column) : column.name()))
                .toList();
    }

    private static String label(ColumnProfile column) {
        var first = Masked.examples(column, false).stream().limit(2).collect(Collectors.joining(", "));
        return first.isEmpty() ? column.name() : column.name() + " (" + first + " …)";
    }

    private static List<ColumnRow> unused(Table made, ExtractFile file) {
        var used = new HashSet<>(Set.of(made.patient()));
        made.variables().values().forEach(each -> {
            used.add(each.source());
            file.profile().columns().stream()
                    .map(ColumnProfile::name)
                    .filter(name -> each.inputs().contains(name))
                    .forEach(used::add);
        });
        return file.profile().columns().stream()
                .filter(column -> !used.contains(column.name()))
                .map(column -> new ColumnRow(column.name(), String.join(", ", Masked.examples(column, false))))
                .toList();
    }
}
