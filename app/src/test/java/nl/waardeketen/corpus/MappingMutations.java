// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import static nl.waardeketen.corpus.GoodDeliveries.STAYS;
import static nl.waardeketen.corpus.Mutation.LINE;
import static nl.waardeketen.corpus.Mutation.MAPPING;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import nl.waardeketen.corpus.Mutation.Change;
import nl.waardeketen.corpus.Mutation.Ending;

/** Mappings and outcome sets that cannot be followed, and files that their mapping does not fit. */
final class MappingMutations {
    private static final String KIND = "mapping";
    private static final String SET = "outcome set";
    private static final String FILE = "file beside its mapping";
    private static final String DOCUMENT = "outcome-set.yaml";

    private MappingMutations() {}

    static List<Mutation> all() {
        return List.of(
                mapping("none", each -> Files.delete(each.folder().resolve(MAPPING)), "mapping.unreadable", MAPPING),
                mapping("empty", each -> each.write(MAPPING, ""), "yaml.unreadable", MAPPING),
                mapping("only a remark", each -> each.write(MAPPING, "# later\n"), "yaml.unreadable", MAPPING),
                mapping(
                        "not UTF-8",
                        each -> each.write(
                                MAPPING,
                                each.text(MAPPING)
                                        .replace("# How", "# H\u00f6e")
                                        .getBytes(StandardCharsets.ISO_8859_1)),
                        "mapping.unreadable",
                        MAPPING),
                mapping(
                        "bytes",
                        each -> each.write(MAPPING, new byte[] {0, 1, 2, 3, (byte) 255}),
                        "mapping.unreadable",
                        MAPPING),
                mapping("tabs for indentation", replace("  died:", "\tdied:"), "yaml.unreadable", MAPPING + ":10"),
                mapping(
                        "a brace that is not closed",
                        replace("{column: died}", "{column: died"),
                        "yaml.unreadable",
                        MAPPING + ":11"),
                mapping(
                        "a key twice",
                        each -> each.change(MAPPING, text -> text + "sender: again\n"),
                        "document.invalid",
                        MAPPING + ":17 sender"),
                mapping(
                        "a list",
                        each -> each.write(MAPPING, "- a\n- b\n"),
                        "document.invalid",
                        MAPPING + ":1 outcome-set"),
                mapping(
                        "only a word",
                        each -> each.write(MAPPING, "mapping\n"),
                        "document.invalid",
                        MAPPING + ":1 outcome-set"),
                mapping(
                        "folded deeply",
                        each -> each.write(MAPPING, "a: " + "[".repeat(20_000)),
                        "yaml.unreadable",
                        MAPPING),
                mapping("references to references", each -> each.write(MAPPING, bomb()), "yaml.unreadable", MAPPING),
                mapping(
                        "an object of a class",
                        replace("sender: medicare", "sender: !!java.io.File [x]"),
                        "yaml.unreadable",
                        MAPPING + ":4"),
                mapping("an unknown key", replace("sender:", "sendr:"), "document.invalid", MAPPING + ":4 sendr"),
                mapping(
                        "an unknown group",
                        replace("outcome-set.yaml", "hips"),
                        "document.invalid",
                        MAPPING + ":2 outcome-set"),
                mapping(
                        "an outcome set that is not there",
                        replace("outcome-set.yaml", "other.yaml"),
                        "outcome-set.unreadable",
                        "other.yaml"),
                mapping(
                        "an unknown variable",
                        replace("  died:", "  dead:"),
                        "document.invalid",
                        MAPPING + ":10 variables.dead"),
                mapping(
                        "no required variable",
                        each -> each.change(MAPPING, text -> text.replaceAll("  admission.*\n", "")),
                        "document.invalid",
                        MAPPING + ":9 variables.admission"),
                mapping(
                        "a column and a constant",
                        replace("{column: died}", "{column: died, constant: 1}"),
                        "document.invalid",
                        MAPPING + ":10 variables.died"),
                mapping(
                        "patients that are a constant",
                        replace("{column: rownames}", "{constant: p}"),
                        "document.invalid",
                        MAPPING + ":7 patient"),
                mapping(
                        "the patient as a variable",
                        replace("{column: age80}", "{column: rownames}"),
                        "document.invalid",
                        MAPPING + ":7 patient"),
                mapping(
                        "the patient as organisation",
                        replace("{column: provnum}", "{column: rownames}"),
                        "document.invalid",
                        MAPPING + ":7 patient"),
                mapping(
                        "a code of another list",
                        replace("{column: type}", "{column: type, codes: {a: \"9\"}}"),
                        "document.invalid",
                        MAPPING + ":15 variables.type.codes.a"),
                mapping(
                        "a form of dates for a number",
                        replace("{column: los}", "{column: los, date: jjjjmmdd}"),
                        "document.invalid",
                        MAPPING + ":11 variables.stay_days.date"),
                mapping(
                        "a factor of nothing",
                        replace("{column: los}", "{column: los, factor: 0}"),
                        "document.invalid",
                        MAPPING + ":11 variables.stay_days.factor"),
                mapping(
                        "a factor beyond numbers",
                        replace("{column: los}", "{column: los, factor: 1" + "0".repeat(400) + "}"),
                        "document.invalid",
                        MAPPING + ":11 variables.stay_days.factor"),
                mapping(
                        "an expression that asks the engine",
                        replace(
                                "{column: los}",
                                "{expression: \"(SELECT 1)\", columns: {los: {column: los, type: number}}}"),
                        "document.invalid",
                        MAPPING + ":11 variables.stay_days.expression"),
                mapping(
                        "an expression over what is not there",
                        replace(
                                "{column: los}",
                                "{expression: \"days + 1\", columns: {los: {column: los, type: number}}}"),
                        "document.invalid",
                        MAPPING + ":11 variables.stay_days.expression"),
                mapping(
                        "a constant that is no number",
                        replace("{column: died}", "{constant: misschien}"),
                        Ending.NOTHING_LANDS,
                        "value.not-a-flag",
                        STAYS + ":2 died"),
                mapping(
                        "a constant that is no date",
                        replace("1991-01-01", "1991-02-31"),
                        Ending.NOTHING_LANDS,
                        "value.not-a-date",
                        STAYS + ":2 admission"),
                mapping(
                        "patients that are not pseudonyms",
                        replace("{column: rownames}", "{column: rownames, stage: first}"),
                        Ending.NOTHING_LANDS,
                        "patient.not-a-pseudonym",
                        STAYS + ":2 rownames"),
                file(
                        "a column gone",
                        each -> each.replace(STAYS, ",los,", ",days,"),
                        "column.missing",
                        " los",
                        Ending.NOTHING_LANDS),
                file(
                        "the column of patients gone",
                        each -> each.replace(STAYS, "rownames", "nr"),
                        "column.missing",
                        " rownames",
                        Ending.NOTHING_LANDS),
                file(
                        "a new code",
                        each -> each.cell(STAYS, LINE, "type", "4"),
                        "value.unknown-code",
                        ":5 type",
                        Ending.ROW_WAITS),
                file(
                        "no organisation",
                        each -> each.cell(STAYS, LINE, "provnum", ""),
                        "organisation.missing",
                        ":5 provnum",
                        Ending.ROW_WAITS),
                file(
                        "a citizen service number for an organisation",
                        each -> each.cell(STAYS, LINE, "provnum", "123456782"),
                        "identifier.bsn",
                        ":5 provnum",
                        Ending.NOTHING_LANDS),
                file(
                        "a length of stay of years",
                        each -> each.cell(STAYS, LINE, "los", "4000"),
                        "value.too-high",
                        ":5 los",
                        Ending.ROW_WAITS),
                set(
                        "not there",
                        each -> Files.delete(each.folder().resolve(DOCUMENT)),
                        "outcome-set.unreadable",
                        DOCUMENT),
                set("empty", each -> each.write(DOCUMENT, ""), "yaml.unreadable", DOCUMENT),
                set(
                        "not UTF-8",
                        each -> each.write(DOCUMENT, new byte[] {(byte) 0xe9, 0x20}),
                        "outcome-set.unreadable",
                        DOCUMENT),
                set(
                        "an unknown type",
                        each -> each.replace(DOCUMENT, "type: flag", "type: boolean"),
                        "document.invalid",
                        DOCUMENT + ":17 variables[2].type"),
                set(
                        "a range upside down",
                        each -> each.replace(DOCUMENT, "[0, 1000]", "[1000, 0]"),
                        "document.invalid",
                        DOCUMENT + ":25 variables[3].range"),
                set(
                        "a numerator that asks the engine",
                        each -> each.replace(DOCUMENT, "numerator: \"died\"", "numerator: \"(SELECT 1)\""),
                        "document.invalid",
                        DOCUMENT + ":68 indicators[1].numerator"),
                set(
                        "a variable by a reserved name",
                        each -> each.change(DOCUMENT, text -> text.replace("code: hmo", "code: record")),
                        "document.invalid",
                        DOCUMENT + ":40 variables[6].code"));
    }

    private static String bomb() {
        var text = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'k'; c++) {
            var one = "*" + (char) (c - 1);
            text.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append((one + ", ").repeat(9))
                    .append(one)
                    .append("]\n");
        }
        return text.toString();
    }

    private static Change replace(String before, String after) {
        return delivered -> delivered.replace(MAPPING, before, after);
    }

    private static Mutation mapping(String name, Change change, String rule, String place) {
        return Mutation.refused(KIND, name, Good.STAYS, change, rule, place);
    }

    private static Mutation mapping(String name, Change change, Ending ending, String rule, String place) {
        return Mutation.of(KIND, name, Good.STAYS, ending, change, List.of(Mutation.at(rule, place)));
    }

    private static Mutation file(String name, Change change, String rule, String place, Ending ending) {
        return Mutation.of(FILE, name, Good.STAYS, ending, change, List.of(Mutation.at(rule, STAYS + place)));
    }

    private static Mutation set(String name, Change change, String rule, String place) {
        return Mutation.refused(SET, name, Good.STAYS, change, rule, place);
    }
}
