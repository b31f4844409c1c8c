// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Intervals, bounds and places of units that are judged by the others. */
class CalibratedUnitsTests {

    private static Comparison calibrated(Kind kind, List<UnitTotals> units) {
        return Comparison.of(kind, units, ComparisonRules.calibrated(kind, true));
    }

    /** R: {@code uniroot} of the mid-P of one event, over an expected number of 5. */
    @Test
    void haveTheMidPIntervalOfTheirCount() {
        var units = new ArrayList<>(Units.asExpected(4));
        units.add(Units.count("ONE", 1, 5));

        var own = Units.named("ONE", calibrated(Kind.COUNT, units)).own();

        assertThat(own.low()).isCloseTo(0.0500203448353354 / 5, within(1e-9));
        assertThat(own.high()).isCloseTo(4.9318605247067735 / 5, within(1e-9));
    }

    @Test
    void haveLimitsUpToEveryPatient() {
        var units = new ArrayList<UnitTotals>();
        for (int i = 0; i < 4; i++) {
            units.add(Units.proportion("BIG" + i, 500, 450, 450));
        }
        units.add(Units.proportion("SMALL", 8, 7, 7.2));

        var limits = Units.named("SMALL", calibrated(Kind.PROPORTION, units)).limits();

        assertThat(limits.signal().high()).isCloseTo(8 / 7.2, within(1e-12));
        assertThat(limits.signal().low()).isBetween(0.2, 0.9);
    }

    @Test
    void takeNoPartWhereNothingWasSpent() {
        var units = new ArrayList<UnitTotals>();
        for (int i = 0; i < 4; i++) {
            units.add(cost("H" + i, 1000));
        }
        var without = calibrated(Kind.COST, units).units();
        units.add(cost("Z", 0));

        var with = calibrated(Kind.COST, units).units();

        assertThat(with.get(4).signal()).isEqualTo(Signal.TOO_FEW);
        for (int i = 0; i < 4; i++) {
            assertThat(with.get(i).zAdjusted()).isEqualTo(without.get(i).zAdjusted());
        }
    }

    private static UnitTotals cost(String unit, double observed) {
        return new UnitTotals(unit, 20, observed, 20, 1000, 2500, new Spread(60_000, 50_000, 50_000, null));
    }
}
