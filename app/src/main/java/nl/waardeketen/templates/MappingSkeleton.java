// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.templates;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.shared.Words;
import nl.waardeketen.web.Phrase;
import nl.waardeketen.web.Wording;

/** A mapping to begin with: required variables to be given a column, the others behind a comment sign. */
final class MappingSkeleton {
    private final OutcomeSet set;
    private final List<DeliveryTable> tables;
    private final Wording wording;
    private final Locale locale;
    private final StringBuilder text = new StringBuilder();

    MappingSkeleton(OutcomeSet set, List<DeliveryTable> tables, Wording wording, Locale locale) {
        this.set = set;
        this.tables = tables;
        this.wording = wording;
        this.locale = locale;
    }

    String yaml() {
        comment("", "template.map.head");
        line("outcome-set: " + set.code());
        comment("", "template.map.organisation");
        line("organisation: {constant: " + said("template.map.own-code") + "}");
        comment("", "template.map.patient");
        line("patient: {column: " + said("template.map.own-patient") + "}");
        comment("", "template.map.basis");
        line("legal-basis:");
        line("  purpose:");
        line("  ground:");
        line("  retention-months:");
        line("  document:");
        line("");
        line("tables:");
        for (var table : tables) {
            boolean needed = table.code().equals(DeliveryTable.EPISODE);
            table(table, needed ? "" : "# ");
        }
        return text.toString();
    }

    private void table(DeliveryTable table, String off) {
        line("");
        line("  # " + table.title().in(locale) + ". " + table.meaning().in(locale));
        line(off + "  " + table.code() + ":");
        line(off + "    file: " + table.code() + ".csv");
        line(off + "    variables:");
        table.variables().forEach(variable -> variable(variable, off));
    }

    private void variable(DescribedVariable variable, String off) {
        var plain = variable.variable();
        line("      # " + variable.title().in(locale) + "; " + wording.of(TemplateWords.type(plain.type()))
                + (variable.unit() == null ? "" : " (" + variable.unit().in(locale) + ")") + ", "
                + wording.of(TemplateWords.required(variable)));
        var sign = plain.required() || !off.isEmpty() ? off : "# ";
        line(sign + "      " + plain.code() + ": {column: " + plain.code() + codes(variable) + "}");
    }

    /** What each code means, as the hospital's own words to be replaced. */
    private String codes(DescribedVariable variable) {
        var titles = variable.categories().values().stream()
                .map(words -> words.in(locale))
                .distinct();
        return variable.categories().isEmpty()
                        || titles.count() < variable.categories().size()
                ? ""
                : variable.categories().entrySet().stream()
                        .map(entry -> quoted(entry.getValue()) + ": \"" + entry.getKey() + "\"")
                        .collect(Collectors.joining(", ", ", codes: {", "}"));
    }

    private String quoted(Words words) {
        return "\"" + words.in(locale).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private String said(String key) {
        return wording.of(new Phrase(key, List.of()));
    }

    private void comment(String indent, String key) {
        said(key).lines().forEach(each -> line(indent + "# " + each));
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
