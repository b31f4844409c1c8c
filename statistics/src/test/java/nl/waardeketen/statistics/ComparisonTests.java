// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static nl.waardeketen.statistics.Units.count;
import static nl.waardeketen.statistics.Units.named;
import static nl.waardeketen.statistics.Units.overdispersion;
import static nl.waardeketen.statistics.Units.proportion;
import static nl.waardeketen.statistics.Units.spread;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTests {
    private static final ComparisonRules DEFAULTS = ComparisonRules.defaults(Kind.COUNT, true);

    @Test
    void allowsForOverdispersionFromTenUnitsOn() {
        assertThat(Comparison.of(Kind.COUNT, spread(10), DEFAULTS).dispersion()).isEqualTo(DispersionMethod.ADDITIVE);
        assertThat(Comparison.of(Kind.COUNT, spread(9), DEFAULTS).dispersion()).isEqualTo(DispersionMethod.NONE);
    }

    @Test
    void tellsNoOverdispersionOfFewerThanTenUnits() {
        assertThat(Comparison.of(Kind.COUNT, spread(9), DEFAULTS).overdispersion())
                .isNull();
        assertThat(Comparison.of(Kind.COUNT, spread(10), DEFAULTS).overdispersion())
                .isNotNull();
    }

    @Test
    void tellsOverdispersionOfTenUnitsThatAreJudgedWithoutIt() {
        var comparison = Comparison.of(Kind.COUNT, spread(10), with(DispersionMethod.NONE));

        assertThat(overdispersion(comparison).tau2()).isPositive();
        assertThat(comparison.units()).allSatisfy(unit -> {
            assertThat(unit.zAdjusted()).isEqualTo(unit.z());
            assertThat(unit.limits()).isEqualTo(unit.exact());
        });
    }

    @ParameterizedTest
    @EnumSource(DispersionMethod.class)
    void obeysTheMethodThatIsAskedForWithTwoUnits(DispersionMethod method) {
        var comparison = Comparison.of(Kind.COUNT, spread(2), with(method));

        assertThat(comparison.dispersion()).isEqualTo(method);
    }

    @Test
    void comparesOnTheArcsineOnlyWithoutCaseMix() {
        assertThat(ComparisonRules.defaults(Kind.PROPORTION, false).transform()).isEqualTo(Transform.ARCSINE);
        assertThat(ComparisonRules.defaults(Kind.PROPORTION, true).transform()).isEqualTo(Transform.SQUARE_ROOT);
        assertThat(ComparisonRules.defaults(Kind.COUNT, false).transform()).isEqualTo(Transform.SQUARE_ROOT);
    }

    @Test
    void winsorisesTenPercentPerTail() {
        assertThat(DEFAULTS.extremes()).isEqualTo(Extremes.winsorise(0.1));
    }

    @ParameterizedTest
    @CsvSource({"33,WATCH_HIGH", "32,NONE", "40,SIGNAL_HIGH", "39,WATCH_HIGH", "13,NONE", "12,WATCH_LOW", "9,SIGNAL_LOW"
    })
    void judgesByExactLimitsWithoutOverdispersion(double observed, Signal signal) {
        var comparison = Comparison.of(Kind.COUNT, List.of(count("A", observed, 21)), DEFAULTS);

        assertThat(comparison.units().get(0).signal()).isEqualTo(signal);
    }

    @ParameterizedTest
    @CsvSource({
        "3.09022,WATCH_HIGH", "3.09024,SIGNAL_HIGH", "-3.09022,WATCH_LOW", "-3.09024,SIGNAL_LOW",
        "1.95995,NONE", "1.95997,WATCH_HIGH", "-1.95995,NONE", "-1.95997,WATCH_LOW"
    })
    void judgesByTheAdjustedDistanceWithOverdispersion(double z, Signal signal) {
        double root = 1 + z / (2 * Math.sqrt(50));
        var units = Units.asExpected(12);
        units.add(count("A", 50 * root * root, 50));

        var comparison = Comparison.of(Kind.COUNT, units, with(DispersionMethod.MULTIPLICATIVE));

        assertThat(overdispersion(comparison).phi()).isLessThan(1);
        assertThat(named("A", comparison).signal()).isEqualTo(signal);
    }

    @ParameterizedTest
    @CsvSource({"4.999,TOO_FEW", "5,SIGNAL_HIGH"})
    void judgesCountsFromFiveExpectedOn(double expected, Signal signal) {
        var comparison = Comparison.of(Kind.COUNT, List.of(count("A", 40, expected)), DEFAULTS);

        assertThat(comparison.units().get(0).signal()).isEqualTo(signal);
    }

    @ParameterizedTest
    @CsvSource({"4.999,TOO_FEW", "5,SIGNAL_HIGH", "95,SIGNAL_LOW", "95.001,TOO_FEW"})
    void judgesProportionsFromFiveExpectedWithAndWithoutTheEventOn(double expected, Signal signal) {
        var units = List.of(proportion("A", 100, 50, expected));

        var comparison = Comparison.of(Kind.PROPORTION, units, ComparisonRules.defaults(Kind.PROPORTION, true));

        assertThat(comparison.units().get(0).signal()).isEqualTo(signal);
    }

    @Test
    void judgesCountsWithMoreExpectedThanRows() {
        var comparison = Comparison.of(Kind.COUNT, List.of(count("A", 150, 99)), DEFAULTS);

        assertThat(comparison.units().get(0).signal()).isEqualTo(Signal.SIGNAL_HIGH);
    }

    @Test
    void countsUnitsThatAreTooFewInTheOverdispersion() {
        var units = Units.asExpected(12);
        units.add(count("tiny", 12, 4));

        var comparison = Comparison.of(
                Kind.COUNT,
                units,
                new ComparisonRules(DispersionMethod.ADDITIVE, Transform.SQUARE_ROOT, Extremes.winsorise(0), null));

        assertThat(named("tiny", comparison).signal()).isEqualTo(Signal.TOO_FEW);
        assertThat(overdispersion(comparison).units()).isEqualTo(13);
        double z = named("tiny", comparison).z();
        Tolerance.relative(1e-12).check(overdispersion(comparison).phi(), z * z / 13, "phi");
    }

    @Test
    void judgesByExactLimitsWhereTheLogarithmDoesNotExist() {
        var units = Units.asExpected(12);
        units.add(count("A", 0, 12));

        var comparison = Comparison.of(Kind.COUNT, units, with(DispersionMethod.ADDITIVE, Transform.LOG, null));

        var none = named("A", comparison);
        assertThat(none.z()).isNaN();
        assertThat(none.zAdjusted()).isNaN();
        assertThat(none.limits()).isEqualTo(none.exact());
        assertThat(none.signal()).isEqualTo(Signal.SIGNAL_LOW);
        assertThat(overdispersion(comparison).units()).isEqualTo(12);
    }

    @Test
    void neverNarrowsLimitsWhenUnitsDifferLessThanByChance() {
        var comparison = Comparison.of(Kind.COUNT, Units.asExpected(12), with(DispersionMethod.MULTIPLICATIVE));

        assertThat(overdispersion(comparison).phi()).isZero();
        assertThat(overdispersion(comparison).tau2()).isZero();
        double half = Normal.SIGNAL / (2 * Math.sqrt(50));
        var limits = comparison.units().get(0).limits().signal();
        Tolerance.relative(1e-12).check(limits, (1 - half) * (1 - half), (1 + half) * (1 + half), "limits");
    }

    @Test
    void reachesNoLowerThanNoEvents() {
        var comparison = Comparison.of(Kind.COUNT, List.of(count("A", 1, 1.5)), with(DispersionMethod.ADDITIVE));

        assertThat(comparison.units().get(0).limits().signal().low()).isZero();
    }

    @Test
    void reachesNoHigherThanEveryPatient() {
        var rules = with(DispersionMethod.ADDITIVE, Transform.ARCSINE, null);

        var comparison = Comparison.of(Kind.PROPORTION, List.of(proportion("A", 8, 7, 7)), rules);

        assertThat(comparison.units().get(0).limits().signal().high()).isEqualTo(8.0 / 7);
    }

    @ParameterizedTest
    @CsvSource({"10.125,10.12", "10.375,10.38", "10.1251,10.13"})
    void roundsExpectedNumbersHalfToEven(double expected, double rounded) {
        var units = List.of(count("A", 12, expected));

        var unit = Comparison.of(Kind.COUNT, units, with(null, Transform.LOG, 2))
                .units()
                .get(0);

        assertThat(unit.totals().expected()).isEqualTo(rounded);
        assertThat(unit.totals().variance()).isEqualTo(rounded);
        assertThat(unit.ratio()).isEqualTo(12 / rounded);
        assertThat(unit.exact()).isEqualTo(ExactLimits.ofCount(rounded));
    }

    @Test
    void keepsTheVarianceOfTheModelWhenItRounds() {
        var units = List.of(new UnitTotals("A", 40, 12, 40, 10.126, 6.5));

        var rules = with(null, Transform.SQUARE_ROOT, 2);
        var unit = Comparison.of(Kind.PROPORTION, units, rules).units().get(0);

        assertThat(unit.totals().expected()).isEqualTo(10.13);
        assertThat(unit.totals().variance()).isEqualTo(6.5);
    }

    @Test
    void showsUnitsOfWhichNothingIsExpected() {
        var comparison = Comparison.of(Kind.COUNT, List.of(count("A", 3, 0), count("B", 9, 9)), DEFAULTS);

        var unit = named("A", comparison);
        assertThat(unit.ratio()).isNaN();
        assertThat(unit.adjustedRate()).isNaN();
        assertThat(unit.z()).isNaN();
        assertThat(unit.own()).isEqualTo(Interval.NONE);
        assertThat(unit.limits()).isEqualTo(Limits.NONE);
        assertThat(unit.signal()).isEqualTo(Signal.TOO_FEW);
    }

    @Test
    void keepsUnitsInTheOrderOfTheirCodes() {
        var units = List.of(count("b", 9, 9), count("030", 9, 9), count("10", 30, 9), count("9", 9, 9));

        var comparison = Comparison.of(Kind.COUNT, units, DEFAULTS);

        assertThat(comparison.units()).extracting(unit -> unit.totals().unit()).containsExactly("030", "10", "9", "b");
    }

    @Test
    void multipliesTheOverallRateByTheRatio() {
        var units = List.of(proportion("A", 100, 30, 20), proportion("B", 300, 70, 80));

        var comparison = Comparison.of(Kind.PROPORTION, units, ComparisonRules.defaults(Kind.PROPORTION, true));

        assertThat(comparison.overallRate()).isEqualTo(0.25);
        assertThat(named("A", comparison).adjustedRate()).isEqualTo(0.375);
    }

    @ParameterizedTest
    @ValueSource(doubles = {30, 70})
    void callsMoreThanExpectedPositive(double observed) {
        var units = List.of(count("A", observed, 50));

        var unit = Comparison.of(Kind.COUNT, units, DEFAULTS).units().get(0);

        assertThat(Math.signum(unit.z())).isEqualTo(Math.signum(observed - 50));
    }

    private static ComparisonRules with(DispersionMethod method) {
        return with(method, Transform.SQUARE_ROOT, null);
    }

    private static ComparisonRules with(
            @Nullable DispersionMethod method, Transform transform, @Nullable Integer decimals) {
        return new ComparisonRules(method, transform, Extremes.winsorise(0.1), decimals);
    }
}
