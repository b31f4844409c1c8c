// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.waardeketen.analytics.DeliveryPlan.Column;
import nl.waardeketen.analytics.DeliveryPlan.Constant;
import nl.waardeketen.analytics.DeliveryPlan.Derived;
import nl.waardeketen.analytics.DeliveryPlan.FromColumn;
import nl.waardeketen.analytics.DeliveryPlan.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tables of one delivery are judged together. */
class SeveralTablesTests {
    private static final List<Threshold> LENIENT = List.of();

    private final Scratch scratch = new Scratch();
    private final List<TablePlan> tables = new ArrayList<>();

    @AfterEach
    void close() {
        scratch.close();
    }

    private SeveralTablesTests with(String table, List<String> key, String text, Variable... variables)
            throws IOException {
        var file = Files.writeString(scratch.folder().resolve(table + ".csv"), text);
        var columns = List.of(variables).stream()
                .map(variable -> new Column(variable, new FromColumn(variable.code()), Map.of()))
                .toList();
        var definition = new TableDefinition(table, List.of(variables), key);
        tables.add(new TablePlan(
                definition, file, table + ".csv", null, new Constant("A"), new FromColumn("patient"), columns));
        return this;
    }

    private CheckReport report(List<Threshold> limits, RowCheck... checks) throws IOException {
        return written(limits, List.of(checks)).report();
    }

    private record Written(CheckReport report, Path folder) {}

    private Written written(List<Threshold> limits, List<RowCheck> checks) throws IOException {
        var folder = Files.createTempDirectory(scratch.folder(), "written");
        try (var inner = Scratch.inside(folder);
                var checked = CheckedDelivery.of(new DeliveryPlan(tables, checks, Stage.IDENTIFIERS, limits), inner)) {
            checked.write(inner.folder(), inner.folder(), Plans.KEYS);
            for (var table : tables) {
                var quarantine = inner.folder().resolve(table.table().code() + ".csv");
                if (Files.exists(quarantine)) {
                    Files.copy(quarantine, folder.resolve(table.table().code() + ".csv"));
                }
            }
            return new Written(checked.report(), folder);
        }
    }

