// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonPropertyTests {
    private static final Tolerance ROUNDING = Tolerance.relative(1e-12).orWithin(1e-12);

    private static Stream<ComparisonRules> rules(Kind kind) {
        return Stream.of(DispersionMethod.values())
                .flatMap(method -> Stream.of(Transform.values())
                        .filter(transform -> !kind.isAmount() || transform != Transform.ARCSINE)
                        .flatMap(transform -> Stream.of(Extremes.winsorise(0.1), Extremes.truncate(0.1))
                                .map(extremes -> new ComparisonRules(method, transform, extremes, null))));
    }

    @ManyCohorts
    void limitsBracketTheTargetAndSignalLiesOutsideWatch(long seed) {
        for (var kind : Kind.values()) {
            var totals = RandomCohort.of(kind, seed).totals(kind);

            rules(kind)
                    .map(rules -> Comparison.of(kind, totals, rules))
                    .flatMap(comparison -> comparison.units().stream())
                    .flatMap(unit -> Stream.of(unit.limits(), unit.exact()))
                    .filter(limits -> !limits.equals(Limits.NONE))
                    .forEach(limits -> assertThat(List.of(
                                    limits.signal().low(),
                                    limits.watch().low(),
                                    1.0,
                                    limits.watch().high(),
                                    limits.signal().high()))
                            .isSorted());
        }
    }

    @ManyCohorts
    void ownIntervalHoldsTheRatio(long seed) {
        for (var kind : Kind.values()) {
            var comparison = RandomCohort.of(kind, seed).comparison(kind, ComparisonRules.defaults(kind, true));

            var differing = comparison.units().stream()
                    .filter(unit -> !kind.isAmount()
                            || (unit.totals().n() > 1 && unit.totals().observed() > 0));
            assertThat(differing).allSatisfy(unit -> {
                assertThat(unit.ratio()).isBetween(unit.own().low(), unit.own().high());
                assertThat(unit.own().low()).isLessThan(unit.own().high());
            });
        }
    }

    @ManyCohorts
    void doesNotDependOnTheOrderOfUnits(long seed) {
        var cells = RandomCohort.of(Kind.PROPORTION, seed);
        var shuffled = cells.withUnitsShuffled(new SplittableRandom(seed));

        rules(Kind.PROPORTION).forEach(rules -> {
            var comparison = shuffled.comparison(Kind.PROPORTION, rules);

            var inOrder = cells.comparison(Kind.PROPORTION, rules);
            assertThat(comparison.units())
                    .extracting(ComparedUnit::signal)
                    .isEqualTo(
                            inOrder.units().stream().map(ComparedUnit::signal).toList());
            ROUNDING.check(phiAndTau2(comparison), phiAndTau2(inOrder), "phi and tau2");
            ROUNDING.check(comparison.overallRate(), inOrder.overallRate(), "overall rate");
        });
    }

    @ManyCohorts
    void signalsAreWhatTheLimitsSay(long seed) {
        for (var kind : Kind.values()) {
            var totals = RandomCohort.of(kind, seed).totals(kind);

            rules(kind)
                    .map(rules -> Comparison.of(kind, totals, rules))
                    .flatMap(comparison -> comparison.units().stream())
                    .filter(unit -> unit.signal() != Signal.TOO_FEW)
                    .forEach(unit -> assertThat(unit.signal()).as("%s", unit).isEqualTo(byLimits(unit)));
        }
    }

    @ManyCohorts
    void adjustingForOverdispersionNeverWidensTheDistance(long seed) {
        var totals = RandomCohort.of(Kind.COUNT, seed).totals(Kind.COUNT);

        rules(Kind.COUNT)
                .map(rules -> Comparison.of(Kind.COUNT, totals, rules))
                .flatMap(comparison -> comparison.units().stream())
                .filter(unit -> !Double.isNaN(unit.z()))
                .forEach(unit ->
                        assertThat(Math.abs(unit.zAdjusted())).isLessThanOrEqualTo(Math.abs(unit.z()) * (1 + 1e-12)));
    }

    @Test
    void exactLimitsOfCountsNarrowAsMoreIsExpected() {
        var limits = IntStream.range(0, 200)
                .mapToObj(i -> ExactLimits.ofCount(0.5 * Math.pow(1.06, i)))
                .toList();

        assertThat(limits).extracting(limit -> limit.signal().low()).isSorted();
        assertThat(limits).extracting(limit -> -limit.signal().high()).isSorted();
        assertThat(limits).extracting(limit -> limit.watch().low()).isSorted();
        assertThat(limits).extracting(limit -> -limit.watch().high()).isSorted();
    }

    @Test
    void exactLimitsOfProportionsNarrowAsPatientsDouble() {
        for (double rate : new double[] {0.02, 0.3, 0.65, 0.9}) {
            var limits = IntStream.range(5, 18)
                    .mapToObj(power -> Math.pow(2, power))
                    .map(n -> ExactLimits.ofProportion(n * rate, n * rate * (1 - rate), n))
                    .toList();

            assertThat(limits).extracting(limit -> limit.signal().low()).isSorted();
            assertThat(limits).extracting(limit -> -limit.signal().high()).isSorted();
            assertThat(limits).extracting(limit -> limit.watch().low()).isSorted();
            assertThat(limits).extracting(limit -> -limit.watch().high()).isSorted();
        }
    }

    private static double[] phiAndTau2(Comparison comparison) {
        var found = Units.overdispersion(comparison);
        return new double[] {found.phi(), found.tau2(), found.units()};
    }

    private static Signal byLimits(ComparedUnit unit) {
        boolean high = unit.ratio() > 1;
        if (unit.limits().signal().excludes(unit.ratio())) {
            return high ? Signal.SIGNAL_HIGH : Signal.SIGNAL_LOW;
        }
        if (unit.limits().watch().excludes(unit.ratio())) {
            return high ? Signal.WATCH_HIGH : Signal.WATCH_LOW;
        }
        return Signal.NONE;
    }
}
