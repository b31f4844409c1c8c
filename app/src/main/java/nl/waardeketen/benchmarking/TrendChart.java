// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import static nl.waardeketen.benchmarking.ChartParts.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.web.Phrase;
import nl.waardeketen.web.Wording;

/**
 * The adjusted value of one organisation, period by period, with its intervals.
 *
 * @param overall the value for all organisations in the period of the page
 */
record TrendChart(Quantity quantity, double overall, List<Point> points) {

    /** One period. */
    record Point(Phrase period, Phrase label, Reading reading, String value, String interval, String patients) {}

    static TrendChart of(Selection selection, Indicator indicator, List<Result> history, double overall) {
        var quantity = Quantity.of(indicator, selection.locale());
        var byPeriod = history.stream().collect(Collectors.toMap(Result::period, result -> result, (a, b) -> a));
        var points = selection.trendPeriods().stream()
                .map(byPeriod::get)
                .filter(result -> result != null && result.compared().totals().n() > 0)
                .map(result -> point(selection, selection.reading(indicator, result), quantity))
                .toList();
        return new TrendChart(quantity, overall, points);
    }

    /** A line needs two points. */
    boolean drawable() {
        return points.size() > 1;
    }

    Map<String, Object> option(Wording words) {
        var span = span();
        var line = ChartParts.line(
                points.stream()
                        .map(point -> ChartParts.tidy(plotted(point.reading.adjusted())))
                        .toList(),
                ChartParts.OWN,
                2,
                "solid");
        line.put("symbol", "circle");
        line.put("symbolSize", 7);
        line.put("itemStyle", part("color", ChartParts.OWN));
        line.put("z", 4);
        line.put("markLine", part("silent", true, "symbol", "none", "animation", false, "data", marks(words)));
        return part(
                "animation", false,
                "grid", part("left", 60, "right", 96, "top", 12, "bottom", 40),
                "xAxis",
                        part(
                                "type",
                                "category",
                                "data",
                                points.stream()
                                        .map(point -> words.of(point.label))
                                        .toList(),
                                "axisLine",
                                part("lineStyle", part("color", "var(--wk-axis)")),
                                "axisTick",
                                part("show", false),
                                "axisLabel",
                                part(
                                        "color",
                                        ChartParts.FAINT_INK,
                                        "fontSize",
                                        12,
                                        "lineHeight",
                                        16,
                                        "hideOverlap",
                                        true)),
                "yAxis", ChartParts.valueAxis(span, quantity.kind().isShare() ? "{value}%" : "{value}", true),
                "series", List.of(line));
    }

    private List<Object> marks(Wording words) {
        var marks = new ArrayList<Object>();
        for (int i = 0; i < points.size(); i++) {
            var interval = points.get(i).reading.adjustedInterval();
            var style = part("color", ChartParts.OWN, "width", 1.2, "type", "solid", "opacity", 0.55);
            marks.add(List.of(
                    part("coord", List.of(i, ChartParts.tidy(plotted(interval.low()))), "lineStyle", style),
                    part("coord", List.of(i, ChartParts.tidy(plotted(interval.high()))))));
        }
        if (Double.isFinite(overall)) {
            marks.add(part(
                    "yAxis",
                    ChartParts.tidy(plotted(overall)),
                    "lineStyle",
                    part("color", ChartParts.LIMIT, "type", "dashed", "width", 1.2),
                    "label",
                    part(
                            "formatter",
                            words.of(Phrase.of("trend.overall", quantity.text(overall))),
                            "color",
                            ChartParts.FAINT_INK,
                            "fontSize",
                            12)));
        }
        return marks;
    }

    private Span span() {
        return Span.around(
                points.stream().flatMapToDouble(point -> {
                    var interval = point.reading.adjustedInterval();
                    return DoubleStream.of(
                            plotted(point.reading.adjusted()),
                            plotted(interval.low()),
                            plotted(interval.high()),
                            plotted(overall));
                }),
                0,
                quantity.kind().isShare() ? 100 : Double.POSITIVE_INFINITY);
    }

    private double plotted(double value) {
        return quantity.plotted(value);
    }

    private static Point point(Selection selection, Reading reading, Quantity quantity) {
        var period = reading.result().period();
        return new Point(
                PeriodWords.of(period),
                PeriodWords.onAxis(period),
                reading,
                quantity.text(reading.adjusted()),
                quantity.text(reading.adjustedInterval()),
                selection.numbers().count((double) reading.totals().n()));
    }
}
