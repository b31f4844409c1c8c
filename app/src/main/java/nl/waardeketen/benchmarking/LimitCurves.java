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
 * <p>Every organisation is judged by the others, hence has limits of its own, even at one size. The curves are those of the
 * organisation looked from, carried on to other sizes: on the square-root scale the squared half-width is a level plus chance,
 * z²V/4E², which is in proportion to 1/size; the level is such that the curves go through its own limits. Where it is not
 * judged, they go by least squares through the limits of all.
 *
 * @param judging the limits that judged
 * @param other the exact 99.8 % limits where wider ones judged; {@code null} otherwise
 */
record LimitCurves(
        Function<Double, Limits> judging, @Nullable Function<Double, Interval> other) {
    private static final int FEWEST_FOR_A_LINE = 3;
    private static final double Z_WATCH = 1.959964;
    private static final double Z_SIGNAL = 3.090232;

    /** @param own the organisation looked from; {@code null} when it is not judged */
    static LimitCurves of(
            Indicator indicator, List<Reading> readings, @Nullable Reading own, DispersionMethod dispersion) {
        var exact = exact(indicator, readings);
        if (dispersion == DispersionMethod.NONE && exact != null && judgedByExact(readings)) {
            return new LimitCurves(exact, null);
        }
        @Nullable
        Function<Double, Interval> exactSignal =
                exact == null ? null : size -> exact.apply(size).signal();
        double chance = chance(readings);
        if (own != null && chance > 0) {
            var watch = through(own, own.unit().limits().watch(), square(Z_WATCH) * chance);
            var signal = through(own, own.unit().limits().signal(), square(Z_SIGNAL) * chance);
            return new LimitCurves(size -> new Limits(watch.apply(size), signal.apply(size)), exactSignal);
        }
        boolean level = dispersion != DispersionMethod.NONE && readings.size() >= FEWEST_FOR_A_LINE;
        var watch = fitted(readings, limits -> limits.watch(), level);
        var signal = fitted(readings, limits -> limits.signal(), level);
        return new LimitCurves(size -> new Limits(watch.apply(size), signal.apply(size)), exactSignal);
    }

    /** Chance in the square root of a ratio, times size: the average of V/4E² × size. */
    private static double chance(List<Reading> readings) {
        return readings.stream()
                .mapToDouble(reading -> {
                    var totals = reading.totals();
                    return size(reading) * totals.variance() / (4 * square(totals.expected()));
                })
                .average()
                .orElse(Double.NaN);
    }

    /** Around where the others are; of a lower limit of zero that cannot be told, and they go around the standard. */
    private static Function<Double, Interval> through(Reading own, Interval limits, double chance) {
        double high = Math.sqrt(limits.high());
        double centre = limits.low() > 0 ? (Math.sqrt(limits.low()) + high) / 2 : 1;
        return size -> {
            double squared = square(high - centre) + chance * (1 / size - 1 / size(own));
            double half = Math.sqrt(Math.max(0, squared));
            return new Interval(square(Math.max(0, centre - half)), square(centre + half));
        };
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
