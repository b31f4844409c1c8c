// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shrinking from totals alone: beside lme4 on single patients, and to a likelihood that R maximised. */
class ShrunkenTotalsTests {
    private static final Rows STAYS = Rows.of("provnum", "died", "age80", "white", "hmo", "type:factor");

    @Test
    void comesCloseToTheModelOfSinglePatients() {
        var folder = "hierarchical-medpar-mortality";
        var cohort = STAYS.in(ReferenceFolder.table(folder, "medpar.csv")).cohort();
        var totals = cohort.totals(cohort.fit(Kind.PROPORTION), IntervalMethod.ANALYTIC);

        var shrunken = Hierarchical.ofTotals(Kind.PROPORTION, totals);

        var expected = ReferenceFolder.table(folder, "expected_hospitals_agq25.csv");
        new Tolerance(0, 6e-3).check(shrunken.sd(), 0.183354, "sd");
        for (var unit : shrunken.units()) {
            double ratio = expected.row("provnum", unit.unit()).number("srr");
            new Tolerance(8e-3, 0).check(unit.ratio(), ratio, unit.unit());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"differ", "alike", "two"})
    void shrinksAmountsAsTheirLikelihoodSays(String made) {
        var rows =
                ReferenceTable.of("totals-of-amounts.csv").where("case", made).rows();
        var totals = rows.stream()
                .map(row -> new UnitTotals(
                        row.text("unit"),
                        50,
                        row.number("observed"),
                        50,
                        row.number("expected"),
                        row.number("variance")))
                .toList();

        var shrunken = Hierarchical.ofTotals(Kind.COST, totals);

        var close = new Tolerance(1e-6, 1e-6);
        close.check(shrunken.sd() * shrunken.sd(), rows.get(0).number("tau2"), "variance between units");
        for (int i = 0; i < rows.size(); i++) {
            var unit = shrunken.units().get(i);
            close.check(unit.ratio(), rows.get(i).number("ratio"), unit.unit());
            close.check(unit.low(), rows.get(i).number("low"), unit.unit());
            close.check(unit.high(), rows.get(i).number("high"), unit.unit());
        }
    }

    @Test
    void saysNothingOfUnitsThatSayNothing() {
        var nobody = new UnitTotals("A", 0, 0, 0, 0, 0);
        var somebody = new UnitTotals("B", 100, 12, 100, 10, 9);

        for (var kind : Kind.values()) {
            var shrunken = Hierarchical.ofTotals(kind, List.of(nobody, somebody));

            assertThat(shrunken.units().get(0).ratio()).isNaN();
            assertThat(shrunken.units().get(1).ratio()).isBetween(0.99, 1.21);
        }
        assertThat(Hierarchical.ofTotals(Kind.PROPORTION, List.of(nobody)).sd()).isNaN();
        assertThat(Hierarchical.ofTotals(Kind.COST, List.of()).units()).isEmpty();
    }

    @Test
    void learnsNothingFromCountsWhereNothingIsExpected() {
        var observed = new double[] {3, 9, 22, 4, 14};
        var expected = new double[] {8, 8, 9, 8, 10};

        var without = GammaPoisson.fit(observed, expected);
        var with = GammaPoisson.fit(new double[] {3, 9, 22, 4, 14, 2}, new double[] {8, 8, 9, 8, 10, 0});

        assertThat(without.shape()).isBetween(1.0, 20.0);
        assertThat(with).isEqualTo(without);
    }

    /** Without spread of its risks the binomial of a unit would have infinitely many patients. */
    @Test
    void shrinksNoProportionWhoseVarianceIsItsExpectedValue() {
        var rare = new UnitTotals("A", 100, 3, 100, 2, 2);
        var usual = new UnitTotals("B", 100, 12, 100, 10, 9);
        var other = new UnitTotals("C", 100, 2, 100, 10, 9);

        var shrunken = Hierarchical.ofTotals(Kind.PROPORTION, List.of(rare, usual, other));

        assertThat(shrunken.units().get(0).ratio()).isNaN();
        assertThat(shrunken.units().get(0).expected()).isEqualTo(2);
        assertThat(shrunken.sd()).isPositive();
        assertThat(shrunken.units().get(1).ratio()).isBetween(1.0, 1.2);
    }

