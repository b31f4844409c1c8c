// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.List;
import java.util.Locale;
import nl.waardeketen.statistics.ComparedUnit;

/** The columns of the answer of {@code adjust}, under the names and in the order of its contract. */
final class AdjustmentTable {
    static final List<String> NUMBERS = List.of(
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

    private AdjustmentTable() {}

    /** Values of {@link #NUMBERS}. */
    static double[] numbers(ComparedUnit unit) {
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

    static String signal(ComparedUnit unit) {
        return unit.signal().name().toLowerCase(Locale.ROOT);
    }

    /** Full precision; whole numbers without a point. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
