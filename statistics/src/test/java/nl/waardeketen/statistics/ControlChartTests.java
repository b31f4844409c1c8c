// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts by hand, and those at the edge of what a chart can be. */
class ControlChartTests {
    private static final double[] NOISE = {5, 7, 6, 5, 8, 6, 7, 5, 6, 7, 6, 5, 7, 6};

    private static double[] then(double... more) {
        return DoubleStream.concat(DoubleStream.of(NOISE), DoubleStream.of(more))
                .toArray();
    }

    private static List<SpecialCause> lastRules(int count, ControlChart chart) {
        var rules = Charts.rules(chart);
        return rules.subList(rules.size() - count, rules.size());
    }

    @ParameterizedTest
    @EnumSource(RuleSchool.class)
    void findsNothingInEqualValues(RuleSchool school) {
        for (double value : new double[] {0, 0.1, 1.0 / 3, -7e8, 1e-300}) {
            var values = DoubleStream.generate(() -> value).limit(30).toArray();
            var chart = ControlChart.of(
                    Charts.measurements(values),
                    ChartRules.defaults(ChartType.XMR).school(school));

            assertThat(Charts.rules(chart)).containsOnly(SpecialCause.NONE);
            assertThat(chart.points().get(0).centre()).isEqualTo(value);
            assertThat(chart.segments().get(0).runs().useful()).isZero();
        }
    }

    @Test
    void keepsLimitsWhereScreeningWouldLeaveNoVariation() {
        var values = new double[21];
        values[10] = 9;

        var chart = Charts.xmr(values);

        assertThat(chart.points().get(0).limits().high()).isCloseTo(9.0 / 21 + 2.66 * 18 / 20, within(1e-12));
        assertThat(Charts.rules(chart))
                .filteredOn(SpecialCause.ABOVE_LIMIT::equals)
                .hasSize(1);
    }

    @Test
    void dropsRangesThatAreTooLarge() {
        assertThat(MovingRanges.screenedMean(new double[] {0, 1, 0, 1, 0, 1, 0, 1, 0, 10}))
                .isEqualTo(1);
        assertThat(MovingRanges.mean(new double[] {0, 1, 0, 1, 0, 1, 0, 1, 0, 10}))
                .isEqualTo(2);
    }

    @Test
    void givesAPointWithoutLimitsWhenThereIsOne() {
        var chart = Charts.xmr(4);

        assertThat(chart.points()).singleElement().satisfies(point -> {
            assertThat(point.centre()).isEqualTo(4);
            assertThat(point.limits().low()).isNaN();
            assertThat(point.shown().high()).isNaN();
            assertThat(point.rule()).isEqualTo(SpecialCause.NONE);
        });
        assertThat(chart.rules().better()).isNull();
        assertThat(ControlChart.of(List.of(), chart.rules()).points()).isEmpty();
    }

    @Test
    void judgesByWhatIsDesired() {
        var measurements = Charts.measurements(then(30, -20));
        var rules = ChartRules.defaults(ChartType.XMR);

        assertThat(Charts.judgements(ControlChart.of(measurements, rules.better(Better.UP))))
                .endsWith(Judgement.IMPROVEMENT, Judgement.CONCERN);
        assertThat(Charts.judgements(ControlChart.of(measurements, rules.better(Better.DOWN))))
                .endsWith(Judgement.CONCERN, Judgement.IMPROVEMENT);
        assertThat(Charts.judgements(ControlChart.of(measurements, rules)))
                .endsWith(Judgement.SPECIAL_CAUSE, Judgement.SPECIAL_CAUSE)
                .startsWith(Judgement.COMMON_CAUSE);
    }

    @Test
    void givesFewCrossingsNoDirection() {
        var values = new double[] {1, 2, 1, 2, 1, 9, 8, 9, 8, 9, 1, 2, 1, 2, 1, 9, 8, 9, 8, 9};
        var chart = ControlChart.of(
                Charts.measurements(values), ChartRules.defaults(ChartType.RUN).better(Better.UP));

        assertThat(Charts.rules(chart)).containsOnly(SpecialCause.FEW_CROSSINGS);
        assertThat(Charts.judgements(chart)).containsOnly(Judgement.SPECIAL_CAUSE);
        assertThat(chart.segments().get(0).runs()).isEqualTo(new RunsAnalysis(20, 5, 7, 3, 6));
    }

