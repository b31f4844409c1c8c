// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import nl.waardeketen.statistics.CaseMixColumn.Factor;
import org.junit.jupiter.api.Test;

class CohortTests {
    private static final List<String> UNITS = List.of("b", "a");
    private static final Factor SEX = new Factor("sex", List.of("F", "M"), new int[] {0, 0, 1, 1});
    private static final Patterns CELLS = new Patterns(
            List.of(SEX),
            new double[] {3, 1, 2, 4},
            new double[] {30, 10, 20, 40},
            new double[] {6, 1, 5, 9},
            new double[] {2, 1, 2, 3});
    private static final Cohort COHORT = new Cohort(UNITS, new int[] {0, 1, 0, 1}, CELLS);

    @Test
    void countsNeighbouringCellsOfOnePatternTogether() {
        var patterns = COHORT.patterns();

        assertThat(patterns.size()).isEqualTo(2);
        assertThat(patterns.rows()).containsExactly(4, 6);
        assertThat(patterns.weight()).containsExactly(40, 60);
        assertThat(patterns.observed()).containsExactly(7, 14);
        assertThat(patterns.squares()).containsExactly(3, 5);
        assertThat(((Factor) patterns.columns().get(0)).codes()).containsExactly(0, 1);
    }

    @Test
    void countsEverythingTogetherWithoutCaseMix() {
        var cells = new Patterns(List.of(), CELLS.rows(), CELLS.weight(), CELLS.observed(), CELLS.squares());

        var patterns = new Cohort(UNITS, new int[] {0, 1, 0, 1}, cells).patterns();

        assertThat(patterns.size()).isEqualTo(1);
        assertThat(patterns.totalRows()).isEqualTo(10);
        assertThat(patterns.overallRate()).isEqualTo(0.21);
    }

    @Test
    void totalsAProportionPerUnitInTheOrderOfTheirCodes() {
        var totals = COHORT.totals(Kind.PROPORTION, new double[] {0.1, 0.25});

        assertThat(totals)
                .containsExactly(
                        new UnitTotals("a", 50, 10, 50, 11, 0.9 + 10 * 0.75), new UnitTotals("b", 50, 11, 50, 8, 6.45));
    }

    @Test
    void totalsACountPerUnitByItsRowsAndExposure() {
        var totals = COHORT.totals(Kind.COUNT, new double[] {0.1, 0.25});

        assertThat(totals)
                .containsExactly(new UnitTotals("a", 5, 10, 50, 11, 11), new UnitTotals("b", 5, 11, 50, 8, 8));
    }

    @Test
    void takesExpectedNumbersFromElsewhereAsTheyAre() {
        var totals = COHORT.givenTotals(Kind.PROPORTION, new double[] {4, 2, 6, 8}, IntervalMethod.ANALYTIC);

        assertThat(totals)
                .containsExactly(
                        new UnitTotals("a", 50, 10, 50, 10, 10 * (1 - 10.0 / 50)),
                        new UnitTotals("b", 50, 11, 50, 10, 10 * (1 - 10.0 / 50)));
    }

    @Test
    void refusesCellsWithoutAUnit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cohort(UNITS, new int[] {0, 1}, CELLS))
                .withMessage("2 units for 4 cells");
    }

    @Test
    void refusesSumsOfUnequalLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Patterns(List.of(), new double[2], new double[2], new double[3], new double[2]));
    }

    @Test
    void refusesMoreExpectedEventsThanPatients() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitTotals.given(Kind.PROPORTION, "A", 10, 4, 10, 10.5))
                .withMessageContaining("10.5");
    }

    @Test
    void allowsMoreExpectedEventsThanRowsOfACount() {
        var totals = UnitTotals.given(Kind.COUNT, "A", 10, 4, 10, 10.5);

        assertThat(totals.variance()).isEqualTo(10.5);
    }

    @Test
    void allowsAsManyExpectedEventsAsPatients() {
        assertThat(UnitTotals.given(Kind.PROPORTION, "A", 10, 4, 10, 10).variance())
                .isZero();
        assertThat(UnitTotals.given(Kind.PROPORTION, "A", 0, 0, 0, 0).variance())
                .isZero();
    }

    @Test
    void roundsExpectedEventsFromElsewhereWithTheirVariance() {
        var totals = UnitTotals.given(Kind.PROPORTION, "A", 10, 4, 10, 2.4449);

        assertThat(totals.givenRounded(Kind.PROPORTION, 1))
                .isEqualTo(new UnitTotals("A", 10, 4, 10, 2.4, 2.4 * (1 - 0.24)));
    }
}
