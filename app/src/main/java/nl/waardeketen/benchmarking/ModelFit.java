// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import java.util.stream.DoubleStream;
import nl.waardeketen.statistics.Interval;
import nl.waardeketen.statistics.ModelQuality;
import nl.waardeketen.web.Numbers;

/**
 * How well what a model predicts agrees with what happened to the same patients.
 *
 * @param end the right and upper end of both axes of the picture
 */
record ModelFit(String brier, String scaledBrier, String slope, String intercept, String end, List<Tenth> tenths) {

    /**
     * A tenth of the patients, by what is predicted for them. Places are SVG percentages.
     *
     * @param right place of what is predicted
     * @param up place of what happened, from above
     */
    record Tenth(
            String patients,
            String predicted,
            String observed,
            String interval,
            String right,
            String up,
            String low,
            String high) {}

    static ModelFit of(ModelQuality quality, Numbers numbers) {
        var ends = quality.groups().stream()
                .flatMapToDouble(group ->
                        DoubleStream.of(0, group.expected(), group.interval().high()));
        var span = Span.around(ends, 0, 1);
        return new ModelFit(
                numbers.decimal(quality.brier(), 3),
                numbers.decimal(quality.scaledBrier(), 3),
                numbers.decimal(quality.calibrationSlope(), 2),
                numbers.decimal(quality.calibrationIntercept(), 2),
                numbers.decimal(100 * span.high(), span.step() < 0.01 ? 1 : 0) + "%",
                quality.groups().stream()
                        .map(group -> tenth(group, span, numbers))
                        .toList());
    }

    private static Tenth tenth(ModelQuality.Group group, Span span, Numbers numbers) {
        Interval interval = group.interval();
        return new Tenth(
                numbers.count((double) group.n()),
                numbers.percent(group.expected()),
                numbers.percent(group.observed()),
                numbers.percentInterval(interval.low(), interval.high()),
                span.place(group.expected()),
                fromAbove(group.observed(), span),
                fromAbove(interval.low(), span),
                fromAbove(interval.high(), span));
    }

    private static String fromAbove(double value, Span span) {
        return span.place(span.low() + span.high() - value);
    }
}
