// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    void takesAHospitalWhereEverybodyHasTheEvent() {
        var totals = List.of(new UnitTotals("A", 20, 20, 20, 18, 1.7), new UnitTotals("B", 500, 440, 500, 442, 50));

        var shrunken = Hierarchical.ofTotals(Kind.PROPORTION, totals);

        assertThat(shrunken.units()).allSatisfy(unit -> assertThat(unit.ratio()).isBetween(0.9, 1.12));
    }
}
