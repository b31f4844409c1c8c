// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;
import java.util.Locale;

/** A compared unit as columns of numbers, under the names and in the order in which results are written everywhere. */
public final class UnitColumns {
    public static final List<String> NUMBERS = List.of(
            "n",
            "observed",
            "expected",
            "ratio",
            "ratio_low",
            "ratio_high",
            "adjusted_rate",
            "z",
            "z_adjusted",
            "limit95_low",
            "limit95_high",
            "limit998_low",
            "limit998_high",
            "exact95_low",
            "exact95_high",
            "exact998_low",
            "exact998_high");

    private UnitColumns() {}

    /** Values of {@link #NUMBERS}. */
    public static double[] numbers(ComparedUnit unit) {
        return new double[] {
            (double) unit.totals().n(),
            unit.totals().observed(),
            unit.totals().expected(),
            unit.ratio(),
            unit.own().low(),
            unit.own().high(),
            unit.adjustedRate(),
            unit.z(),
            unit.zAdjusted(),
            unit.limits().watch().low(),
            unit.limits().watch().high(),
            unit.limits().signal().low(),
            unit.limits().signal().high(),
            unit.exact().watch().low(),
            unit.exact().watch().high(),
            unit.exact().signal().low(),
            unit.exact().signal().high()
        };
    }

    public static String signal(ComparedUnit unit) {
        return unit.signal().name().toLowerCase(Locale.ROOT);
    }

    /** Full precision; whole numbers without a point. */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /**
     * The unit that was written as these columns.
     *
     * @param totals its totals, which hold more than is written
     * @param numbers values of {@link #NUMBERS}
     */
    public static ComparedUnit read(UnitTotals totals, double[] numbers, String signal) {
        return new ComparedUnit(
                totals,
                numbers[3],
                new Interval(numbers[4], numbers[5]),
                numbers[6],
                numbers[7],
                numbers[8],
                new Limits(new Interval(numbers[9], numbers[10]), new Interval(numbers[11], numbers[12])),
                new Limits(new Interval(numbers[13], numbers[14]), new Interval(numbers[15], numbers[16])),
                Signal.valueOf(signal.toUpperCase(Locale.ROOT)));
    }
}
