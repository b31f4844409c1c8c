// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The part of a scale that a picture shows, with round ends.
 *
 * @param step between its round numbers
 */
record Span(double low, double high, double step) {

    /** The smallest round span around the values, at least from zero where one of them is near it. */
    static Span around(DoubleStream values, double floor, double ceiling) {
        var known = values.filter(Double::isFinite).toArray();
        double low = DoubleStream.of(known).min().orElse(0);
        double high = DoubleStream.of(known).max().orElse(1);
        double width = high > low ? high - low : Math.max(Math.abs(high), 1e-6);
        double step = step(width / 5);
        double from = Math.max(floor, step * Math.floor((low - width * 0.05) / step));
        double to = Math.min(ceiling, step * Math.ceil((high + width * 0.05) / step));
        return new Span(from, to > from ? to : from + step, step);
    }

    /** Place of a value as an SVG percentage; what lies beyond an end is drawn at that end. */
    String place(double value) {
        return percent(share(value));
    }

    /** Width of what is visible between two values, as an SVG percentage. */
    String width(double from, double to) {
        return percent(Math.max(0, share(to) - share(from)));
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }

    private double share(double value) {
        return Math.min(1, Math.max(0, (value - low) / (high - low)));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double lead = least / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }
}
