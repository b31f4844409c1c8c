// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import static nl.waardeketen.corpus.Mutation.EPISODE;

import java.util.List;
import java.util.function.UnaryOperator;
import nl.waardeketen.corpus.Mutation.Change;
import nl.waardeketen.corpus.Mutation.Ending;

/** Headers that are not what the description says. */
final class HeaderMutations {
    private static final String KIND = "header";
    private static final String HEADER = EPISODE;

    private HeaderMutations() {}

    static List<Mutation> all() {
        return List.of(
                refused("a column called otherwise", replace(",age,", ",years,"), "column.missing", HEADER + " age"),
                refused(
                        "a letter too many",
                        replace(",admission,", ",admissions,"),
                        "column.missing",
                        HEADER + " admission"),
                refused("capitals", replace(",age,", ",AGE,"), "column.missing", HEADER + " age"),
                refused(
                        "a hyphen for an underscore",
                        replace("surgery_start", "surgery-start"),
                        "column.missing",
                        HEADER + " surgery_start"),
                refused("a name in Dutch", replace("patient,", "patiënt,"), "column.missing", HEADER + " patient"),
                refused("an empty name", replace(",age,", ",,"), "column.missing", HEADER + " age"),
                refused("a unit behind a name", replace(",age,", ",age (years),"), "column.missing", HEADER + " age"),
                refused("a name twice", replace(",sex,asa,", ",sex,sex,"), "column.twice", EPISODE + ":1 sex"),
                refused("two columns gone", replace(",sex,asa,", ",x,y,"), "column.missing", HEADER + " asa"),
                refused(
                        "a column gone from all lines",
                        columns(text -> text.replaceFirst("^([^,]*),[^,]*,", "$1,")),
                        "column.missing",
                        HEADER + " admission"),
                refused(
                        "no header",
                        each -> each.change(EPISODE, text -> text.substring(text.indexOf('\n') + 1)),
                        "column.missing",
                        HEADER + " admission"),
                refused(
                        "all names in one",
                        each -> each.line(EPISODE, 1, text -> '"' + text + '"'),
                        "column.missing",
                        HEADER + " cost"),
                refused(
                        "a name with an invisible sign",
                        replace(",age,", ",a\u200bge,"),
                        "column.missing",
                        HEADER + " age"),
                refused(
                        "too few names",
                        replace("patient,admission,", "patient;admission,"),
                        "column.missing",
                        HEADER + " patient"),
                Mutation.of(
                        KIND,
                        "the header twice",
                        Good.EPISODES,
                        Ending.ROW_WAITS,
                        each -> each.change(EPISODE, text -> FileMutations.header(text) + text),
                        List.of(Mutation.at("value.not-a-date", EPISODE + ":2 admission"))),
                Mutation.of(
                        KIND,
                        "the header again in the middle",
                        Good.EPISODES,
                        Ending.ROW_WAITS,
                        each -> each.change(EPISODE, text -> text + FileMutations.header(text)),
                        List.of(Mutation.at("value.not-a-date", EPISODE + ":51 admission"))),
                Mutation.of(
                        KIND,
                        "names of two columns swapped",
                        Good.EPISODES,
                        Ending.NOTHING_LANDS,
                        replace(",age,sex,", ",sex,age,"),
                        List.of(
                                Mutation.at("value.too-low", EPISODE + ":2 age"),
                                Mutation.at("value.unknown-code", EPISODE + ":2 sex"),
                                Mutation.at("delivery.too-many-broken", EPISODE))),
                Mutation.of(
                        KIND,
                        "admission and discharge swapped",
                        Good.EPISODES,
                        Ending.NOTHING_LANDS,
                        each -> each.line(
                                EPISODE,
                                1,
                                text -> text.replace("admission", "x")
                                        .replace("discharge,", "admission,")
                                        .replace(",x,", ",discharge,")),
                        List.of(Mutation.at("delivery.too-many-broken", EPISODE))),
                Mutation.of(
                        KIND,
                        "identifiers and ages swapped",
                        Good.EPISODES,
                        Ending.NOTHING_LANDS,
                        each -> each.line(
                                EPISODE,
                                1,
                                text -> text.replaceFirst("patient,", "!,")
                                        .replace(",age,", ",patient,")
                                        .replace("!,", "age,")),
                        List.of(Mutation.at("delivery.too-many-broken", EPISODE))));
    }

    private static Mutation refused(String name, Change change, String rule, String place) {
        return Mutation.refused(KIND, name, Good.EPISODES, change, rule, place);
    }

    private static Change replace(String before, String after) {
        return delivered -> delivered.line(EPISODE, 1, text -> text.replace(before, after));
    }

    private static Change columns(UnaryOperator<String> change) {
        return delivered -> delivered.change(
                EPISODE, text -> text.lines().map(change).reduce("", (all, line) -> all + line + "\n"));
    }
}