    @Test
    void keepsActivitiesOfPatientsWithoutEpisodeOut() throws IOException {
        with("episode", List.of("admission"), "patient,admission\n1.2,2026-01-01\n", Variables.ADMISSION);
        with("activity", List.of(), "patient,remark\n12,a\n99,b\n1-2,c\n", Variables.REMARK);

        var found = written(LENIENT, List.of());

        assertThat(found.report().problems())
                .extracting(Problem::table, Problem::line, Problem::rule)
                .containsExactly(tuple("activity", 3L, "activity.no-episode"));
        assertThat(found.report().outcome()).isEqualTo(CheckReport.Outcome.PASS_WITH_QUARANTINE);
        assertThat(Files.readAllLines(found.folder().resolve("activity.csv")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("\"3\",\"activity.no-episode\",\"")
                .endsWith("\",\"b\"");
    }

    @Test
    void leavesWhoObjectsOutOfEveryTableAndOfQuarantine() throws IOException {
        with("episode", List.of(), "patient,admission\n1,2026-01-01\n2,2026-01-01\n", Variables.ADMISSION);
        with("activity", List.of(), "patient,age\n1,1\n2,2\n1,old\n2,older\n1,3\n", Variables.AGE);
        with("measurement", List.of(), "patient,age\n1,old\n2,1\n", Variables.AGE);
        var pseudonym =
                Pseudonyms.of(List.of("1"), Stage.IDENTIFIERS, Plans.KEYS).values();
        var objecting = Set.of(new LakeFiles.LeftOut("A", pseudonym.iterator().next()));
        try (var inner = Scratch.inside(scratch.folder());
                var checked =
                        CheckedDelivery.of(new DeliveryPlan(tables, List.of(), Stage.IDENTIFIERS, LENIENT), inner)) {
            var left = checked.write(inner.folder(), inner.folder(), Plans.KEYS, objecting);

            assertThat(left.values()).extracting(LakeFiles.Found::rows).containsExactly(1L, 2L, 0L);
            var activities = inner.folder().resolve("activity/activity.parquet");
            assertThat(Plans.rows(activities, List.of("age"), scratch)).containsExactly("2");
            assertThat(Files.readAllLines(inner.folder().resolve("activity.csv")))
                    .hasSize(2)
                    .last()
                    .asString()
                    .endsWith("\"older\"");
            assertThat(inner.folder().resolve("measurement.csv"))
                    .hasContent("\"line\",\"reasons\",\"patient\",\"age\"\n");
        }
    }

    @Test
    void findsRowsThatAreThereTwice() throws IOException {
        with(
                "episode",
                List.of("admission"),
                "patient,admission\n1,2026-01-01\n2,2026-01-01\n1,2026-01-01\n",
                Variables.ADMISSION);
        with("patient", List.of("patient"), "patient,remark\n1,a\n1,b\n", Variables.REMARK);
        with("activity", List.of(), "patient,remark\n1,a\n1,a\n1,b\n", Variables.REMARK);

        assertThat(report(LENIENT).problems())
                .extracting(Problem::table, Problem::line, Problem::rule, Problem::severity)
                .containsExactly(
                        tuple("episode", 4L, "row.twice", Severity.QUARANTINE),
                        tuple("patient", 3L, "patient.twice", Severity.QUARANTINE),
                        tuple("activity", 3L, "row.twice", Severity.NOTE));
    }

    @Test
    void stopsAtACitizenServiceNumberAndShowsItNowhere() throws IOException {
        with(
                "episode",
                List.of(),
                "patient,remark,age\n1,see 111222333 there,70\n2,111222334,111222333\n3,x,70\n",
                Variables.REMARK,
                Variables.AGE);

        var found = written(LENIENT, List.of());

        assertThat(found.report().problems())
                .extracting(Problem::line, Problem::column, Problem::value, Problem::rule, Problem::severity)
                .containsExactly(
                        tuple(2L, "remark", "see ********* there", "identifier.bsn", Severity.STOP),
                        tuple(3L, "age", "*********", "identifier.bsn", Severity.STOP));
        assertThat(found.report().outcome()).isEqualTo(CheckReport.Outcome.FAIL);
        assertThat(found.folder().resolve("episode.csv")).content().doesNotContain("111222333");
    }

    @Test
    void judgesRulesOverSeveralVariables() throws IOException {
        var holds =
                new Expression("(discharge >= admission)", Expression.Kind.CONDITION, Set.of("admission", "discharge"));
        with(
                "episode",
                List.of(),
                "patient,admission,discharge\n1,2026-01-02,2026-01-01\n2,2026-01-02,\n3,2026-01-02,2026-01-03\n",
                Variables.ADMISSION,
                Variables.DISCHARGE);

        for (var severity : Severity.values()) {
            var check =
                    new RowCheck("order", "episode", holds, severity, "it ends before it begins", Owner.REGISTRATION);
            var often =
                    new Threshold(Threshold.Measure.RULE, "episode", "order", 0.1, Severity.STOP, Owner.REGISTRATION);
            assertThat(report(List.of(often), check).problems())
                    .extracting(Problem::line, Problem::value, Problem::rule, Problem::severity)
                    .containsExactly(
                            tuple(2L, "2026-01-02, 2026-01-01", "rule.order", severity),
                            tuple(0L, "rule.order", "delivery.rule-too-often", Severity.STOP));
        }
    }

    @Test
    void tellsWhatAVariableHolds() throws IOException {
        with("episode", List.of(), "patient,age,sex\n1,70,1\n2,,1\n3,x,2\n4,80,\n", Variables.AGE, Variables.SEX);

        var report = report(List.of(
                new Threshold(Threshold.Measure.COMPLETE, "episode", "age", 0.9, Severity.NOTE, Owner.REGISTRATION)));

        assertThat(report.tables().get(0).variables())
                .containsExactly(
                        new VariableReport("age", 2, 1, 1, 2, "70", 1, 70.0, 75.0, 80.0),
                        new VariableReport("sex", 3, 1, 0, 1, "1", 2, null, null, null));
        assertThat(report.problems()).last().extracting(Problem::rule).isEqualTo("variable.incomplete");
    }

    @Test
    void derivesValuesFromColumnsOfTheFile() throws IOException {
        var days = new Expression("days_between(van, tot)", Expression.Kind.NUMBER, Set.of("van", "tot"));
        var inputs = List.of(
                new Column(
                        Variables.of("van", Variable.Type.DATE),
                        new FromColumn("Van (dag)"),
                        Map.of(),
                        new DeliveryPlan.Reading("%d.%m.%Y", 1)),
                new Column(Variables.of("tot", Variable.Type.DATE), new FromColumn("Tot"), Map.of()));
        var file = Files.writeString(
                scratch.folder().resolve("e.csv"),
                "patient,Van (dag),Tot\n1,01.02.2026,2026-02-04\n2,1-2,2026-02-04\n");
        tables.add(new TablePlan(
                new TableDefinition("episode", List.of(Variables.AGE), List.of()),
                file,
                "e.csv",
                null,
                new Constant("A"),
                new FromColumn("patient"),
                List.of(new Column(Variables.AGE, new Derived(days, inputs), Map.of()))));

        var report = report(LENIENT);

        assertThat(report.problems())
                .extracting(Problem::line, Problem::column, Problem::value, Problem::rule)
                .containsExactly(tuple(3L, "Van (dag)", "1-2", "value.not-a-date"));
        assertThat(report.tables().get(0).variables().get(0).mean()).isEqualTo(3.0);
    }
}
