// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import static nl.waardeketen.benchmarking.ChartParts.part;
import static nl.waardeketen.benchmarking.ChartParts.point;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        new FunnelLimits(this).addTo(series);
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

    double[] place(double x, double value) {
        return point(x, Math.min(up.high(), quantity.plotted(value)));
    }

    private double value(double plotted) {
        return quantity.kind().isShare() ? plotted / 100 : plotted;
    }
}
