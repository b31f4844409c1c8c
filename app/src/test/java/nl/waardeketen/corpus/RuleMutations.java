// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import static nl.waardeketen.corpus.Mutation.EPISODE;
import static nl.waardeketen.corpus.Mutation.LINE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.waardeketen.corpus.Mutation.Ending;
import nl.waardeketen.corpus.Mutation.Finding;

/** Values that are sound on their own, and not beside each other. */
final class RuleMutations {
    private static final String KIND = "rules over several variables";

    /** Rule, its columns, and what is written where. */
    private static final String TABLE = """
            discharge-before-admission | admission, discharge | discharge=2026-04-09, surgery_start=, treatment=0
            death-before-admission | admission, death | death=2026-04-09, surgery_start=, treatment=0, discharge=
            death-before-surgery | death, surgery_start | death=2026-04-10, discharge=
            death-before-discharge | death, discharge | death=2026-04-15
            surgery-before-arrival | arrival, surgery_start | surgery_start=2026-04-10T09:30
            surgery-before-admission | admission, surgery_start | surgery_start=2026-04-09T09:30, arrival=, ed_departure=
            surgery-after-discharge | discharge, surgery_start | surgery_start=2026-04-19T09:30
            ed-departure-before-arrival | arrival, ed_departure | ed_departure=2026-04-10T09:59
            surgery-without-treatment | surgery_start, treatment | treatment=0
            reoperation-before-surgery | reoperation, surgery_start | reoperation=2026-04-10
            died-in-hospital-without-death | death, discharge_to | discharge_to=5
            followup-before-admission | admission, followup | followup=2026-04-09
            """;

    private RuleMutations() {}

    static List<Mutation> all() {
        var mutations = new ArrayList<Mutation>();
        TABLE.lines().map(line -> line.split(" \\| ")).forEach(row -> mutations.add(episode(row, Ending.ROW_WAITS)));
        mutations.add(episode(
                new String[] {"treatment-without-surgery-start", "surgery_start, treatment", "surgery_start="},
                Ending.NOTED));
        mutations.add(episode(
                new String[] {
                    "arrival-long-before-admission",
                    "admission, arrival",
                    "arrival=2026-04-01T10:00, ed_departure=2026-04-01T13:00"
                },
                Ending.NOTED));
        mutations.add(table("activity-ends-before-start", "activity", "ended", "2026-04-11T08:00", "ended, started"));
        mutations.add(table("product-closes-before-opening", "product", "closed", "2026-04-09", "closed, opened"));
        mutations.add(Mutation.of(
                KIND,
                "two rules at once",
                Good.EPISODES,
                Ending.ROW_WAITS,
                delivered -> {
                    delivered.cell(EPISODE, LINE, "followup", "2026-04-09");
                    delivered.cell(EPISODE, LINE, "reoperation", "2026-04-10");
                },
                List.of(
                        new Finding("rule.followup-before-admission", EPISODE, LINE, "admission, followup"),
                        new Finding("rule.reoperation-before-surgery", EPISODE, LINE, "reoperation, surgery_start"))));
        return mutations;
    }

    private static Mutation episode(String[] row, Ending ending) {
        return Mutation.of(
                KIND,
                row[0],
                Good.EPISODES,
                ending,
                delivered -> {
                    for (var cell : Stream.of(row[2].split(", "))
                            .map(each -> each.split("=", -1))
                            .toList()) {
                        delivered.cell(EPISODE, LINE, cell[0], cell[1].strip());
                    }
                },
                List.of(new Finding("rule." + row[0], EPISODE, LINE, row[1])));
    }

    private static Mutation table(String rule, String table, String column, String value, String columns) {
        var file = table + ".csv";
        return Mutation.of(
                KIND,
                rule,
                Good.TABLES,
                Ending.ROW_WAITS,
                delivered -> delivered.cell(file, LINE, column, value),
                List.of(new Finding("rule." + rule, file, LINE, columns)));
    }
}
