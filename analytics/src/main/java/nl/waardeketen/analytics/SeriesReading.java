// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;

/**
 * Series that were read from a delimited file.
 *
 * @param kind how times are written in this file
 * @param series by name; one without a name when the file holds one
 * @param withoutValue rows left out because their value is missing
 * @param withoutDenominator rows left out because nothing was counted in nothing
 * @param notes what a reader should know about how the file was read
 */
public record SeriesReading(
        TimeKind kind, List<Series> series, long withoutValue, long withoutDenominator, List<String> notes) {

    public SeriesReading {
        series = List.copyOf(series);
        notes = List.copyOf(notes);
    }

    /**
     * One series.
     *
     * @param points in the order of time
     * @param moments times of all its rows, also of those that were left out, in order
     */
    public record Series(String name, List<Point> points, List<Moment> moments) {
        public Series {
            points = List.copyOf(points);
            moments = List.copyOf(moments);
        }
    }

    /**
     * A time.
     *
     * @param label as the file writes it
     * @param place as {@link TimeKind#place(String)} gives it
     */
    public record Moment(String label, double place) {}

    /**
     * One point.
     *
     * @param label its time as the file writes it
     * @param time its place in time
     * @param denominator 1 without
     */
    public record Point(String label, double time, double value, double denominator) {}
}
