// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static nl.waardeketen.statistics.Charts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The control charts of Montgomery's textbook against qicharts2, point by point. */
class MontgomeryChartTests {
    private static ReferenceTable table(String name) {
        return ReferenceFolder.table("spc-textbook", name + ".csv");
    }

    private static ControlChart chart(List<Measurement> measurements, ChartType type, @Nullable Integer baseline) {
        return ControlChart.of(
                measurements,
                ChartRules.defaults(type).school(RuleSchool.ANHOEJ).baseline(baseline));
    }

    private static List<Measurement> cans() {
        var cans = table("p_chart_cans");
        return Charts.measurements(cans.numbers("count"), cans.numbers("size"));
    }

    private static List<Measurement> boards() {
        return Charts.measurements(table("c_chart_boards").numbers("count"));
    }

    private static void assertAgrees(ControlChart chart, ReferenceTable expected) {
        assertThat(chart.points()).hasSameSizeAs(expected.rows());
        for (var segment : chart.segments()) {
            for (int i = segment.from(); i < segment.until(); i++) {
                assertAgrees(
                        chart.points().get(i), segment.runs(), expected.rows().get(i));
            }
        }
    }

    private static void assertAgrees(ChartPoint point, RunsAnalysis runs, ReferenceTable.Row row) {
        assertClose(point.value(), row.number("y"), "value");
        assertClose(point.centre(), row.number("cl"), "centre");
        assertClose(point.shown().low(), row.number("lcl"), "lower");
        assertClose(point.shown().high(), row.number("ucl"), "upper");
        assertThat(point.rule() == SpecialCause.ABOVE_LIMIT || point.rule() == SpecialCause.BELOW_LIMIT)
                .as("%s", row.cells())
                .isEqualTo(row.text("sigma.signal").equals("TRUE"));
        assertThat(runs.hasLongRun() || runs.hasFewCrossings())
                .isEqualTo(row.text("runs.signal").equals("TRUE"));
        assertThat(runs)
                .isEqualTo(new RunsAnalysis(
                        (int) row.number("n.useful"),
                        (int) row.number("longest.run"),
                        (int) row.number("longest.run.max"),
                        (int) row.number("n.crossings"),
                        (int) row.number("n.crossings.min")));
    }

    @Test
    void agreesOnIndividualsWithABaseline() {
        var costs = Charts.measurements(table("individuals_loan_cost").numbers("cost"));

        assertAgrees(chart(costs, ChartType.XMR, 20), table("expected_individuals_freeze20"));
    }

    @Test
    void agreesOnTheFirstCans() {
        assertAgrees(chart(cans().subList(0, 30), ChartType.P, null), table("expected_p_chart_first30"));
    }

    @Test
    void agreesOnCansWithTwoExcludedAndASecondPart() {
        var cans = Charts.rebased(Charts.excluding(cans(), 15, 23), 31);

        assertAgrees(chart(cans, ChartType.P, null), table("expected_p_chart_exclude15_23_part30"));
    }

    @Test
    void agreesOnTheFirstBoards() {
        assertAgrees(chart(boards().subList(0, 26), ChartType.C, null), table("expected_c_chart_first26"));
    }

    @Test
    void agreesOnBoardsWithTwoExcludedAndABaseline() {
        assertAgrees(
                chart(Charts.excluding(boards(), 6, 20), ChartType.C, 26),
                table("expected_c_chart_exclude6_20_freeze26"));
    }
}
