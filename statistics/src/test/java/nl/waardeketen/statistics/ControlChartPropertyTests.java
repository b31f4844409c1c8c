// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of every control chart. */
class ControlChartPropertyTests {
    private static final int SERIES = 500;

    private static Stream<double[]> walks() {
        return new SplittableRandom(38).splits(SERIES).map(random -> walk(random.nextInt(1, 60), random));
    }

    /** Whole numbers and halves, so that ties and points on the centre occur and sums are exact. */
    private static double[] walk(int length, RandomGenerator random) {
        var values = new double[length];
        double at = 0;
        for (int i = 0; i < length; i++) {
            at = 0.75 * at + random.nextInt(-8, 9);
            values[i] = Math.rint(2 * at) / 2;
        }
        return values;
    }

    private static ControlChart chart(double[] values, ChartRules rules) {
        return ControlChart.of(Charts.measurements(values), rules);
    }

    private static double[] map(double[] values, DoubleUnaryOperator change) {
        return Arrays.stream(values).map(change).toArray();
    }

    private static List<SpecialCause> upsideDown(List<SpecialCause> rules) {
        return rules.stream()
                .map(rule -> switch (rule) {
                    case NONE, FEW_CROSSINGS -> rule;
                    case ABOVE_LIMIT -> SpecialCause.BELOW_LIMIT;
                    case BELOW_LIMIT -> SpecialCause.ABOVE_LIMIT;
                    case TREND_UP -> SpecialCause.TREND_DOWN;
                    case TREND_DOWN -> SpecialCause.TREND_UP;
                    case TWO_OF_THREE_ABOVE -> SpecialCause.TWO_OF_THREE_BELOW;
                    case TWO_OF_THREE_BELOW -> SpecialCause.TWO_OF_THREE_ABOVE;
                    case RUN_ABOVE -> SpecialCause.RUN_BELOW;
                    case RUN_BELOW -> SpecialCause.RUN_ABOVE;
                })
                .toList();
    }

    @ParameterizedTest
    @EnumSource(RuleSchool.class)
    void turnsWithTheValues(RuleSchool school) {
        for (var type : List.of(ChartType.XMR, ChartType.RUN)) {
            var rules = ChartRules.defaults(type).school(school);
            walks().forEach(values -> assertThat(Charts.rules(chart(map(values, value -> -value), rules)))
                    .isEqualTo(upsideDown(Charts.rules(chart(values, rules)))));
        }
    }

    @ParameterizedTest
    @EnumSource(RuleSchool.class)
    void doesNotDependOnUnitOrOrigin(RuleSchool school) {
        for (var type : List.of(ChartType.XMR, ChartType.RUN)) {
            var rules = ChartRules.defaults(type).school(school).better(Better.UP);
            walks().forEach(values -> {
                var chart = chart(values, rules);
                var changed = chart(map(values, value -> 0.1 * value + 37), rules);

                assertThat(Charts.rules(changed)).isEqualTo(Charts.rules(chart));
                assertThat(Charts.judgements(changed)).isEqualTo(Charts.judgements(chart));
                assertThat(changed.points().get(0).centre())
                        .isCloseTo(0.1 * chart.points().get(0).centre() + 37, within(1e-10));
            });
        }
    }

    @ParameterizedTest
    @EnumSource(RuleSchool.class)
    void keepsSegmentsApart(RuleSchool school) {
        var rules = ChartRules.defaults(ChartType.XMR).school(school);
        walks().filter(values -> values.length > 4).forEach(values -> {
            int cut = values.length / 3 + 1;
            var first = chart(Arrays.copyOf(values, cut), rules);
            var second = chart(Arrays.copyOfRange(values, cut, values.length), rules);

            var both = ControlChart.of(Charts.rebased(Charts.measurements(values), cut + 1), rules);

            assertThat(both.points())
                    .isEqualTo(Stream.concat(first.points().stream(), second.points().stream())
                            .toList());
            assertThat(both.segments()).hasSize(2);
        });
    }

    @ParameterizedTest
    @EnumSource(RuleSchool.class)
    void takesCentreAndLimitsFromTheBaselineAlone(RuleSchool school) {
        var rules = ChartRules.defaults(ChartType.XMR).school(school);
        walks().filter(values -> values.length > 8).forEach(values -> {
            var fixed = chart(values, rules.baseline(8)).points().get(values.length - 1);
            var alone = chart(Arrays.copyOf(values, 8), rules).points().get(0);

            assertThat(fixed.centre()).isEqualTo(alone.centre());
            assertThat(fixed.limits()).isEqualTo(alone.limits());
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = ChartType.class,
            names = {"P", "P_LANEY", "U", "U_LANEY"})
    void showsLimitsWithinWhatCanBe(ChartType type) {
        new SplittableRandom(39).splits(SERIES).forEach(random -> {
            var denominators = random.doubles(24, 1, 30).map(Math::rint).toArray();
            var events = map(denominators, cases -> Math.rint(cases * Math.pow(random.nextDouble(), 4)));

            var chart = ControlChart.of(Charts.measurements(events, denominators), ChartRules.defaults(type));

            assertThat(chart.points()).allSatisfy(point -> {
                assertThat(point.shown().low()).isBetween(0.0, point.centre());
                assertThat(point.shown().high()).isBetween(point.centre(), type.isProportion() ? 1 : 1e9);
                assertThat(point.limits().low())
                        .isLessThanOrEqualTo(point.shown().low());
            });
        });
    }
}
