// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static nl.waardeketen.statistics.Charts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nl.waardeketen.statistics.ReferenceTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XmR charts with the NHS rules against NHSRplotthedots, point by point. */
class MakingDataCountTests {
    private static final ChartRules NEUTRAL = ChartRules.defaults(ChartType.XMR);
    private static final Map<SpecialCause, String> NAMES = Map.of(
            SpecialCause.NONE, "Common Cause",
            SpecialCause.ABOVE_LIMIT, "Above UCL",
            SpecialCause.BELOW_LIMIT, "Below LCL",
            SpecialCause.TREND_UP, "7 Point Trend (Increasing)",
            SpecialCause.TREND_DOWN, "7 Point Trend (Decreasing)",
            SpecialCause.TWO_OF_THREE_ABOVE, "2 in 3 Above CL",
            SpecialCause.TWO_OF_THREE_BELOW, "2 in 3 Below CL",
            SpecialCause.RUN_ABOVE, "7 Points Above CL",
            SpecialCause.RUN_BELOW, "7 Points Below CL");

    private static ReferenceTable table(String name) {
        return ReferenceFolder.table("spc-xmr-nhs", name + ".csv");
    }

    private static ControlChart chart(ReferenceTable expected, ChartRules rules) {
        var measurements = new ArrayList<Measurement>();
        var last = "0";
        for (var row : expected.rows()) {
            measurements.add(new Measurement(
                    row.number("value"), 1, false, !row.text("segment").equals(last)));
            last = row.text("segment");
        }
        return ControlChart.of(measurements, rules);
    }

    private static void assertAgrees(ControlChart chart, List<Row> expected) {
        assertThat(chart.points()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            var row = expected.get(i);
            var point = chart.points().get(i);
            assertClose(point.centre(), row.number("mean"), "mean");
            assertClose(point.limits().low(), row.number("lpl"), "lower");
            assertClose(point.limits().high(), row.number("upl"), "upper");
            assertThat(NAMES.get(point.rule())).as("%s", row.cells()).isEqualTo(row.text("special_cause_type"));
            assertThat(pointType(point)).as("%s", row.cells()).isEqualTo(row.text("point_type"));
        }
    }

    private static String pointType(ChartPoint point) {
        var name = point.judgement().name().toLowerCase(Locale.ROOT);
        return point.judgement() == Judgement.COMMON_CAUSE ? name : "special_cause_" + name;
    }

    @Test
    void screensTheOutlierOfTheDocumentation() {
        var expected = table("expected_doc_example_screened");

        assertAgrees(chart(expected, NEUTRAL.better(Better.UP)), expected.rows());
        assertThat(expected.rows()).hasSize(18);
    }

    @Test
    void leavesMovingRangesAsTheyAreWhenAsked() {
        var expected = table("expected_doc_example_unscreened");

        assertAgrees(chart(expected, NEUTRAL.better(Better.UP).screening(false)), expected.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"expected_england_attendances", "expected_england_attendances_rebased"})
    void agreesOnAttendances(String name) {
        var expected = table(name);

        assertAgrees(chart(expected, NEUTRAL), expected.rows());
    }

    @Test
    void agreesOnFourHourPerformance() {
        var expected = table("expected_england_within4h_pct");
        var chart = chart(expected, NEUTRAL.better(Better.UP));

        assertAgrees(chart, expected.rows());
        assertThat(Charts.rules(chart).stream().filter(SpecialCause.RUN_ABOVE::equals))
                .hasSize(12);
    }

    @Test
    void agreesOnTwelveProviders() {
        var expected = table("expected_12_providers_breach_pct");
        var judgements = new ArrayList<Judgement>();
        for (var provider : expected.texts("org_code").stream().distinct().toList()) {
            var rows = expected.where("org_code", provider);
            var chart = chart(rows, NEUTRAL.better(Better.DOWN));
            assertAgrees(chart, rows.rows());
            judgements.addAll(Charts.judgements(chart));
        }

        assertThat(judgements).hasSize(432);
        assertThat(judgements.stream().filter(Judgement.COMMON_CAUSE::equals)).hasSize(224);
        assertThat(judgements.stream().filter(Judgement.CONCERN::equals)).hasSize(93);
        assertThat(judgements.stream().filter(Judgement.IMPROVEMENT::equals)).hasSize(115);
    }

    /** The rule tests of the package, which flags the last of seven; here all seven are marked at once. */
    @Test
    void agreesOnTheRulesOneByOne() {
        var cases = table("rule_unit_cases");
        for (var row : cases.rows()) {
            var input = numbers(row.text("input"));
            var expected = row.text("expected");
            assertThat(join(answer(row, input))).as("%s", row.cells()).isEqualTo(expected);
        }
        assertThat(cases.rows()).hasSize(15);
    }

    private static int[] answer(Row row, int[] input) {
        return switch (row.text("rule")) {
            case "seven_one_side_flag_at_end" -> atEnd(RunRules.sevenOnOneSide(input), input, value -> Math.abs(value));
            case "spread_back_over_run" -> spread(input);
            case "trend_flag_at_end" -> trendAtEnd(input);
            case "two_in_three_window" -> window(input, numbers(row.text("relative_to_mean")));
            case "two_in_three_points" -> RunRules.twoOfThree(near(input), numbers(row.text("relative_to_mean")));
            default -> throw new IllegalArgumentException(row.text("rule"));
        };
    }

    private static int[] atEnd(int[] members, int[] input, ToDoubleFunction<Integer> sign) {
        return IntStream.range(0, input.length)
                .map(i ->
                        i >= 6 && IntStream.rangeClosed(i - 6, i).allMatch(j -> members[j] != 0 && input[j] == input[i])
                                ? (int) sign.applyAsDouble(members[i])
                                : 0)
                .toArray();
    }

    /** A flag at the seventh point marks it and the six before: the run that sets it is made of these. */
    private static int[] spread(int[] flags) {
        var sides = new int[flags.length];
        for (int i = 0; i < flags.length; i++) {
            if (flags[i] == 1) {
                Arrays.fill(sides, i - 6, i + 1, 1);
            }
        }
        return RunRules.sevenOnOneSide(sides);
    }

    private static int[] trendAtEnd(int[] input) {
        var trends = RunRules.trends(Arrays.stream(input).asDoubleStream().toArray());
        return IntStream.range(0, input.length)
                .map(i -> i >= 6 && IntStream.rangeClosed(i - 6, i).allMatch(j -> trends[j] != 0) ? trends[i] : 0)
                .toArray();
    }

    /** All points of a window in which the rule marks two points. */
    private static int[] window(int[] input, int[] sides) {
        var marked = RunRules.twoOfThree(near(input), sides);
        return IntStream.range(0, input.length)
                .map(i -> IntStream.rangeClosed(Math.max(0, i - 2), Math.min(i, input.length - 3))
                                .anyMatch(from -> IntStream.range(from, from + 3)
                                                .filter(j -> marked[j] != 0)
                                                .count()
                                        >= 2)
                        ? 1
                        : 0)
                .toArray();
    }

    private static boolean[] near(int[] input) {
        var near = new boolean[input.length];
        for (int i = 0; i < input.length; i++) {
            near[i] = input[i] == 1;
        }
        return near;
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }

    private static String join(int[] numbers) {
        return String.join(
                " ", Arrays.stream(numbers).mapToObj(Integer::toString).toList());
    }
}
