// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.waardeketen.analytics.ColumnProfile;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.mappings.MappingDraft.Made;
import nl.waardeketen.mappings.MappingDraft.Table;
import nl.waardeketen.mappings.MappingDraft.Way;

/** A mapping to begin with, from what an extract looks like. */
final class DraftProposal {
    private DraftProposal() {}

    /** For every file the table that it is most like, with a column for each variable that one is found for. */
    static MappingDraft of(OutcomeSet set, String organisation, List<ExtractFile> files) {
        var tables = new ArrayList<Table>();
        var taken = new ArrayList<String>();
        for (var file : files) {
            var best = DeliveryTables.of(set).stream()
                    .filter(table -> !taken.contains(table.code()))
                    .map(table -> table(table, file))
                    .max(Comparator.comparingDouble(table -> weight(table, file, files.size())))
                    .orElseThrow();
            boolean useful = !best.variables().isEmpty() || files.size() == 1;
            tables.add(useful ? best : new Table("", file.name(), file.sheet(), best.patient(), Map.of()));
            taken.add(useful ? best.code() : "");
        }
        return new MappingDraft(set.code(), organisation, "", false, tables);
    }

    /** The name of the file tells most; episodes are what a single file holds, unless little of it fits. */
    private static double weight(Table table, ExtractFile file, int files) {
        boolean named = ColumnWords.plain(file.name()).contains(ColumnWords.plain(table.code()))
                || ColumnWords.given().of(file.name()).contains(table.code());
        boolean usual = files == 1 && table.code().equals(DeliveryTable.EPISODE);
        return table.variables().size() + (named ? 10 : 0) + (usual ? 2 : 0);
    }

    static Table table(DeliveryTable table, ExtractFile file) {
        var columns = file.profile().columns();
        var patient = Proposals.patient(columns).map(Proposal::column).orElse("");
        var variables = new LinkedHashMap<String, Made>();
        for (var proposal : Proposals.of(table, columns, Set.of(patient))) {
            var variable = table.variable(proposal.variable()).orElseThrow();
            columns.stream()
                    .filter(column -> column.name().equals(proposal.column()))
                    .findFirst()
                    .ifPresent(column -> variables.put(variable.code(), made(variable, column)));
        }
        new DerivedProposals(table, columns, Set.of(patient)).addTo(variables);
        return new Table(table.code(), file.name(), file.sheet(), patient, variables);
    }

    /** How a column becomes a variable: with its codes, form of dates and unit as far as they can be told. */
    static Made made(DescribedVariable variable, ColumnProfile column) {
        var type = variable.variable().type();
        boolean day = type == Variable.Type.DATE
                && column.shares().moment() > column.shares().date();
        if (day) {
            return dayOf(column.name());
        }
        boolean dates = type == Variable.Type.DATE || type == Variable.Type.TIME;
        var codes = CodeProposals.has(variable.variable())
                ? CodeProposals.written(new CodeProposals(variable).of(column))
                : Map.<String, String>of();
        Optional<String> form = dates ? DateForms.toSay(column) : Optional.empty();
        if (type == Variable.Type.TIME
                && form.isEmpty()
                && column.shares().date() > column.shares().moment()) {
            form = Optional.of(column.shares().dateForm());
        }
        var unit = type.isNumeric() ? UnitProposals.of(variable, column).orElse("") : "";
        return new Made(Way.COLUMN, column.name(), "", form.orElse(""), unit, "", codes, "");
    }

    /** The day of a column with days and times. */
    private static Made dayOf(String column) {
        return new Made(Way.EXPRESSION, "date_of(moment)", "moment = " + column + ": time", "", "", "", Map.of(), "");
    }
}
