// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import static nl.waardeketen.corpus.Mutation.EPISODE;
import static nl.waardeketen.corpus.Mutation.LINE;
import static nl.waardeketen.corpus.Mutation.at;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.waardeketen.corpus.Mutation.Change;
import nl.waardeketen.corpus.Mutation.Ending;

/** Rows that are there twice, belong to nobody, or are broken too often. */
final class RowMutations {
    private static final String TWICE = "rows that are there twice";
    private static final String OTHERS = "rows beside other tables";
    private static final String VALUES = "values of the other tables";
    private static final String LIMITS = "limits of the whole";
    /** The row below the last one. */
    private static final int BELOW = 51;

    private RowMutations() {}

    static List<Mutation> all() {
        return List.of(
                tables(TWICE, "an episode", Ending.ROW_WAITS, again(EPISODE), "row.twice", EPISODE + ":" + BELOW),
                tables(
                        TWICE,
                        "a patient",
                        Ending.ROW_WAITS,
                        again("patient.csv"),
                        "patient.twice",
                        "patient.csv:" + BELOW),
                tables(
                        TWICE,
                        "a measurement",
                        Ending.ROW_WAITS,
                        again("measurement.csv"),
                        "row.twice",
                        "measurement.csv:" + BELOW),
                tables(TWICE, "an activity", Ending.NOTED, again("activity.csv"), "row.twice", "activity.csv:" + BELOW),
                tables(TWICE, "a product", Ending.NOTED, again("product.csv"), "row.twice", "product.csv:" + BELOW),
                tables(
                        TWICE,
                        "a patient, written with points",
                        Ending.ROW_WAITS,
                        each -> {
                            var patient = each.cell("patient.csv", LINE, "patient");
                            var written = patient.substring(0, 4) + "." + patient.substring(4, 6) + "."
                                    + patient.substring(6);
                            each.change("patient.csv", text -> text + written + ",2,1946,\n");
                        },
                        "patient.twice",
                        "patient.csv:" + BELOW),
                tables(
                        TWICE,
                        "an episode with another age",
                        Ending.ROW_WAITS,
                        each -> {
                            again(EPISODE).to(each);
                            each.cell(EPISODE, BELOW, "age", "81");
                        },
                        "row.twice",
                        EPISODE + ":" + BELOW),
                tables(
                        TWICE,
                        "all episodes",
                        Ending.NOTHING_LANDS,
                        each -> each.change(EPISODE, text -> text + text.substring(text.indexOf('\n') + 1)),
                        "delivery.too-many-broken",
                        EPISODE),
                orphan("activity"),
                orphan("measurement"),
                orphan("product"),
                tables(
                        OTHERS,
                        "all activities of others",
                        Ending.NOTHING_LANDS,
                        each -> each.change("activity.csv", text -> text.replaceAll("(?m)^\\d", "X")),
                        "delivery.too-many-broken",
                        "activity.csv"),
                tables(
                        OTHERS,
                        "the episode of an activity is broken",
                        Ending.ROW_WAITS,
                        each -> each.cell(EPISODE, LINE, "age", "tachtig"),
                        "value.not-a-number",
                        EPISODE + ":" + LINE + " age"),
                cell("activity", "activity", "", "value.missing"),
                cell("activity", "started", "2026-04-31T09:00", "value.not-a-time"),
                cell("activity", "quantity", "-1", "value.too-low"),
                cell("activity", "quantity", "1e9", "value.too-high"),
                cell("measurement", "item", "", "value.missing"),
                cell("measurement", "result", "goed", "value.not-a-number"),
                cell("measurement", "measured", "12 april", "value.not-a-date"),
                cell("product", "product", "NULL", "value.missing"),
                cell("product", "amount", "gratis", "value.not-a-number"),
                cell("product", "amount", "1e300", "value.too-large"),
                cell("patient", "birth_year", "46", "value.too-low"),
                cell("patient", "sex", "3", "value.unknown-code"),
                cell("patient", "death", "2026-06-31", "value.not-a-date"),
                tables(
                        LIMITS,
                        "a table of which one row in ten is broken",
                        Ending.NOTHING_LANDS,
                        each -> breaks(each, 6),
                        "delivery.too-many-broken",
                        EPISODE),
                tables(
                        LIMITS,
                        "just above the limit",
                        Ending.NOTHING_LANDS,
                        each -> breaks(each, 3),
                        "delivery.too-many-broken",
                        EPISODE),
                tables(
                        LIMITS,
                        "all rows broken",
                        Ending.NOTHING_LANDS,
                        each -> breaks(each, BELOW - 2),
                        "delivery.too-many-broken",
                        EPISODE),
                tables(
                        LIMITS,
                        "one row, and that broken",
                        Ending.NOTHING_LANDS,
                        each -> {
                            each.change(EPISODE, text -> text.lines().limit(2).collect(Collectors.joining("\n")));
                            each.cell(EPISODE, 2, "age", "oud");
                        },
                        "delivery.too-many-broken",
                        EPISODE),
                tables(
                        LIMITS,
                        "no patient in any row",
                        Ending.NOTHING_LANDS,
                        each -> each.change(EPISODE, text -> text.replaceAll("(?m)^\\d+", "")),
                        "delivery.too-many-broken",
                        EPISODE));
    }

    private static Mutation tables(String kind, String name, Ending ending, Change change, String rule, String place) {
        return Mutation.of(kind, name, Good.TABLES, ending, change, List.of(at(rule, place)));
    }

    private static Change again(String file) {
        return delivered ->
                delivered.change(file, text -> text + text.lines().toList().get(LINE - 1) + "\n");
    }

    private static Mutation orphan(String table) {
        var file = table + ".csv";
        return tables(
                OTHERS,
                table + " of a patient without episode",
                Ending.ROW_WAITS,
                delivered -> delivered.cell(file, LINE, "patient", "X-404"),
                table + ".no-episode",
                file + ":" + LINE);
    }

    private static Mutation cell(String table, String column, String value, String rule) {
        var file = table + ".csv";
        return tables(
                VALUES,
                table + ", " + column + " " + (value.isEmpty() ? "empty" : value),
                Ending.ROW_WAITS,
                delivered -> {
                    delivered.only(table);
                    delivered.cell(file, LINE, column, value);
                },
                rule,
                file + ":" + LINE + " " + column);
    }

    private static void breaks(Delivered delivered, int rows) throws java.io.IOException {
        var lines = new ArrayList<>(delivered.text(EPISODE).lines().toList());
        int age = delivered.columns(EPISODE).indexOf("age");
        for (int i = 1; i <= rows; i++) {
            var values = lines.get(i).split(",", -1);
            values[age] = "oud";
            lines.set(i, String.join(",", values));
        }
        delivered.write(EPISODE, String.join("\n", lines) + "\n");
    }
}
