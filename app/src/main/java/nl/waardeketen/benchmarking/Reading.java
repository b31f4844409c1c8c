// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.statistics.ComparedUnit;
import nl.waardeketen.statistics.Interval;
import nl.waardeketen.statistics.Signal;
import nl.waardeketen.statistics.UnitTotals;

/**
 * A result on the scale of its indicator.
 *
 * @param overall all events over all patients of the reference period, or the mean: what a ratio of 1 is on this scale
 */
record Reading(Indicator indicator, Result result, double overall) {
    private static final double FEWEST_EXPECTED = 5;

    /** What can be said of a result. */
    enum State {
        JUDGED,
        /** Fewer than five expected. */
        FEW_EXPECTED,
        /** Fewer than five expected without the event. */
        FEW_WITHOUT,
        /** There are patients, but of none the value is known. */
        VALUE_UNKNOWN,
        NO_PATIENTS;

        boolean judged() {
            return this == JUDGED;
        }
    }

    ComparedUnit unit() {
        return result.compared();
    }

    public UnitTotals totals() {
        return unit().totals();
    }

    State state() {
        if (totals().n() == 0) {
            return result.missing() > 0 ? State.VALUE_UNKNOWN : State.NO_PATIENTS;
        }
        if (unit().signal() != Signal.TOO_FEW) {
            return State.JUDGED;
        }
        return totals().expected() >= FEWEST_EXPECTED ? State.FEW_WITHOUT : State.FEW_EXPECTED;
    }

    public boolean standsOut() {
        return state().judged() && (unit().signal() == Signal.SIGNAL_HIGH || unit().signal() == Signal.SIGNAL_LOW);
    }

    /** Whether it lies on the desired side; of use where it stands out. */
    boolean favourable() {
        boolean high = unit().signal() == Signal.SIGNAL_HIGH || unit().signal() == Signal.WATCH_HIGH;
        return high == (indicator.better() == Indicator.Better.HIGHER);
    }

    double adjusted() {
        return within(unit().adjustedRate());
    }

    Interval adjustedInterval() {
        return scaled(unit().own());
    }

    double observedRate() {
        return totals().observed() / totals().exposure();
    }

    double expectedRate() {
        return totals().expected() / totals().exposure();
    }

    /** What a next patient may expect: the adjusted value, chance allowed for. */
    double next() {
        return within(result.shrunken().ratio() * overall);
    }

    Interval nextBand() {
        return scaled(new Interval(result.shrunken().low(), result.shrunken().high()));
    }

    /** Limits of the ratio, as adjusted values. */
    Interval scaled(Interval ratios) {
        return new Interval(within(ratios.low() * overall), within(ratios.high() * overall));
    }

    /** An adjusted share may come out above all patients, which no share can be. */
    private double within(double value) {
        return indicator.kind().isShare() && value > 1 ? 1 : value;
    }
}
