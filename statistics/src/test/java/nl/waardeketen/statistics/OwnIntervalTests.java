// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnIntervalTests {
    private static final Tolerance TOLERANCE = Tolerance.relative(1e-9).orWithin(1e-15);
    private static final ReferenceTable PROPORTIONS = ReferenceTable.of("intervals-proportions.csv");

    @Test
    void ofCountsIsThatOfR() {
        for (var row : ReferenceTable.of("intervals-counts.csv").rows()) {
            var interval = OwnInterval.poisson(row.number("observed")).dividedBy(row.number("expected"));

            TOLERANCE.check(interval, row.number("low"), row.number("high"), "interval of %s", row.cells());
        }
    }

    @Test
    void ofFewEventsIsThatOfR() {
        for (var row : ReferenceTable.of("intervals-calibrated.csv")
                .where("what", "mid-p")
                .rows()) {
            Tolerance.relative(1e-9)
                    .orWithin(1e-9)
                    .check(
                            OwnInterval.poissonMidP(row.number("observed")),
                            row.number("low"),
                            row.number("high"),
                            "interval of %s",
                            row.cells());
        }
    }

    @Test
    void ofFewAmountsIsThatOfR() {
        var row = ReferenceTable.of("intervals-calibrated.csv")
                .where("what", "few-amounts")
                .rows()
                .get(0);
        double[] amounts = {3.5, 0, 12, 7.25, 5, 8, 1.5};
        double[] means = {5, 4, 6, 5.5, 5, 4.5, 3};
        double squares = 0;
        double products = 0;
        double expectedSquares = 0;
        for (int i = 0; i < amounts.length; i++) {
            squares += amounts[i] * amounts[i];
            products += amounts[i] * means[i];
            expectedSquares += means[i] * means[i];
        }
        var spread = new Spread(squares, products, expectedSquares, null);

        var interval = OwnInterval.ofFewAmounts(new UnitTotals("A", 7, 37.25, 7, 33, 1, spread));

        TOLERANCE.check(interval, row.number("low"), row.number("high"), "interval of few amounts");
        assertThat(OwnInterval.ofFewAmounts(new UnitTotals("A", 1, 5, 1, 5, 1, spread)))
                .isEqualTo(Interval.NONE);
    }

    @Test
    void ofWilsonIsThatOfR() {
        for (var row : PROPORTIONS.where("method", "wilson-exact-quantile").rows()) {
            var interval = OwnInterval.wilson(row.number("observed"), row.number("n"));

            TOLERANCE.check(interval, row.number("low"), row.number("high"), "interval of %s", row.cells());
        }
    }

    @Test
    void ofClopperAndPearsonIsThatOfR() {
        for (var row : PROPORTIONS.where("method", "clopper-pearson").rows()) {
            var interval = OwnInterval.clopperPearson(row.number("observed"), row.number("n"));

            TOLERANCE.check(interval, row.number("low"), row.number("high"), "interval of %s", row.cells());
        }
    }

    @Test
    void ofEventsMirrorsThatOfTheirAbsence() {
        var events = OwnInterval.wilson(7, 20);
        var without = OwnInterval.wilson(13, 20);

        assertThat(events.low()).isCloseTo(1 - without.high(), within(1e-15));
        assertThat(events.high()).isCloseTo(1 - without.low(), within(1e-15));
    }

    @Test
    void endsAtZeroAndOneExactly() {
        assertThat(OwnInterval.wilson(0, 17).low()).isZero();
        assertThat(OwnInterval.wilson(17, 17).high()).isEqualTo(1);
        assertThat(OwnInterval.clopperPearson(0, 17).low()).isZero();
        assertThat(OwnInterval.clopperPearson(17, 17).high()).isEqualTo(1);
        assertThat(OwnInterval.poisson(0).low()).isZero();
    }

    @Test
    void doesNotExistWithoutPatients() {
        assertThat(OwnInterval.wilson(0, 0)).isEqualTo(Interval.NONE);
        assertThat(OwnInterval.clopperPearson(0, 0)).isEqualTo(Interval.NONE);
        assertThat(OwnInterval.poisson(3).dividedBy(0)).isEqualTo(Interval.NONE);
    }

    @Test
    void excludesNothingWhereItDoesNotExist() {
        assertThat(Interval.NONE.excludes(1)).isFalse();
        assertThat(new Interval(0.5, 2).excludes(Double.NaN)).isFalse();
        assertThat(new Interval(0.5, 2).excludes(2)).isFalse();
        assertThat(new Interval(0.5, 2).excludes(2.0001)).isTrue();
    }

    /** The formula with R's {@code qt}, for patients with 3 and 5 where 4 was expected of each. */
    @Test
    void ofTwoAmountsIsWide() {
        var spread = new Spread(34, 32, 32, null);

        var interval = OwnInterval.ofFewAmounts(new UnitTotals("A", 2, 8, 2, 8, 1, spread));

        TOLERANCE.check(interval, 0, 5.130765943463302, "interval of two amounts");
    }

    @Test
    void ofAmountsDoesNotExistWhereNothingWasObservedOrExpected() {
        var spread = new Spread(34, 32, 32, new Interval(6, 10));

        for (var unit : List.of(
                new UnitTotals("A", 9, 0, 9, 8, 1, spread),
                new UnitTotals("A", 9, 8, 9, 0, 1, spread),
                new UnitTotals("A", 9, 8, 9, 8, 1))) {
            assertThat(OwnInterval.ofAmounts(unit)).isEqualTo(Interval.NONE);
            assertThat(OwnInterval.ofFewAmounts(unit)).isEqualTo(Interval.NONE);
        }
    }

    @Test
    void ofAmountsIsThatOfResampledPatientsWhereThereIsOne() {
        var unit = new UnitTotals("A", 9, 8, 9, 4, 1, new Spread(34, 32, 32, new Interval(6, 10)));

        assertThat(OwnInterval.ofAmounts(unit)).isEqualTo(new Interval(1.5, 2.5));
        assertThat(OwnInterval.ofFewAmounts(unit)).isEqualTo(new Interval(1.5, 2.5));
    }

    @Test
    void liesWithinAnother() {
        var other = new Interval(1, 2);

        assertThat(new Interval(0, 3).within(other)).isEqualTo(other);
        assertThat(new Interval(1.2, 1.8).within(other)).isEqualTo(new Interval(1.2, 1.8));
        assertThat(new Interval(3, 4).within(other)).isEqualTo(new Interval(2, 2));
        assertThat(new Interval(-1, 0).within(other)).isEqualTo(new Interval(1, 1));
    }

    @Test
    void excludesWhatLiesBeyondItsEndsAndNotTheEnds() {
        assertThat(new Interval(0.5, 2).excludes(0.5)).isFalse();
        assertThat(new Interval(0.5, 2).excludes(0.4999)).isTrue();
    }
}
