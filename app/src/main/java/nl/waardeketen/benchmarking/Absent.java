// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.statistics.ComparedUnit;
import nl.waardeketen.statistics.Interval;
import nl.waardeketen.statistics.Limits;
import nl.waardeketen.statistics.ShrunkenUnit;
import nl.waardeketen.statistics.Signal;
import nl.waardeketen.statistics.UnitTotals;

/** The result of an organisation that has none: no patients. */
final class Absent {
    private static final Limits NO_LIMITS = new Limits(Interval.NONE, Interval.NONE);

    private Absent() {}

    static Result result(Selection selection, Indicator indicator) {
        var organisation = selection.perspective().organisation();
        var totals = new UnitTotals(organisation.code(), 0, 0, 0, 0, 0);
        var compared = new ComparedUnit(
                totals,
                Double.NaN,
                Interval.NONE,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                NO_LIMITS,
                NO_LIMITS,
                Signal.TOO_FEW);
        return new Result(
                indicator.code(),
                selection.period(),
                selection.subgroup(),
                0,
                compared,
                ShrunkenUnit.unknown(totals.unit()));
    }
}
