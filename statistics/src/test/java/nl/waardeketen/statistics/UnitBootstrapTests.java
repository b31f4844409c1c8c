// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnitBootstrapTests {
    private static final double[] ROWS = {3, 1, 40, 6};
    private static final double[] AMOUNTS = {2, 9, 0.5, 4};
    private static final double[] EXPECTED = {1, 2, 1, 3};

    @Test
    void givesTheSameIntervalEveryTime() {
        assertThat(UnitBootstrap.ofRatio(ROWS, AMOUNTS, EXPECTED))
                .isEqualTo(UnitBootstrap.ofRatio(ROWS, AMOUNTS, EXPECTED));
    }

    @Test
    void doesNotDependOnTheOrderOfPatients() {
        var reversed = UnitBootstrap.ofRatio(
                new double[] {6, 40, 1, 3}, new double[] {4, 0.5, 9, 2}, new double[] {3, 1, 2, 1});

        assertThat(reversed).isEqualTo(UnitBootstrap.ofRatio(ROWS, AMOUNTS, EXPECTED));
    }

    @Test
    void doesNotDependOnWhetherPatientsWereCounted() {
        var singly = UnitBootstrap.ofRatio(
                new double[] {1, 1, 1, 1, 1}, new double[] {2, 3, 3, 3, 7}, new double[] {1, 2, 2, 2, 5});

        assertThat(UnitBootstrap.ofRatio(new double[] {1, 3, 1}, new double[] {2, 3, 7}, new double[] {1, 2, 5}))
                .isEqualTo(singly);
    }

    @Test
    void comesNearTheFormulaForManyPatients() {
        var random = new SplittableRandom(11);
        var ones = new double[4_000];
        Arrays.fill(ones, 1);
        var amounts = random.doubles(4_000).map(u -> -Math.log(u)).toArray();
        var spread = new Spread(
                Arrays.stream(amounts).map(y -> y * y).sum(),
                Arrays.stream(amounts).sum(),
                4_000,
                null);
        double observed = Arrays.stream(amounts).sum();

        var resampled = UnitBootstrap.ofRatio(ones, amounts, ones);

        var formula = OwnInterval.ofAmounts(new UnitTotals("A", 4_000, observed, 4_000, 4_000, 4_000, spread));
        assertThat(resampled.low()).isCloseTo(formula.low(), within(0.003));
        assertThat(resampled.high()).isCloseTo(formula.high(), within(0.003));
    }

    @Test
    void isAPointForPatientsWhoAreAllAlike() {
        assertThat(UnitBootstrap.ofRatio(new double[] {8}, new double[] {6}, new double[] {4}))
                .isEqualTo(new Interval(1.5, 1.5));
    }

    @Test
    void doesNotExistWhereNothingWasObserved() {
        assertThat(UnitBootstrap.ofRatio(new double[] {8}, new double[] {0}, new double[] {4}))
                .isEqualTo(Interval.NONE);
    }

    @Test
    void isThatOfTheUnitWhateverOtherUnitsThereAre() {
        var cells = RandomCohort.of(Kind.COST, 2);
        var shuffled = cells.shuffled(new SplittableRandom(1)).withUnitsShuffled(new SplittableRandom(2));

        var inOrder = cells.totals(Kind.COST, IntervalMethod.BOOTSTRAP);
        var otherwise = shuffled.totals(Kind.COST, IntervalMethod.BOOTSTRAP);

        for (int i = 0; i < inOrder.size(); i++) {
            var interval = OwnInterval.ofAmounts(inOrder.get(i));
            Tolerance.relative(1e-10)
                    .check(OwnInterval.ofAmounts(otherwise.get(i)), interval.low(), interval.high(), "interval");
        }
    }

    @Test
    void takesPatientsOneByOne() {
        var together = new Patterns(List.of(), new double[] {2}, new double[] {2}, new double[] {5}, new double[] {13});
        var cohort = new Cohort(List.of("A"), new int[] {0}, together);
        var fit = cohort.fit(Kind.COST);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> cohort.totals(fit, IntervalMethod.BOOTSTRAP))
                .withMessageContaining("one amount");
    }
}
