// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import static nl.waardeketen.benchmarking.ChartParts.part;
import static nl.waardeketen.benchmarking.ChartParts.point;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.waardeketen.statistics.Interval;
import nl.waardeketen.statistics.Limits;
import nl.waardeketen.web.Phrase;
import nl.waardeketen.web.Wording;
import org.jspecify.annotations.Nullable;

/** How a funnel is drawn. */
record FunnelOption(
        Selection selection,
        Quantity quantity,
        double overall,
        @Nullable Reading own,
        List<Reading> others,
        LimitCurves curves,
        Span across,
        Span up,
        boolean bySize,
        Wording words) {
    private static final int CURVE_POINTS = 80;
    private static final double NARROWEST_JUDGED = 5;

    /** Name of a line at its right end. */
    private record End(String name, double value) {}

    static Map<String, Object> of(FunnelChart chart, Wording words) {
        return new FunnelOption(
                        chart.selection(),
                        chart.quantity(),
                        chart.overall(),
                        chart.own(),
                        chart.others(),
                        chart.curves(),
                        chart.across(),
                        chart.up(),
                        chart.bySize(),
                        words)
                .option();
    }

    private Map<String, Object> option() {
        var series = new ArrayList<Map<String, Object>>();
        addLimits(series);
        series.add(endLabels());
        series.add(points());
        if (own != null) {
            addOwn(series, own);
        }
        var horizontal = ChartParts.valueAxis(across, "{value}", false);
        horizontal.put("name", words.of(Phrase.of(bySize ? "funnel.across.patients" : "funnel.across.expected")));
        horizontal.put("nameLocation", "middle");
        horizontal.put("nameGap", 30);
        horizontal.put("nameTextStyle", part("color", ChartParts.INK, "fontSize", 12));
        return part(
                "animation",
                false,
                "grid",
                part("left", 60, "right", 122, "top", 12, "bottom", 52),
                "tooltip",
                part("trigger", "item", "renderMode", "richText", "confine", true),
                "xAxis",
                horizontal,
                "yAxis",
                ChartParts.valueAxis(up, quantity.kind().isShare() ? "{value}%" : "{value}", true),
                "series",
                series);
    }

    private void addLimits(List<Map<String, Object>> series) {
        var sizes = sizes();
        series.addAll(
                ChartParts.band("wide", low(sizes, Limits::signal), high(sizes, Limits::signal), "var(--wk-zone-998)"));
        series.addAll(
                ChartParts.band("narrow", low(sizes, Limits::watch), high(sizes, Limits::watch), "var(--wk-zone-95)"));
        series.add(ChartParts.line(low(sizes, Limits::signal), ChartParts.LIMIT, 1.2, "solid"));
        series.add(ChartParts.line(high(sizes, Limits::signal), ChartParts.LIMIT, 1.2, "solid"));
        series.add(ChartParts.line(low(sizes, Limits::watch), ChartParts.LIMIT, 1.2, "dashed"));
        series.add(ChartParts.line(high(sizes, Limits::watch), ChartParts.LIMIT, 1.2, "dashed"));
        var other = curves.other();
        if (other != null) {
            series.add(ChartParts.line(curve(sizes, size -> other.apply(size).low()), ChartParts.LIMIT, 1, "dotted"));
            series.add(ChartParts.line(curve(sizes, size -> other.apply(size).high()), ChartParts.LIMIT, 1, "dotted"));
        }
        var middle = List.of(place(across.low(), overall), place(across.high(), overall));
        series.add(ChartParts.line(middle, ChartParts.LIMIT, 1.4, "solid"));
    }

    private Map<String, Object> endLabels() {
        var limits = curves.judging().apply(across.high());
        var watch = words.of(Phrase.of("funnel.limit.watch"));
        var signal = words.of(Phrase.of("funnel.limit.signal"));
        var expected = words.of(Phrase.of("funnel.expected", quantity.text(overall)));
        var data = Stream.of(
                        new End(signal, limits.signal().high() * overall),
                        new End(watch, limits.watch().high() * overall),
                        new End(expected, overall),
                        new End(watch, limits.watch().low() * overall),
                        new End(signal, limits.signal().low() * overall))
                .filter(end -> up.holds(quantity.plotted(end.value)))
                .map(end -> ChartParts.named(end.name, across.high(), quantity.plotted(end.value)))
                .toList();
        return part(
                "type",
                "scatter",
                "silent",
                true,
                "symbolSize",
                0.1,
                "itemStyle",
                part("color", "transparent", "opacity", 1),
                "data",
                data,
                "clip",
                false,
                "label",
                part(
                        "show",
                        true,
                        "position",
                        "right",
                        "distance",
                        6,
                        "formatter",
                        "{b}",
                        "color",
                        ChartParts.FAINT_INK,
                        "fontSize",
                        12),
                "labelLayout",
                part("moveOverlap", "shiftY"));
    }

    private Map<String, Object> points() {
        var data = others.stream()
                .map(reading -> ChartParts.named(
                        words.of(Phrase.of(
                                "funnel.point",
                                selection.perspective().name(reading.result().organisation()),
                                quantity.text(reading.adjusted()),
                                quantity.text(reading.adjustedInterval()))),
                        LimitCurves.size(reading),
                        Math.min(up.high(), quantity.plotted(reading.adjusted()))))
                .toList();
        return part(
                "type",
                "scatter",
                "symbolSize",
                9,
                "z",
                4,
                "data",
                data,
                "itemStyle",
                part("color", ChartParts.OTHERS, "opacity", 1, "borderColor", "var(--wk-surface)", "borderWidth", 1),
                "tooltip",
                part("formatter", "{b}"));
    }

    private void addOwn(List<Map<String, Object>> series, Reading reading) {
        double x = LimitCurves.size(reading);
        double y = quantity.plotted(reading.adjusted());
        var interval = reading.adjustedInterval();
        var ends = List.of(place(x, interval.low()), place(x, Math.min(interval.high(), value(up.high()))));
        var whisker = ChartParts.line(ends, ChartParts.OWN, 3, "solid");
        whisker.put("z", 5);
        series.add(whisker);
        series.add(part(
                "type",
                "scatter",
                "silent",
                true,
                "symbol",
                "rect",
                "symbolSize",
                new int[] {11, 3},
                "z",
                5,
                "data",
                ends,
                "itemStyle",
                part("color", ChartParts.OWN)));
        series.add(ownLimits(x, reading));
        boolean right = x < across.low() + 0.6 * (across.high() - across.low());
        series.add(part(
                "type",
                "scatter",
                "silent",
                true,
                "symbolSize",
                18,
                "z",
                6,
                "data",
                List.of(ChartParts.named(selection.perspective().organisation().name(), x, y)),
                "itemStyle",
                part("color", ChartParts.OWN, "opacity", 1, "borderColor", "var(--wk-surface)", "borderWidth", 2),
                "label",
                part(
                        "show",
                        true,
                        "formatter",
                        "{b}",
                        "position",
                        right ? "right" : "left",
                        "distance",
                        10,
                        "color",
                        ChartParts.INK,
                        "fontSize",
                        13,
                        "fontWeight",
                        600,
                        "textBorderColor",
                        "var(--wk-surface)",
                        "textBorderWidth",
                        4,
                        "lineHeight",
                        16,
                        "width",
                        220,
                        "overflow",
                        "break")));
    }

    /** The limits that judged this organisation, beside which the curves may run. */
    private Map<String, Object> ownLimits(double x, Reading reading) {
        var limits = reading.unit().limits();
        var ends = Stream.of(limits.watch(), limits.signal())
                .map(reading::scaled)
                .flatMap(interval -> Stream.of(interval.low(), interval.high()))
                .map(quantity::plotted)
                .filter(up::holds)
                .map(end -> point(x, end))
                .toList();
        return part(
                "type", "scatter",
                "silent", true,
                "symbol", "rect",
                "symbolSize", new int[] {22, 2},
                "z", 5,
                "data", ends,
                "itemStyle", part("color", ChartParts.INK, "opacity", 1));
    }

    private List<double[]> low(List<Double> sizes, Function<Limits, Interval> which) {
        return curve(sizes, size -> which.apply(curves.judging().apply(size)).low());
    }

    private List<double[]> high(List<Double> sizes, Function<Limits, Interval> which) {
        return curve(sizes, size -> which.apply(curves.judging().apply(size)).high());
    }

    private List<double[]> curve(List<Double> sizes, Function<Double, Double> ratio) {
        return sizes.stream()
                .map(size -> {
                    double value = quantity.plotted(ratio.apply(size) * overall);
                    return point(size, Math.min(up.high(), Math.max(up.low(), value)));
                })
                .toList();
    }

    /** Closer together where the curves bend. */
    private List<Double> sizes() {
        double smallest = Stream.concat(Stream.ofNullable(own), others.stream())
                .mapToDouble(LimitCurves::size)
                .min()
                .orElse(NARROWEST_JUDGED);
        double from = bySize ? Math.max(1, 0.7 * smallest) : Math.min(NARROWEST_JUDGED, smallest);
        var sizes = new ArrayList<Double>();
        for (int i = 0; i <= CURVE_POINTS; i++) {
            double share = Math.pow((double) i / CURVE_POINTS, 2);
            sizes.add(from + share * (across.high() - from));
        }
        return sizes;
    }

    private double[] place(double x, double value) {
        return point(x, Math.min(up.high(), quantity.plotted(value)));
    }

    private double value(double plotted) {
        return quantity.kind().isShare() ? plotted / 100 : plotted;
    }
}
