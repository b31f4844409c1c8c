// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.ColumnProfile;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.mappings.ExtractChange.Kind;
import nl.waardeketen.mappings.MappingDraft.Made;
import nl.waardeketen.mappings.MappingDraft.Table;
import nl.waardeketen.mappings.MappingDraft.Way;
import nl.waardeketen.web.Phrase;

/**
 * Holds an extract to the mapping of an earlier one, table by table. What clearly went by another name is followed, what is
 * new or gone is told; nothing is changed without being said.
 */
final class ChangedExtract {
    private final DeliveryTable table;
    private final ExtractFile file;
    private final Locale locale;
    private final Map<String, KnownColumn> before;
    private final List<ExtractChange> changes = new ArrayList<>();

    ChangedExtract(DeliveryTable table, ExtractFile file, List<KnownColumn> before, Locale locale) {
        this.locale = locale;
        this.table = table;
        this.file = file;
        this.before = before.stream().collect(Collectors.toMap(KnownColumn::name, column -> column, (one, two) -> one));
    }

    List<ExtractChange> changes() {
        return List.copyOf(changes);
    }

    /** The mapping of a table, repaired as far as it can be told. */
    Table repaired(Table old) {
        changes.clear();
        var variables = new LinkedHashMap<String, Made>();
        old.variables().forEach((code, made) -> variables.put(code, made(code, made)));
        var patient = old.patient();
        if (file.column(patient).isEmpty()) {
            patient = renamed(patient).orElse("");
            gone(old.patient(), patient, DeliveryTable.PATIENT);
        }
        if (!before.isEmpty()) {
            newColumns();
        }
        return new Table(old.code(), file.name(), file.sheet(), patient, variables);
    }

    private Made made(String code, Made made) {
        if (made.way() != Way.COLUMN) {
            return made;
        }
        var column = file.column(made.source());
        if (column.isPresent()) {
            return sameColumn(code, made, column.get());
        }
        var other = renamed(made.source());
        gone(made.source(), other.orElse(""), code);
        return other.flatMap(file::column)
                .map(found -> sameColumn(code, made.withSource(found.name()), found))
                .orElse(made);
    }

    private void gone(String column, String other, String variable) {
        changes.add(
                other.isEmpty()
                        ? new ExtractChange(
                                Kind.GONE,
                                column,
                                Phrase.of("mapping.change.gone", column, title(variable)),
                                Phrase.of("mapping.change.gone.repair"),
                                false)
                        : new ExtractChange(
                                Kind.RENAMED,
                                column,
                                Phrase.of("mapping.change.renamed", column, other),
                                Phrase.of("mapping.change.renamed.repair", other),
                                true));
    }

    private Phrase title(String variable) {
        return table.variable(variable)
                .map(each -> Phrase.of("text", each.title().in(locale)))
                .orElse(Phrase.of("mapping.patient"));
    }

    /** A column that was not there before, and is like the one that is gone: the same codes, or nearly the same name. */
    private Optional<String> renamed(String gone) {
        var words = ColumnWords.given().of(gone);
        var plain = ColumnWords.plain(gone);
        var old = before.get(gone);
        return file.profile().columns().stream()
                .filter(column -> !before.containsKey(column.name()))
                .filter(column -> old == null || old.kind() == KnownColumn.kind(column))
                .filter(column -> ColumnWords.given().of(column.name()).equals(words)
                        || ColumnWords.oneSlip(plain, ColumnWords.plain(column.name()))
                        || ColumnWords.plain(column.name()).contains(plain)
                        || (old != null && sameCodes(old, column)))
                .map(ColumnProfile::name)
                .findFirst();
    }

    private boolean sameCodes(KnownColumn old, ColumnProfile column) {
        var now = KnownColumn.of(file, column).values();
        boolean telling = old.values().stream().anyMatch(value -> value.matches(".*\\p{L}.*"));
        return telling && Set.copyOf(old.values()).equals(Set.copyOf(now));
    }

    private Made sameColumn(String code, Made made, ColumnProfile column) {
        var old = before.get(made.source());
        var kind = KnownColumn.kind(column);
        if (old != null
                && old.kind() != kind
                && kind != KnownColumn.Kind.EMPTY
                && old.kind() != KnownColumn.Kind.EMPTY) {
            changes.add(new ExtractChange(
                    Kind.OTHER_KIND,
                    column.name(),
                    Phrase.of(
                            "mapping.change.kind",
                            column.name(),
                            new Phrase("mapping.kind." + old.kind(), List.of()),
                            new Phrase("mapping.kind." + kind, List.of())),
                    Phrase.of("mapping.change.kind.repair"),
                    false));
            return made;
        }
        if (old != null
                && kind == KnownColumn.Kind.DATE
                && !old.dateForm().equals(column.shares().dateForm())) {
            return otherForm(made, old, column);
        }
        return withNewCodes(code, made, column);
    }

    private Made otherForm(Made made, KnownColumn old, ColumnProfile column) {
        changes.add(new ExtractChange(
                Kind.OTHER_KIND,
                column.name(),
                Phrase.of(
                        "mapping.change.form",
                        column.name(),
                        old.dateForm(),
                        column.shares().dateForm()),
                Phrase.of("mapping.change.form.repair"),
                true));
        return made.withDate(DateForms.toSay(column).orElse(""));
    }

    private Made withNewCodes(String code, Made made, ColumnProfile column) {
        var variable = table.variable(code);
        if (variable.isEmpty()
                || !CodeProposals.has(variable.get().variable())
                || !made.others().isEmpty()) {
            return made;
        }
        var known = before.get(made.source());
        var codes = new LinkedHashMap<>(made.codes());
        for (var meant : new CodeProposals(variable.get()).of(column)) {
            boolean direct = meant.code().equals(meant.value());
            boolean seen = known != null && known.values().contains(meant.value());
            if (!codes.containsKey(meant.value()) && !direct && !seen) {
                codes.put(meant.value(), meant.code());
                changes.add(new ExtractChange(
                        Kind.NEW_CODE,
                        column.name(),
                        Phrase.of("mapping.change.code", column.name(), meant.value()),
                        meant.code().isEmpty()
                                ? Phrase.of("mapping.change.code.open")
                                : Phrase.of("mapping.change.code.repair", meant.code()),
                        !meant.code().isEmpty()));
            }
        }
        return made.withCodes(codes);
    }

    private void newColumns() {
        var followed = changes.stream()
                .filter(change -> change.kind() == Kind.RENAMED)
                .flatMap(change -> change.words().values().stream())
                .collect(Collectors.toSet());
        file.profile().columns().stream()
                .filter(column -> !before.containsKey(column.name()) && !followed.contains(column.name()))
                .forEach(column -> changes.add(new ExtractChange(
                        Kind.NEW,
                        column.name(),
                        Phrase.of("mapping.change.new", column.name()),
                        Phrase.of("mapping.change.new.repair"),
                        false)));
    }
}
