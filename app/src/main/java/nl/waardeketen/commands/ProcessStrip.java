// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import nl.waardeketen.statistics.ChartPoint;
import nl.waardeketen.statistics.Judgement;
import org.jspecify.annotations.Nullable;

/** A control chart in characters that runs down the page: one line per point on one scale. */
final class ProcessStrip {
    private final ToDoubleFunction<ChartPoint> lower;
    private final @Nullable Double target;
    private final int width;
    private final double low;
    private final double high;

    /** @param lower the lower limit as it is shown */
    ProcessStrip(List<ChartPoint> points, ToDoubleFunction<ChartPoint> lower, @Nullable Double target, int width) {
        this.lower = lower;
        this.target = target;
        this.width = width;
        var all = DoubleStream.concat(
                        points.stream()
                                .flatMapToDouble(point -> DoubleStream.of(
                                        point.value(),
                                        point.centre(),
                                        lower.applyAsDouble(point),
                                        point.shown().high())),
                        target == null ? DoubleStream.empty() : DoubleStream.of(target))
                .filter(Double::isFinite)
                .summaryStatistics();
        double margin = all.getMax() > all.getMin() ? 0 : Math.max(1e-6, Math.abs(all.getMax()) / 10);
        low = all.getMin() - margin;
        high = all.getMax() + margin;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /** The ends of the scale. */
    String scale(String left, String right) {
        return left + " ".repeat(Math.max(1, width - left.length() - right.length())) + right;
    }

    /** A line between segments. */
    String ruler() {
        return "-".repeat(width);
    }

    String of(ChartPoint point) {
        var cells = " ".repeat(width).toCharArray();
        mark(cells, target == null ? Double.NaN : target, 't');
        mark(cells, point.centre(), '|');
        mark(cells, lower.applyAsDouble(point), '[');
        mark(cells, point.shown().high(), ']');
        mark(cells, point.value(), mark(point.judgement()));
        return new String(cells);
    }

    static char mark(Judgement judgement) {
        return switch (judgement) {
            case COMMON_CAUSE -> 'o';
            case IMPROVEMENT -> '+';
            case CONCERN -> '!';
            case SPECIAL_CAUSE -> '*';
            case EXCLUDED -> 'x';
        };
    }

    private void mark(char[] cells, double value, char mark) {
        if (!Double.isNaN(value)) {
            double within = Math.min(1, Math.max(0, (value - low) / (high - low)));
            cells[(int) Math.round(within * (width - 1))] = mark;
        }
    }
}
