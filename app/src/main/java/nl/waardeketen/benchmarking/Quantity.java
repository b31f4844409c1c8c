// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.Locale;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.concepts.Indicator.Measure;
import nl.waardeketen.statistics.Interval;
import nl.waardeketen.web.Numbers;

/** How values of an indicator are written. */
record Quantity(Measure kind, String unit, Numbers numbers) {

    static Quantity of(Indicator indicator, Locale locale) {
        var unit = indicator.unit();
        return new Quantity(indicator.kind(), unit == null ? "" : unit.in(locale), Numbers.in(locale));
    }

    /** A value with its unit. */
    String text(double value) {
        if (kind.isShare()) {
            return numbers.percent(value);
        }
        return kind == Measure.COST ? numbers.euros(value) : withUnit(numbers.decimal(value, decimals(value)));
    }

    /** A difference with its sign and one digit more than a value; that of shares in percentage points, without unit. */
    String difference(double value) {
        var sign = value > 0 ? "+" : "";
        double shown = kind.isShare() ? 100 * value : value;
        int more = kind == Measure.COST ? 0 : kind.isShare() ? 2 : decimals(value) + 1;
        var text = numbers.decimal(shown, more);
        boolean nothing = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return nothing ? "0" : sign + text;
    }

    /** Both ends with the unit once. */
    String text(Interval interval) {
        if (kind.isShare()) {
            return numbers.percentInterval(interval.low(), interval.high());
        }
        return kind == Measure.COST ? numbers.euroInterval(interval.low(), interval.high()) : withUnit(bare(interval));
    }

    /** Both ends without a unit, to stand behind a value that has it. */
    String bare(Interval interval) {
        if (kind.isShare()) {
            return numbers.interval(100 * interval.low(), 100 * interval.high(), 1);
        }
        return kind == Measure.COST
                ? numbers.interval(interval.low(), interval.high(), 0)
                : numbers.interval(interval.low(), interval.high(), decimals(interval.high()));
    }

    /** The end of an axis. */
    String axis(double value, double step) {
        if (kind.isShare()) {
            return numbers.decimal(100 * value, step < 0.01 ? 1 : 0) + "%";
        }
        return kind == Measure.COST ? numbers.euros(value) : withUnit(numbers.decimal(value, axisDecimals(step)));
    }

    static int axisDecimals(double step) {
        return step >= 1 ? 0 : (int) Math.ceil(-Math.log10(step) - 1e-9);
    }

    /** A value as it stands on an axis: shares as percentages. */
    double plotted(double value) {
        return kind.isShare() ? 100 * value : value;
    }

    private String withUnit(String number) {
        return unit.isEmpty() || number.equals(Numbers.NONE) ? number : number + "\u00A0" + unit;
    }

    private static int decimals(double value) {
        double size = Math.abs(value);
        return size >= 100 ? 0 : size >= 1 ? 1 : 2;
    }
}
