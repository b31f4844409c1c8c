// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.mappings.MappingDraft.Made;
import nl.waardeketen.mappings.MappingDraft.Table;
import nl.waardeketen.mappings.MappingDraft.Way;
import org.springframework.util.MultiValueMap;

/** What a person filled in on the page of a mapping. */
final class EditorForm {
    static final String COLUMN = "column:";
    static final String CONSTANT = "constant";
    static final String EXPRESSION = "expression";

    private final Extract extract;
    private final MultiValueMap<String, String> fields;

    EditorForm(Extract extract, MultiValueMap<String, String> fields) {
        this.extract = extract;
        this.fields = fields;
    }

    private String field(String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    MappingDraft draft() {
        var tables = new ArrayList<Table>();
        for (int i = 0; i < extract.files().size(); i++) {
            tables.add(table(i, extract.files().get(i)));
        }
        return new MappingDraft(
                extract.set().code(),
                extract.organisation(),
                field("organisation"),
                field("stage").equals("first"),
                tables);
    }

    private Table table(int number, ExtractFile file) {
        var prefix = "t" + number + ".";
        var code = field(prefix + "table");
        var asked = DeliveryTables.of(extract.set()).stream()
                .filter(table -> table.code().equals(code))
                .findFirst();
        if (asked.isEmpty()) {
            return new Table("", file.name(), file.sheet(), field(prefix + "patient"), Map.of());
        }
        if (!field(prefix + "was").equals(code)) {
            return DraftProposal.table(asked.get(), file);
        }
        return new Table(
                code,
                file.name(),
                file.sheet(),
                field(prefix + "patient"),
                variables(prefix + "v.", asked.get(), file));
    }

    private Map<String, Made> variables(String prefix, DeliveryTable table, ExtractFile file) {
        var variables = new LinkedHashMap<String, Made>();
        for (var variable : table.variables()) {
            var at = prefix + variable.code() + ".";
            var source = field(at + "source");
            if (source.startsWith(COLUMN)) {
                variables.put(variable.code(), column(at, variable, source.substring(COLUMN.length()), file));
            } else if (source.equals(CONSTANT) || source.equals(EXPRESSION)) {
                var way = source.equals(CONSTANT) ? Way.CONSTANT : Way.EXPRESSION;
                variables.put(
                        variable.code(),
                        new Made(way, field(at + "text"), field(at + "inputs"), "", "", "", Map.of(), ""));
            }
        }
        return variables;
    }

    /** For another column than before, its codes and forms are proposed anew. */
    private Made column(String at, DescribedVariable variable, String column, ExtractFile file) {
        var found = file.column(column);
        boolean other = !field(at + "was").equals(column);
        if (other && found.isPresent()) {
            return DraftProposal.made(variable, found.get());
        }
        return new Made(
                Way.COLUMN,
                column,
                "",
                field(at + "date"),
                field(at + "unit"),
                field(at + "factor"),
                codes(at),
                field(at + "others"));
    }

    private Map<String, String> codes(String at) {
        var codes = new LinkedHashMap<String, String>();
        List<String> values = fields.getOrDefault(at + "value", List.of());
        List<String> meanings = fields.getOrDefault(at + "code", List.of());
        for (int i = 0; i < Math.min(values.size(), meanings.size()); i++) {
            if (!meanings.get(i).equals(values.get(i))) {
                codes.put(values.get(i), meanings.get(i));
            }
        }
        return codes;
    }
}
