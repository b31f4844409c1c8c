// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts of chart options that charts share. Colours are names of the design, which the browser looks up. */
final class ChartParts {
    static final String OWN = "var(--wk-own)";
    static final String OTHERS = "var(--wk-others)";
    static final String INK = "var(--wk-ink)";
    static final String FAINT_INK = "var(--wk-ink-3)";
    static final String LIMIT = "var(--wk-limit)";

    private ChartParts() {}

    /** Keys and values in turn. */
    static Map<String, Object> part(Object... keysAndValues) {
        var part = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            part.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return part;
    }

    /** An axis without a line of its own, whose ends and step are those of the span. */
    static Map<String, Object> valueAxis(Span span, String labels, boolean grid) {
        return part(
                "type", "value",
                "min", tidy(span.low()),
                "max", tidy(span.high()),
                "interval", tidy(span.step()),
                "axisLine", part("show", true, "onZero", false, "lineStyle", part("color", "var(--wk-axis)")),
                "axisTick", part("show", false),
                "splitLine", part("show", grid, "lineStyle", part("color", "var(--wk-line)")),
                "axisLabel", part("color", FAINT_INK, "fontSize", 12, "formatter", labels));
    }

    /** A line without points. */
    static Map<String, Object> line(List<?> data, String colour, double width, String dash) {
        return part(
                "type",
                "line",
                "silent",
                true,
                "symbol",
                "none",
                "data",
                data,
                "lineStyle",
                part("color", colour, "width", width, "type", dash),
                "tooltip",
                part("show", false));
    }

    /** The surface between two lines, as two stacked series. */
    static List<Map<String, Object>> band(String name, List<double[]> low, List<double[]> high, String colour) {
        var heights = new ArrayList<double[]>();
        for (int i = 0; i < low.size(); i++) {
            heights.add(new double[] {low.get(i)[0], tidy(high.get(i)[1] - low.get(i)[1])});
        }
        var floor = line(low, "transparent", 0, "solid");
        floor.put("stack", name);
        var surface = line(heights, "transparent", 0, "solid");
        surface.put("stack", name);
        surface.put("areaStyle", part("color", colour, "opacity", 1));
        return List.of(floor, surface);
    }

    static double tidy(double value) {
        return Double.isFinite(value) ? Math.round(value * 1e6) / 1e6 : 0;
    }

    static double[] point(double x, double y) {
        return new double[] {tidy(x), tidy(y)};
    }

    /** A place with a name, for pointing at. */
    static Map<String, Object> named(String name, double x, double y) {
        return part("name", name, "value", point(x, y));
    }
}
