// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.concepts.Indicator.Measure;
import nl.waardeketen.statistics.DispersionMethod;
import nl.waardeketen.statistics.ExactLimits;
import nl.waardeketen.statistics.Interval;
import nl.waardeketen.statistics.Limits;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a funnel as smooth curves over size, as ratios.
 *
 * <p>By chance alone they are the exact limits of an organisation of that size with the average patients of the region.
 * Wider limits are drawn through the limits of the organisations themselves: on the square-root scale the squared
 * half-width is a straight line in 1/size, which is fitted by least squares.
 *
 * @param judging the limits that judged
 * @param other the exact 99.8 % limits where wider ones judged; {@code null} otherwise
 */
record LimitCurves(
        Function<Double, Limits> judging, @Nullable Function<Double, Interval> other) {
    private static final int FEWEST_FOR_A_LINE = 3;

    static LimitCurves of(Indicator indicator, List<Reading> readings, DispersionMethod dispersion) {
        var exact = exact(indicator, readings);
        if (dispersion == DispersionMethod.NONE && exact != null && judgedByExact(readings)) {
            return new LimitCurves(exact, null);
        }
        boolean level = dispersion != DispersionMethod.NONE && readings.size() >= FEWEST_FOR_A_LINE;
        var watch = fitted(readings, limits -> limits.watch(), level);
        var signal = fitted(readings, limits -> limits.signal(), level);
        return new LimitCurves(
                size -> new Limits(watch.apply(size), signal.apply(size)),
                exact == null ? null : size -> exact.apply(size).signal());
    }

    /** Otherwise every organisation has limits of its own, around the others. */
    private static boolean judgedByExact(List<Reading> readings) {
        return readings.stream()
                .allMatch(
                        reading -> reading.unit().limits().equals(reading.unit().exact()));
    }

    /** Where an organisation stands on the horizontal axis. */
    static double size(Reading reading) {
        var totals = reading.totals();
        return bySize(reading.indicator()) ? (double) totals.n() : totals.expected();
    }

    /** Whether the horizontal axis counts patients rather than expected events. */
    static boolean bySize(Indicator indicator) {
        return indicator.kind() == Measure.DURATION || indicator.kind() == Measure.COST;
    }

    private static @Nullable Function<Double, Limits> exact(Indicator indicator, List<Reading> readings) {
        if (bySize(indicator)) {
            return null;
        }
        if (indicator.kind() == Measure.COUNT) {
            return ExactLimits::ofCount;
        }
        double expected = readings.stream()
                .mapToDouble(reading -> reading.totals().expected())
                .sum();
        double variance = readings.stream()
                .mapToDouble(reading -> reading.totals().variance())
                .sum();
        double patients = readings.stream()
                .mapToDouble(reading -> (double) reading.totals().n())
                .sum();
        return size ->
                ExactLimits.ofProportion(size, size * variance / expected, Math.rint(size * patients / expected));
    }

    private static Function<Double, Interval> fitted(
            List<Reading> readings, Function<Limits, Interval> which, boolean level) {
        var low =
                halfWidth(readings, limits -> 1 - Math.sqrt(which.apply(limits).low()), level);
        var high = halfWidth(readings, limits -> Math.sqrt(which.apply(limits).high()) - 1, level);
        return size ->
                new Interval(square(Math.max(0, 1 - low.applyAsDouble(size))), square(1 + high.applyAsDouble(size)));
    }

    private static DoubleUnaryOperator halfWidth(List<Reading> readings, Function<Limits, Double> of, boolean level) {
        var known = readings.stream()
                .filter(reading -> {
                    double half = of.apply(reading.unit().limits());
                    return half > 0 && half != 1 && Double.isFinite(half);
                })
                .toList();
        var x = known.stream().mapToDouble(reading -> 1 / size(reading)).toArray();
        var y = known.stream()
                .mapToDouble(reading -> square(of.apply(reading.unit().limits())))
                .toArray();
        var line = line(x, y, level);
        return size -> Math.sqrt(Math.max(0, line.applyAsDouble(1 / size)));
    }

    /** The line of least squares, through the origin unless it has a level. */
    private static DoubleUnaryOperator line(double[] x, double[] y, boolean level) {
        double meanX = level ? mean(x) : 0;
        double meanY = level ? mean(y) : 0;
        double products = IntStream.range(0, x.length)
                .mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY))
                .sum();
        double squares = IntStream.range(0, x.length)
                .mapToDouble(i -> square(x[i] - meanX))
                .sum();
        double slope = squares > 0 ? products / squares : Double.NaN;
        return at -> meanY + slope * (at - meanX);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double square(double value) {
        return value * value;
    }
}
