// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.List;
import java.util.Locale;
import nl.waardeketen.statistics.ComparedUnit;
import nl.waardeketen.statistics.Interval;

/**
 * A funnel in characters, one line per unit on one logarithmic scale of observed over expected: {@code |} the target,
 * {@code [ ]} the 99.8 % limits for a unit of this size, {@code o} the ratio on its own 95 % interval.
 */
final class FunnelStrip {
    private static final double WIDEST = 8;

    private final int width;
    private final double low;
    private final double high;

    FunnelStrip(List<ComparedUnit> units, int width) {
        double widest = units.stream()
                .map(ComparedUnit::ratio)
                .filter(ratio -> ratio > 0)
                .mapToDouble(ratio -> Math.max(ratio, 1 / ratio))
                .max()
                .orElse(2);
        this.width = width;
        high = Math.min(WIDEST, Math.max(2, Math.ceil(widest)));
        low = 1 / high;
    }

    /** The ends of the scale and its middle. */
    String scale() {
        var left = String.format(Locale.ROOT, "1/%.0f", high);
        var right = String.format(Locale.ROOT, "%.0f", high);
        int middle = place(1);
        return left + " ".repeat(Math.max(1, middle - left.length())) + "1"
                + " ".repeat(Math.max(1, width - middle - 1 - right.length())) + right;
    }

    String of(ComparedUnit unit) {
        var cells = " ".repeat(width).toCharArray();
        if (Double.isNaN(unit.ratio())) {
            return new String(cells);
        }
        fill(cells, unit.own());
        cells[place(1)] = '|';
        mark(cells, unit.limits().signal());
        cells[place(unit.ratio())] = 'o';
        return new String(cells);
    }

    private void fill(char[] cells, Interval own) {
        for (int i = place(own.low()); i <= place(own.high()); i++) {
            cells[i] = '-';
        }
    }

    private void mark(char[] cells, Interval limits) {
        if (limits.low() >= low) {
            cells[place(limits.low())] = '[';
        }
        if (limits.high() <= high) {
            cells[place(limits.high())] = ']';
        }
    }

    private int place(double ratio) {
        double within = Math.log(Math.min(high, Math.max(low, ratio)) / low) / Math.log(high / low);
        return (int) Math.round(within * (width - 1));
    }
}
