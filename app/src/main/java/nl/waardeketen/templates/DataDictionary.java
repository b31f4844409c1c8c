// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.templates;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.VariableUse;
import nl.waardeketen.web.Phrase;
import nl.waardeketen.web.SingleFile;
import nl.waardeketen.web.Wording;

/** Every variable of every table with its meaning, form and use, as one page that can be printed. */
final class DataDictionary {
    private final OutcomeSet set;
    private final List<DeliveryTable> tables;
    private final Map<String, VariableUse> uses;

    DataDictionary(OutcomeSet set, List<DeliveryTable> tables) {
        this.set = set;
        this.tables = tables;
        this.uses = VariableUse.of(set).stream()
                .collect(Collectors.toMap(use -> use.variable().code(), Function.identity()));
    }

    String html(Locale locale) throws IOException {
        return SingleFile.html("concepts/dictionary", "single-file.css", page(locale), locale);
    }

    private DictionaryPage page(Locale locale) {
        var wording = SingleFile.wording(locale);
        var unused = uses.values().stream()
                .filter(VariableUse::isUnused)
                .map(use -> use.variable().code())
                .sorted()
                .toList();
        return new DictionaryPage(
                locale.getLanguage(),
                set.title().in(locale),
                set.version(),
                unused,
                tables.stream().map(table -> table(table, wording, locale)).toList());
    }

    private DictionaryPage.Table table(DeliveryTable table, Wording wording, Locale locale) {
        boolean counted = table.code().equals(DeliveryTable.EPISODE);
        return new DictionaryPage.Table(
                table.code(),
                table.title().in(locale),
                table.meaning().in(locale),
                counted,
                table.variables().stream()
                        .map(variable -> entry(variable, counted, wording, locale))
                        .toList(),
                table.rules().stream()
                        .map(rule -> new DictionaryPage.Check(
                                rule.code(),
                                rule.words().in(locale),
                                wording.of(new Phrase("template.severity." + rule.severity(), List.of())),
                                wording.of(new Phrase("template.owner." + rule.owner(), List.of()))))
                        .toList());
    }

    private DictionaryPage.Entry entry(DescribedVariable variable, boolean counted, Wording wording, Locale locale) {
        var use = uses.get(variable.code());
        var plain = variable.variable();
        return new DictionaryPage.Entry(
                variable.code(),
                variable.title().in(locale),
                variable.meaning() == null ? "" : variable.meaning().in(locale),
                wording.of(TemplateWords.type(plain.type())),
                variable.unit() == null ? "" : variable.unit().in(locale),
                TemplateWords.range(plain),
                variable.categories().entrySet().stream()
                        .map(entry -> new DictionaryPage.Category(
                                entry.getKey(), entry.getValue().in(locale)))
                        .toList(),
                wording.of(TemplateWords.required(variable)),
                variable.source(),
                wording.of(TemplateWords.confirmed(variable)),
                counted && use != null ? List.copyOf(use.indicators()) : List.of(),
                counted && use != null && use.isUnused());
    }
}
