// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.ColumnProfile;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.mappings.MappingDraft.Made;
import nl.waardeketen.mappings.MappingDraft.Way;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A variable on the page of a mapping.
 *
 * @param field how its fields begin
 * @param source what is chosen, as the field has it
 * @param state how sure the choice is
 * @param reasons why it is proposed, or what is to be looked at
 * @param examples of the chosen column
 * @param codes a row for each value that is known of the chosen column
 */
record VariableRow(
        DescribedVariable variable,
        String title,
        String field,
        String source,
        @Nullable Made made,
        State state,
        List<Phrase> reasons,
        List<String> examples,
        List<Code> codes) {

    /** How sure a choice is. */
    enum State {
        PROPOSED,
        LOOK,
        CHOSEN,
        MISSING,
        NONE
    }

    /** A value with what it stands for. */
    record Code(String value, long rows, String code, boolean open) {}

    static VariableRow of(
            DescribedVariable variable,
            String title,
            String field,
            Optional<Made> made,
            Optional<Proposal> proposal,
            Optional<ColumnProfile> column) {
        boolean gone = made.filter(each -> each.way() == Way.COLUMN).isPresent() && column.isEmpty();
        var source = gone ? "" : made.map(VariableRow::source).orElse("");
        boolean proposed = made.isPresent()
                && made.get().way() == Way.COLUMN
                && proposal.map(Proposal::column)
                        .filter(made.get().source()::equals)
                        .isPresent();
        var codes = made.filter(each -> each.way() == Way.COLUMN && CodeProposals.has(variable.variable()))
                .flatMap(each -> column.map(profile -> codes(variable, each, profile)))
                .orElse(List.of());
        return new VariableRow(
                variable,
                title,
                field,
                source,
                made.orElse(null),
                gone ? State.MISSING : state(variable, source, proposed, proposal, codes, column),
                reasons(proposed, proposal, codes, column, gone, made),
                column.map(profile -> Masked.examples(profile, false)).orElse(List.of()),
                codes);
    }

    private static String source(Made made) {
        return switch (made.way()) {
            case COLUMN -> EditorForm.COLUMN + made.source();
            case CONSTANT -> EditorForm.CONSTANT;
            case EXPRESSION -> EditorForm.EXPRESSION;
        };
    }

    private static State state(
            DescribedVariable variable,
            String source,
            boolean proposed,
            Optional<Proposal> proposal,
            List<Code> codes,
            Optional<ColumnProfile> column) {
        if (source.isEmpty()) {
            return variable.variable().required() ? State.MISSING : State.NONE;
        }
        boolean open = codes.stream().anyMatch(Code::open);
        if (open || column.filter(DateForms::isAmbiguous).isPresent()) {
            return State.LOOK;
        }
        return !proposed ? State.CHOSEN : proposal.filter(Proposal::sure).isPresent() ? State.PROPOSED : State.LOOK;
    }

    private static List<Phrase> reasons(
            boolean proposed,
            Optional<Proposal> proposal,
            List<Code> codes,
            Optional<ColumnProfile> column,
            boolean gone,
            Optional<Made> made) {
        var reasons = new ArrayList<Phrase>();
        long open = codes.stream().filter(Code::open).count();
        if (open > 0) {
            reasons.add(Phrase.of(open == 1 ? "mapping.look.code" : "mapping.look.codes", String.valueOf(open)));
        }
        if (column.filter(DateForms::isAmbiguous).isPresent()) {
            reasons.add(Phrase.of("mapping.look.date", column.get().shares().dateForm()));
        }
        if (gone) {
            reasons.add(Phrase.of("mapping.look.gone", made.map(Made::source).orElse("")));
        }
        made.filter(each -> each.way() == Way.COLUMN && !each.unit().isEmpty())
                .ifPresent(each -> reasons.add(Phrase.of("mapping.look.unit", each.unit())));
        if (proposed) {
            proposal.ifPresent(each -> {
                reasons.addAll(each.reasons());
                if (!each.also().isEmpty()) {
                    reasons.add(Phrase.of("mapping.look.also", String.join(", ", each.also())));
                }
            });
        }
        return reasons;
    }

    private static List<Code> codes(DescribedVariable variable, Made made, ColumnProfile column) {
        var allowed = variable.variable().type() == Variable.Type.FLAG
                ? List.of("0", "1")
                : List.copyOf(variable.categories().keySet());
        return new CodeProposals(variable)
                .of(column).stream()
                        .map(meant -> {
                            var direct = meant.ground() == CodeProposals.Ground.SAME_CODE
                                    && (meant.code().equals(meant.value())
                                            || variable.variable().type() == Variable.Type.FLAG);
                            var code = made.codes().getOrDefault(meant.value(), direct ? meant.code() : "");
                            boolean open =
                                    !allowed.contains(code) && made.others().isEmpty();
                            return new Code(meant.value(), meant.rows(), code, open);
                        })
                        .toList();
    }

    /** What a code can stand for, with titles. */
    public Map<String, String> meanings(boolean english) {
        if (variable.variable().type() == Variable.Type.FLAG) {
            var words = new LinkedHashMap<String, String>();
            words.put("1", english ? "yes" : "ja");
            words.put("0", english ? "no" : "nee");
            return words;
        }
        return variable.categories().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getKey() + " – "
                                + (english
                                        ? entry.getValue().en()
                                        : entry.getValue().nl()),
                        (one, two) -> one,
                        LinkedHashMap::new));
    }

    /** Key of the words for its type. */
    public String typeKey() {
        return "mapping.type." + variable.variable().type();
    }

    /** Key of the words for its state. */
    public String stateKey() {
        boolean optional = state == State.MISSING && !variable.variable().required();
        return "mapping.state." + (optional ? "GONE" : state);
    }

    public boolean isDate() {
        return variable.variable().type() == Variable.Type.DATE
                || variable.variable().type() == Variable.Type.TIME;
    }

    public boolean isNumber() {
        return variable.variable().type().isNumeric();
    }

    public boolean isColumn() {
        return source.startsWith(EditorForm.COLUMN);
    }
}
