// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * The last values of one organisation as a small line, 96 by 28.
 *
 * @param points of the line
 * @param mean height of the value for all organisations
 */
record Sparkline(String points, List<Dot> dots, Dot last, String mean, Phrase description) {
    private static final double WIDTH = 96;
    private static final double HEIGHT = 28;
    private static final double MARGIN = 5;

    /** A point of the line. */
    record Dot(String x, String y) {}

    /**
     * The line through what is known; {@code null} with fewer than two values.
     *
     * @param values oldest first, {@code NaN} where not known
     */
    static @Nullable Sparkline of(double[] values, double overall, Quantity quantity) {
        var known = DoubleStream.of(values).filter(Double::isFinite).toArray();
        if (known.length < 2) {
            return null;
        }
        double low = Math.min(overall, DoubleStream.of(known).min().orElseThrow());
        double high = Math.max(overall, DoubleStream.of(known).max().orElseThrow());
        double height = high > low ? high - low : 1;
        var dots = new ArrayList<Dot>();
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                double x = MARGIN + (WIDTH - 2 * MARGIN) * i / Math.max(1, values.length - 1);
                dots.add(new Dot(pixels(x), pixels(y((values[i] - low) / height))));
            }
        }
        return new Sparkline(
                dots.stream().map(dot -> dot.x + "," + dot.y).collect(Collectors.joining(" ")),
                List.copyOf(dots),
                dots.get(dots.size() - 1),
                pixels(y((overall - low) / height)),
                Phrase.of(
                        "sparkline.description",
                        quantity.numbers().count(known.length),
                        quantity.text(known[0]),
                        quantity.text(known[known.length - 1])));
    }

    private static double y(double share) {
        return HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * share;
    }

    private static String pixels(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