    @Test
    void leavesPointsOnTheCentreOutOfRuns() {
        var runs = RunsAnalysis.of(new int[] {0, 1, 0, 1, 1, -1, 0, 1, 0});

        assertThat(runs.useful()).isEqualTo(5);
        assertThat(runs.longest()).isEqualTo(3);
        assertThat(runs.crossings()).isEqualTo(2);
        assertThat(RunsAnalysis.of(new int[] {0, 0})).isEqualTo(new RunsAnalysis(0, 0, 0, 0, 0));
        assertThat(RunsAnalysis.of(new int[] {1})).isEqualTo(new RunsAnalysis(1, 1, 3, 0, 0));
    }

    /** Anhøj & Olesen 2014, table of limits; 24 points: run above 8, fewer than 8 crossings. */
    @ParameterizedTest
    @CsvSource({"10, 6, 2", "12, 7, 3", "16, 7, 4", "20, 7, 6", "24, 8, 8", "30, 8, 10", "60, 9, 23", "100, 10, 41"})
    void agreesWithThePublishedBounds(int useful, int longest, int crossings) {
        var runs = RunsAnalysis.of(DoubleStream.generate(() -> 1)
                .limit(useful)
                .mapToInt(side -> (int) side)
                .toArray());

        assertThat(runs.longestUsual()).isEqualTo(longest);
        assertThat(runs.fewestUsual()).isEqualTo(crossings);
        assertThat(runs.hasLongRun()).isEqualTo(useful > longest);
        assertThat(runs.hasFewCrossings()).isTrue();
    }

    @Test
    void breaksATrendAtATie() {
        assertThat(RunRules.trends(new double[] {1, 2, 3, 4, 5, 6, 7})).containsOnly(1);
        assertThat(RunRules.trends(new double[] {7, 6, 5, 4, 3, 2, 1})).containsOnly(-1);
        assertThat(RunRules.trends(new double[] {1, 2, 3, 4, 4, 5, 6, 7})).containsOnly(0);
        assertThat(RunRules.trends(new double[] {1, 2, 3, 4, 5, 6})).containsOnly(0);
        assertThat(RunRules.trends(new double[] {3})).containsOnly(0);
        assertThat(RunRules.trends(new double[0])).isEmpty();
    }

    @Test
    void givesThePointThatTwoTrendsShareToTheLater() {
        assertThat(RunRules.trends(new double[] {1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1}))
                .containsExactly(1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1);
    }

    @Test
    void putsLimitsBeforeTrendsBeforePairsBeforeRuns() {
        assertThat(lastRules(7, Charts.xmr(then(6, 6.5, 7, 8, 9, 10, 40))))
                .containsExactly(
                        SpecialCause.TREND_UP,
                        SpecialCause.TREND_UP,
                        SpecialCause.TREND_UP,
                        SpecialCause.TREND_UP,
                        SpecialCause.TREND_UP,
                        SpecialCause.TREND_UP,
                        SpecialCause.ABOVE_LIMIT);
    }

    @Test
    void holdsExcludedPointsAgainstLimitsOnly() {
        var with = Charts.excluding(Charts.measurements(then(30, 6)), 15);
        var rules = ChartRules.defaults(ChartType.XMR).better(Better.UP);

        var chart = ControlChart.of(with, rules);
        var without = ControlChart.of(Charts.measurements(then(6)), rules);

        assertThat(chart.points().get(14).rule()).isEqualTo(SpecialCause.ABOVE_LIMIT);
        assertThat(chart.points().get(14).judgement()).isEqualTo(Judgement.EXCLUDED);
        assertThat(chart.points().get(0)).isEqualTo(without.points().get(0));
        assertThat(chart.points().get(15)).isEqualTo(without.points().get(14));
        assertThat(chart.segments().get(0).basis()).isEqualTo(15);
    }

