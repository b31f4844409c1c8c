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

/** The limits in a funnel, as curves with words at their ends. */
record FunnelLimits(FunnelOption funnel) {
    private static final int CURVE_POINTS = 80;
    private static final double NARROWEST_JUDGED = 5;

    /** Name of a line at its right end. */
    private record End(String name, double value) {}

    void addTo(List<Map<String, Object>> series) {
        addCurves(series);
        addStandard(series);
        series.add(endLabels());
    }

    private void addCurves(List<Map<String, Object>> series) {
        var sizes = sizes();
        series.addAll(
                ChartParts.band("wide", low(sizes, Limits::signal), high(sizes, Limits::signal), "var(--wk-zone-998)"));
        series.addAll(
                ChartParts.band("narrow", low(sizes, Limits::watch), high(sizes, Limits::watch), "var(--wk-zone-95)"));
        series.add(ChartParts.line(low(sizes, Limits::signal), ChartParts.LIMIT, 1.2, "solid"));
        series.add(ChartParts.line(high(sizes, Limits::signal), ChartParts.LIMIT, 1.2, "solid"));
        series.add(ChartParts.line(low(sizes, Limits::watch), ChartParts.LIMIT, 1.2, "dashed"));
        series.add(ChartParts.line(high(sizes, Limits::watch), ChartParts.LIMIT, 1.2, "dashed"));
    }

    /** What is expected, and around it what is expected by chance alone. */
    private void addStandard(List<Map<String, Object>> series) {
        var sizes = sizes();
        var other = funnel.curves().other();
        if (other != null) {
            series.add(ChartParts.line(curve(sizes, size -> other.apply(size).low()), ChartParts.LIMIT, 1, "dotted"));
            series.add(ChartParts.line(curve(sizes, size -> other.apply(size).high()), ChartParts.LIMIT, 1, "dotted"));
        }
        var middle = List.of(
                funnel.place(funnel.across().low(), funnel.overall()),
                funnel.place(funnel.across().high(), funnel.overall()));
        series.add(ChartParts.line(middle, ChartParts.LIMIT, 1.4, "solid"));
    }

    private Map<String, Object> endLabels() {
        var limits = funnel.curves().judging().apply(funnel.across().high());
        var watch = funnel.words().of(Phrase.of("funnel.limit.watch"));
        var signal = funnel.words().of(Phrase.of("funnel.limit.signal"));
        var expected =
                funnel.words().of(Phrase.of("funnel.expected", funnel.quantity().text(funnel.overall())));
        var data = Stream.of(
                        new End(signal, limits.signal().high() * funnel.overall()),
                        new End(watch, limits.watch().high() * funnel.overall()),
                        new End(expected, funnel.overall()),
                        new End(watch, limits.watch().low() * funnel.overall()),
                        new End(signal, limits.signal().low() * funnel.overall()))
                .filter(end -> funnel.up().holds(funnel.quantity().plotted(end.value)))
                .map(end -> ChartParts.named(
                        end.name, funnel.across().high(), funnel.quantity().plotted(end.value)))
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

    private List<double[]> low(List<Double> sizes, Function<Limits, Interval> which) {
        return curve(
                sizes,
                size -> which.apply(funnel.curves().judging().apply(size)).low());
    }

    private List<double[]> high(List<Double> sizes, Function<Limits, Interval> which) {
        return curve(
                sizes,
                size -> which.apply(funnel.curves().judging().apply(size)).high());
    }

    private List<double[]> curve(List<Double> sizes, Function<Double, Double> ratio) {
        return sizes.stream()
                .map(size -> {
                    double value = funnel.quantity().plotted(ratio.apply(size) * funnel.overall());
                    return point(
                            size,
                            Math.min(funnel.up().high(), Math.max(funnel.up().low(), value)));
                })
                .toList();
    }

    /** Closer together where the curves bend. */
    private List<Double> sizes() {
        double smallest = Stream.concat(Stream.ofNullable(funnel.own()), funnel.others().stream())
                .mapToDouble(LimitCurves::size)
                .min()
                .orElse(NARROWEST_JUDGED);
        double from = funnel.bySize() ? Math.max(1, 0.7 * smallest) : Math.min(NARROWEST_JUDGED, smallest);
        var sizes = new ArrayList<Double>();
        for (int i = 0; i <= CURVE_POINTS; i++) {
            double share = Math.pow((double) i / CURVE_POINTS, 2);
            sizes.add(from + share * (funnel.across().high() - from));
        }
        return sizes;
    }
}
