// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.waardeketen.analytics.ColumnProfile;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.concepts.Expectation;
import nl.waardeketen.shared.Words;
import nl.waardeketen.web.Phrase;

/**
 * Proposes for every variable of a table the column that is most like it by name and content. Each column is proposed once;
 * the likeliest pair is taken first. A column with a day and a time may also give the day alone.
 */
final class Proposals {
    /** Below this nothing is proposed: a wrong proposal costs more than none. */
    static final double LEAST = 0.5;

    private static final double NAME_WEIGHT = 0.7;
    private static final double LEAST_NAME = 0.3;
    private static final double LEAST_CONTENT = 0.3;

    /** A second column this close makes the first one uncertain. */
    private static final double CLOSE = 0.1;

    private static final double UNDECIDED = 0.02;

    private final List<ColumnProfile> columns;
    private final List<DescribedVariable> variables;
    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(String variable, String column, double score, List<Phrase> reasons) {}

    private Proposals(DeliveryTable table, List<ColumnProfile> columns, Set<String> taken) {
        this.columns = columns.stream()
                .filter(column -> !taken.contains(column.name()))
                .toList();
        this.variables = table.variables();
        var names = new NameLikeness(variables);
        variables.forEach(variable -> this.columns.forEach(column -> consider(variable, column, names)));
        pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
    }

    /** For the variables of a table; none for those that no column is like. */
    static List<Proposal> of(DeliveryTable table, List<ColumnProfile> columns, Collection<String> taken) {
        return new Proposals(table, columns, Set.copyOf(taken)).chosen();
    }

    private void consider(DescribedVariable variable, ColumnProfile column, NameLikeness names) {
        var name = names.of(variable, column.name());
        var content = ContentLikeness.of(variable, column);
        boolean alike = name.value() >= LEAST_NAME && content.value() >= LEAST_CONTENT;
        double score = NAME_WEIGHT * name.value() + (1 - NAME_WEIGHT) * content.value();
        if (alike && score >= LEAST) {
            pairs.add(new Pair(variable.code(), column.name(), score, List.of(name.reason(), content.reason())));
        }
    }

    /** A column that is as much like another variable is like neither. */
    private boolean undecided(Pair pair, Set<String> usedVariables) {
        return pairs.stream()
                .filter(other -> other.column().equals(pair.column()) && !usedVariables.contains(other.variable()))
                .anyMatch(other -> !other.variable().equals(pair.variable())
                        && Math.abs(other.score() - pair.score()) < UNDECIDED);
    }

    private List<Proposal> chosen() {
        var usedColumns = new HashSet<String>();
        var usedVariables = new HashSet<String>();
        var chosen = new ArrayList<Proposal>();
        for (var pair : pairs) {
            boolean free = !usedVariables.contains(pair.variable()) && !usedColumns.contains(pair.column());
            if (free && !undecided(pair, usedVariables)) {
                usedColumns.add(pair.column());
                usedVariables.add(pair.variable());
                chosen.add(new Proposal(pair.variable(), pair.column(), pair.score(), pair.reasons(), List.of()));
            }
        }
        variables.stream()
                .filter(variable -> variable.variable().required() && !usedVariables.contains(variable.code()))
                .forEach(variable -> onlyOne(variable, usedColumns).ifPresent(chosen::add));
        return variables.stream()
                .flatMap(variable ->
                        chosen.stream().filter(proposal -> proposal.variable().equals(variable.code())))
                .map(proposal -> withOthers(proposal, usedColumns))
                .toList();
    }

    /** A required day or moment that a single column is left for, whatever it is called. */
    private Optional<Proposal> onlyOne(DescribedVariable variable, Set<String> used) {
        var type = variable.variable().type();
        if (type != Variable.Type.DATE && type != Variable.Type.TIME) {
            return Optional.empty();
        }
        var left = columns.stream()
                .filter(column -> !used.contains(column.name()))
                .filter(column -> column.missing() < column.rows()
                        && ContentLikeness.of(variable, column).value() > 0.9)
                .map(ColumnProfile::name)
                .toList();
        if (left.size() != 1) {
            return Optional.empty();
        }
        used.add(left.get(0));
        return Optional.of(new Proposal(
                variable.code(), left.get(0), LEAST, List.of(Phrase.of("mapping.reason.only-one")), List.of()));
    }

    private Proposal withOthers(Proposal proposal, Set<String> used) {
        var also = pairs.stream()
                .filter(pair -> pair.variable().equals(proposal.variable()) && !used.contains(pair.column()))
                .filter(pair -> pair.score() > proposal.score() - CLOSE)
                .map(Pair::column)
                .toList();
        return new Proposal(proposal.variable(), proposal.column(), proposal.score(), proposal.reasons(), also);
    }

    /** The column with the identifiers of patients. */
    static Optional<Proposal> patient(List<ColumnProfile> columns) {
        var who = new DescribedVariable(
                new Variable(DeliveryTable.PATIENT, Variable.Type.TEXT, true, null, null, List.of()),
                new Words("Patiëntnummer", "Patient number"),
                null,
                null,
                Map.of(),
                "",
                true,
                Expectation.NONE);
        var names = new NameLikeness(List.of(who));
        return columns.stream()
                .map(column -> patient(who, column, names))
                .filter(proposal -> proposal.score() >= LEAST)
                .max(Comparator.comparingDouble(Proposal::score));
    }

    private static Proposal patient(DescribedVariable who, ColumnProfile column, NameLikeness names) {
        var name = names.of(who, column.name());
        boolean numbers = column.shares().serviceNumber() > 0.95;
        double different = (double) column.distinct() / Math.max(1, column.rows());
        boolean readable = column.shares().date() > 0.9 || column.shares().moment() > 0.9;
        double content = numbers ? 1 : readable || column.distinct() < 2 ? 0 : Math.min(0.8, 0.3 + different);
        var reason = numbers ? "mapping.reason.service-numbers" : "mapping.reason.different";
        double score = numbers ? Math.max(0.9, name.value()) : NAME_WEIGHT * name.value() + (1 - NAME_WEIGHT) * content;
        return new Proposal(
                DeliveryTable.PATIENT,
                column.name(),
                content == 0 ? 0 : score,
                List.of(name.reason(), new Phrase(reason, List.of())),
                List.of());
    }
}