    @Test
    void hasNeitherCentreNorRuleWhenAllIsExcluded() {
        var chart = ControlChart.of(
                Charts.excluding(Charts.measurements(1, 2, 3), 1, 2, 3), ChartRules.defaults(ChartType.XMR));

        assertThat(chart.points()).allSatisfy(point -> {
            assertThat(point.centre()).isNaN();
            assertThat(point.rule()).isEqualTo(SpecialCause.NONE);
        });
        assertThat(chart.segments().get(0).isProvisional()).isTrue();
    }

    @Test
    void callsFewerThanTwelvePointsProvisional() {
        assertThat(Charts.xmr(DoubleStream.of(NOISE).limit(11).toArray())
                        .segments()
                        .get(0)
                        .isProvisional())
                .isTrue();
        assertThat(Charts.xmr(DoubleStream.of(NOISE).limit(12).toArray())
                        .segments()
                        .get(0)
                        .isProvisional())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "UP, 100, CONSISTENTLY_FAILS",
        "UP, -100, CONSISTENTLY_PASSES",
        "DOWN, 100, CONSISTENTLY_PASSES",
        "DOWN, -100, CONSISTENTLY_FAILS",
        "UP, 6, HIT_AND_MISS",
        "DOWN, 6, HIT_AND_MISS"
    })
    void assuresAgainstATarget(Better better, double target, Assurance expected) {
        var rules = ChartRules.defaults(ChartType.XMR).better(better);

        assertThat(ControlChart.of(Charts.measurements(NOISE), rules).assurance(target))
                .contains(expected);
    }

    @Test
    void assuresNothingWithoutDirectionOrLimits() {
        assertThat(Charts.xmr(NOISE).assurance(100)).isEmpty();
        assertThat(Charts.xmr(NOISE).assurance(-100)).isEmpty();
        assertThat(Charts.xmr(NOISE).assurance(6)).contains(Assurance.HIT_AND_MISS);
        var run = ChartRules.defaults(ChartType.RUN).better(Better.UP);
        assertThat(ControlChart.of(Charts.measurements(NOISE), run).assurance(100))
                .isEmpty();
        assertThat(ControlChart.of(List.of(), run).assurance(100)).isEmpty();
    }

    @Test
    void calculatesWithNoEventsAndWithEventsOnly() {
        for (double events : new double[] {0, 20}) {
            var all = DoubleStream.generate(() -> events).limit(14).toArray();
            var cases = DoubleStream.generate(() -> 20).limit(14).toArray();
            for (var type : List.of(ChartType.P, ChartType.P_LANEY)) {
                var chart = ControlChart.of(Charts.measurements(all, cases), ChartRules.defaults(type));

                assertThat(chart.points().get(3).shown()).isEqualTo(new Interval(events / 20, events / 20));
                assertThat(Charts.rules(chart)).containsOnly(SpecialCause.NONE);
            }
        }
    }

    @Test
    void tellsHowMuchMoreThanChanceEventsVary() {
        var cases = DoubleStream.generate(() -> 10_000).limit(20).toArray();
        var events = DoubleStream.iterate(400, last -> 1000 - last).limit(20).toArray();

        var chart = ControlChart.of(Charts.measurements(events, cases), ChartRules.defaults(ChartType.U));

        // z is ±√20 in turn, so every range is 2√(100²/500).
        assertThat(chart.segments().get(0).sigmaZ()).isCloseTo(2 * 100 / Math.sqrt(500) / 1.128, within(1e-9));
        assertThat(Charts.xmr(NOISE).segments().get(0).sigmaZ()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoMeasurement(double value) {
        assertThatThrownBy(() -> Measurement.of(value)).hasMessageContaining("finite");
        assertThatThrownBy(() -> Measurement.of(1, value)).hasMessageContaining("finite");
    }

    @Test
    void refusesEmptyDenominatorsAndBaselines() {
        assertThatThrownBy(() -> Measurement.of(0, 0)).hasMessageContaining("above zero");
        assertThatThrownBy(() -> Measurement.of(0, -1)).hasMessageContaining("above zero");
        assertThatThrownBy(() -> ChartRules.defaults(ChartType.XMR).baseline(1)).hasMessageContaining("not 1");
        assertThat(ChartRules.defaults(ChartType.XMR).baseline(2).baseline()).isEqualTo(2);
    }
}