    @Test
    void takesAHospitalWhereEverybodyHasTheEvent() {
        var totals = List.of(new UnitTotals("A", 20, 20, 20, 18, 1.7), new UnitTotals("B", 500, 440, 500, 442, 50));

        var shrunken = Hierarchical.ofTotals(Kind.PROPORTION, totals);

        assertThat(shrunken.units()).allSatisfy(unit -> assertThat(unit.ratio()).isBetween(0.9, 1.12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROPORTION", "COUNT"})
    void agreesWithRAtTheEdges(Kind kind) {
        var all = ReferenceTable.of("totals-edges.csv")
                .where(row -> row.text("kind").equalsIgnoreCase(kind.name()));

        for (var name :
                all.rows().stream().map(row -> row.text("case")).distinct().toList()) {
            var rows = all.where("case", name).rows();
            var totals = rows.stream()
                    .map(row -> new UnitTotals(
                            row.text("unit"),
                            100,
                            row.number("observed"),
                            100,
                            row.number("expected"),
                            row.number("variance")))
                    .toList();

            var shrunken = Hierarchical.ofTotals(kind, totals);

            var close = new Tolerance(1e-5, 1e-6);
            close.check(shrunken.sd(), rows.get(0).number("sd"), "sd of %s", name);
            double variance = shrunken.sd() * shrunken.sd();
            double chance = 1 / rows.get(0).number("variance");
            close.check(shrunken.rankability(), variance / (variance + chance), "rankability of %s", name);
            for (int i = 0; i < rows.size(); i++) {
                var unit = shrunken.units().get(i);
                close.check(
                        unit.ratio(),
                        rows.get(i).number("ratio"),
                        "ratio of %s",
                        rows.get(i).cells());
                assertThat(unit.predicted()).isCloseTo(unit.ratio() * unit.expected(), within(1e-12));
            }
        }
    }

    /** Where all have one chance variance s², the likelihood is highest at τ² = mean of ln(O/E)² − s², or zero. */
    @ParameterizedTest
    @CsvSource({"1, 1.5", "1, 1.05", "4, 1.5", "4, 1", "3, 0.5"})
    void shrinksEqualAmountsByFormula(int size, double ratio) {
        var totals = IntStream.range(0, size)
                .mapToObj(i -> new UnitTotals("U" + i, 50, 100 * ratio, 50, 100, 100))
                .toList();

        var shrunken = Hierarchical.ofTotals(Kind.DURATION, totals);

        double distance = Math.log(ratio);
        double tau2 = Math.max(0, distance * distance - 0.01);
        double share = tau2 / (tau2 + 0.01);
        double half = 1.96 * Math.sqrt(share * 0.01);
        assertThat(shrunken.sd()).isCloseTo(Math.sqrt(tau2), within(1e-9));
        assertThat(shrunken.rankability()).isCloseTo(share, within(1e-9));
        assertThat(shrunken.medianOddsRatio()).isNaN();
        assertThat(shrunken.units()).hasSize(size).allSatisfy(unit -> {
            assertThat(unit.ratio()).isCloseTo(Math.exp(share * distance), within(1e-9));
            assertThat(unit.low()).isCloseTo(Math.exp(share * distance - half), within(1e-9));
            assertThat(unit.high()).isCloseTo(Math.exp(share * distance + half), within(1e-9));
            assertThat(unit.predicted()).isCloseTo(100 * unit.ratio(), within(1e-9));
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void saysNothingOfAShareOrAmountWithoutVariance(Kind kind) {
        var sure = new UnitTotals("A", 100, 12, 100, 10, 0);
        var unsure = new UnitTotals("B", 100, 12, 100, 10, 9);

        var shrunken = Hierarchical.ofTotals(kind, List.of(unsure, sure));

        assertThat(shrunken.units()).extracting(ShrunkenUnit::unit).containsExactly("A", "B");
        assertThat(shrunken.units().get(1).ratio()).isBetween(1.0, 1.2);
        assertThat(Double.isNaN(shrunken.units().get(0).ratio())).isEqualTo(kind != Kind.COUNT);
        assertThat(Hierarchical.ofTotals(kind, List.of(sure)).rankability()).isNaN();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void doesNotTakeACommonShiftForDifferences(Kind kind) {
        var totals = new ArrayList<UnitTotals>();
        var shifted = new ArrayList<UnitTotals>();
        for (int i = 0; i < 20; i++) {
            double expected = 90 + i;
            double observed = expected * (1 + 0.06 * Math.sin(3 * i));
            totals.add(new UnitTotals("U" + (10 + i), 400, observed, 400, expected, expected * 0.8));
            shifted.add(new UnitTotals("U" + (10 + i), 400, 0.7 * observed, 400, expected, expected * 0.8));
        }

        var plain = Hierarchical.ofShiftedTotals(kind, totals);
        var common = Hierarchical.ofShiftedTotals(kind, shifted);

        assertThat(plain.sd()).isLessThan(0.03);
        assertThat(common.sd()).isLessThan(0.03);
        assertThat(Hierarchical.ofTotals(kind, shifted).sd()).isGreaterThan(0.2);
        assertThat(common.units()).allSatisfy(unit -> {
            assertThat(unit.ratio()).isBetween(0.65, 0.75);
            assertThat(unit.predicted() / unit.expected()).isBetween(unit.ratio() - 1e-9, unit.ratio() + 1e-9);
        });
    }
}
