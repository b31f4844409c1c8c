// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HierarchicalPropertyTests {

    /** Units with these patients and events, without case mix. */
    private static Cohort units(double[] patients, double... events) {
        var names = IntStream.range(0, events.length).mapToObj(i -> "U" + i).toList();
        var cells = new Patterns(List.of(), patients, patients, events, events);
        return new Cohort(names, IntStream.range(0, events.length).toArray(), cells);
    }

    private static Hierarchical proportions(double[] patients, double... events) {
        return Hierarchical.of(Kind.PROPORTION, units(patients, events), 15);
    }

    private static double[] of(double... values) {
        return values;
    }

    @ParameterizedTest
    @EnumSource(names = {"PROPORTION", "COUNT"})
    void doesNotDependOnTheOrderOfRows(Kind kind) {
        var cells = RandomCohort.of(kind, 5);

        var straight = Hierarchical.of(kind, cells.cohort(), 9);
        var shuffled =
                Hierarchical.of(kind, cells.shuffled(new SplittableRandom(1)).cohort(), 9);

        assertThat(shuffled.sd()).isCloseTo(straight.sd(), within(1e-7));
        for (int i = 0; i < straight.units().size(); i++) {
            var unit = straight.units().get(i);
            assertThat(shuffled.units().get(i).unit()).isEqualTo(unit.unit());
            assertThat(shuffled.units().get(i).numbers())
                    .containsExactly(unit.numbers(), within(1e-6 * unit.expected()));
        }
    }

    @Test
    void givesTheSameBytesTwice() {
        var cells = RandomCohort.of(Kind.PROPORTION, 6);

        assertThat(Hierarchical.of(Kind.PROPORTION, cells.cohort(), 15))
                .isEqualTo(Hierarchical.of(Kind.PROPORTION, cells.cohort(), 15));
    }

    /** Without case mix what is predicted lies between all and the unit's own rate. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6"})
    void liesBetweenTheAverageUnitAndItsOwnResult(long seed) {
        var random = new SplittableRandom(seed);
        var patients =
                IntStream.range(0, 14).mapToDouble(i -> 5 + random.nextInt(200)).toArray();
        var events = Arrays.stream(patients)
                .map(n -> Math.floor(n * random.nextDouble() * 0.4))
                .toArray();

        var hierarchical = proportions(patients, events);

        for (int i = 0; i < events.length; i++) {
            var unit = hierarchical
                    .units()
                    .get(hierarchical.units().stream()
                            .map(ShrunkenUnit::unit)
                            .toList()
                            .indexOf("U" + i));
            assertThat(unit.predicted())
                    .isBetween(
                            Math.min(events[i], unit.expected()) - 1e-9, Math.max(events[i], unit.expected()) + 1e-9);
            assertThat(unit.ratio()).isBetween(unit.low(), unit.high());
        }
    }

    @Test
    void hasNoDifferencesWhereUnitsAreAlike() {
        var hierarchical = proportions(of(50, 50, 50, 50), 10, 10, 10, 10);

        assertThat(hierarchical.sd()).isZero();
        assertThat(hierarchical.medianOddsRatio()).isEqualTo(1);
        assertThat(hierarchical.rankability()).isZero();
        assertThat(hierarchical.units()).allSatisfy(unit -> {
            assertThat(unit.predicted()).isCloseTo(10, within(1e-9));
            assertThat(unit.low()).isEqualTo(1);
            assertThat(unit.high()).isEqualTo(1);
        });
    }

    @Test
    void seesNoDifferenceInOneUnit() {
        assertThat(proportions(of(50), 10).sd()).isZero();
        assertThat(proportions(of(1_000_000), 3).sd()).isZero();
    }

    @Test
    void takesTwoUnits() {
        var hierarchical = proportions(of(1000, 1000), 100, 200);

        assertThat(hierarchical.sd()).isBetween(0.2, 0.7);
        assertThat(hierarchical.units().get(0).ratio()).isLessThan(1);
        assertThat(hierarchical.units().get(1).ratio()).isGreaterThan(1);
    }

    @Test
    void takesUnitsInWhichAllOrNoneHaveTheEvent() {
        var hierarchical = proportions(of(20, 20, 20, 1), 0, 20, 9, 1);

        assertThat(hierarchical.units()).allSatisfy(unit -> {
            assertThat(Arrays.stream(unit.numbers())).allMatch(Double::isFinite);
            assertThat(unit.predicted()).isPositive();
        });
        assertThat(hierarchical.units().get(1).predicted()).isLessThan(20);
    }

    @Test
    void takesUnitsOfAThousandMillionPatients() {
        var hierarchical = proportions(of(1e9, 1e9, 1e9, 20), 1e8, 1.2e8, 0.9e8, 3);

        assertThat(hierarchical.units().get(0).predicted()).isCloseTo(1e8, within(10.0));
        assertThat(hierarchical.units().get(1).predicted()).isCloseTo(1.2e8, within(10.0));
        assertThat(hierarchical.units().get(3).ratio()).isBetween(1.0, 1.5);
    }

    @Test
    void refusesWhatTheModelWithoutEffectsRefuses() {
        var patients = new Patients(40);
        var separated = patients.with(i -> i % 2 == 0, patients.factor("side", 2, i -> i % 2));
        var cohort = new Cohort(
                List.of("A", "B"), IntStream.range(0, 40).map(i -> i / 20).toArray(), separated);

        assertThatThrownBy(() -> Hierarchical.of(Kind.PROPORTION, cohort, 15)).isInstanceOf(ModelRefusal.class);
    }

    @Test
    void shrinksSmallUnitsMoreThanLargeOnes() {
        var hierarchical = proportions(of(10, 1000, 500, 500, 500), 3, 300, 50, 40, 60);

        double small = hierarchical.units().get(0).ratio();
        double large = hierarchical.units().get(1).ratio();
        assertThat(small).isGreaterThan(1).isLessThan(large);
    }

    @Tag("simulation")
    @Test
    void findsTheDifferencesThatWereThere() {
        var random = new Random(20_261_122);
        int size = 400;
        var patients = new double[size];
        var events = new double[size];
        Arrays.fill(patients, 300);
        Arrays.setAll(events, i -> {
            double p = Draws.logistic(-1.5 + 0.4 * random.nextGaussian());
            return Draws.binomial(300, p, random);
        });

        assertThat(proportions(patients, events).sd()).isCloseTo(0.4, within(0.04));
    }

    @Test
    void countsWithoutExtraVariationAreNotShrunkenApart() {
        assertThat(GammaPoisson.fit(of(10, 11, 9), of(10, 10, 10)).shape()).isInfinite();
        assertThat(GammaPoisson.fit(of(0, 0), of(0, 0)).sd()).isZero();
        assertThat(GammaPoisson.fit(of(), of()).sd()).isZero();
        var wild = GammaPoisson.fit(of(100, 400, 5, 0), of(100, 100, 100, 100));
        assertThat(wild.ratio(5, 100)).isBetween(0.05, 1.0);
        assertThat(wild.interval(0, 100).low()).isPositive();
    }

    @Test
    void ratesWithoutExtraVariationAreAllTheSame() {
        var alike = BetaBinomial.fit(of(10, 11, 9), of(100, 100, 100));

        assertThat(alike.size()).isInfinite();
        assertThat(alike.rate(11, 100)).isEqualTo(0.1);
        assertThat(BetaBinomial.fit(of(0, 0), of(5, 5)).rate(0, 5)).isZero();
    }

    private static Cohort costs(double... amounts) {
        var ones = new double[amounts.length];
        Arrays.fill(ones, 1);
        var unitOf = IntStream.range(0, amounts.length).map(i -> i / 2).toArray();
        var names =
                IntStream.range(0, amounts.length / 2).mapToObj(i -> "U" + i).toList();
        return new Cohort(names, unitOf, Patterns.ofAmounts(List.of(), ones, ones, amounts));
    }

    @Test
    void doesNotDependOnTheUnitOfMoney() {
        var amounts = of(10, 14, 30, 41, 22, 16, 90, 50);
        var euros = Hierarchical.of(Kind.COST, costs(amounts), 1);
        var cents = Hierarchical.of(
                Kind.COST, costs(Arrays.stream(amounts).map(x -> 100 * x).toArray()), 1);

        assertThat(cents.sd()).isCloseTo(euros.sd(), within(1e-7));
        for (int i = 0; i < euros.units().size(); i++) {
            assertThat(cents.units().get(i).ratio())
                    .isCloseTo(euros.units().get(i).ratio(), within(1e-7));
            assertThat(cents.units().get(i).predicted())
                    .isCloseTo(100 * euros.units().get(i).predicted(), within(1e-4));
        }
    }

    /** Units of equal size: restricted maximum likelihood is the analysis of variance (Searle 1971, Biometrics 27:1). */
    @Test
    void isTheAnalysisOfVarianceForUnitsOfEqualSize() {
        var amounts = of(10, 14, 30, 41, 22, 16, 90, 50);
        var logs = Arrays.stream(amounts).map(Math::log).toArray();
        double all = Arrays.stream(logs).average().orElseThrow();
        double between = 0;
        double within = 0;
        for (int i = 0; i < logs.length; i += 2) {
            double mean = (logs[i] + logs[i + 1]) / 2;
            between += 2 * (mean - all) * (mean - all) / 3;
            within += ((logs[i] - mean) * (logs[i] - mean) + (logs[i + 1] - mean) * (logs[i + 1] - mean)) / 4;
        }
        double variance = (between - within) / 2;
        double shrinkage = variance / (variance + within / 2);
        double effect = shrinkage * ((logs[0] + logs[1]) / 2 - all);
        double conditional = Math.sqrt(variance * (1 - shrinkage));

        var hierarchical = Hierarchical.of(Kind.COST, costs(amounts), 1);

        assertThat(hierarchical.sd()).isCloseTo(Math.sqrt(variance), within(1e-7));
        assertThat(hierarchical.icc()).isCloseTo(variance / (variance + within), within(1e-7));
        assertThat(hierarchical.rankability()).isCloseTo(shrinkage, within(1e-7));
        var first = hierarchical.units().get(0);
        assertThat(Math.log(first.ratio())).isCloseTo(effect, within(1e-7));
        assertThat(Math.log(first.low())).isCloseTo(effect - 1.96 * conditional, within(1e-4));
        assertThat(Math.log(first.high())).isCloseTo(effect + 1.96 * conditional, within(1e-4));
    }

    @Test
    void takesCostsThatDoNotVary() {
        var hierarchical = Hierarchical.of(Kind.COST, costs(10, 10, 10, 10), 1);

        assertThat(hierarchical.sd()).isZero();
        assertThat(hierarchical.units().get(0).numbers()).containsExactly(of(20, 20, 1, 1, 1), within(1e-9));
    }

    @Test
    void refusesCostsOfZero() {
        assertThatThrownBy(() -> Hierarchical.of(Kind.COST, costs(10, 0, 10, 12), 1))
                .isInstanceOf(ModelRefusal.class)
                .hasMessageContaining("0 in 1 row;");
    }
}
