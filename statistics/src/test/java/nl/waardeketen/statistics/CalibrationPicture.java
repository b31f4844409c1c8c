// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;
import java.util.Locale;

/** The picture of the method note on calibration: coverage by size, false signals by units and differences, power. */
final class CalibrationPicture {
    private static final int PLOT_WIDTH = 390;
    private static final int PLOT_HEIGHT = 225;
    private static final List<String> COLOURS =
            List.of("#0A5A78", "#8F6A0F", "#75828F", "#A23B3B", "#3B7A57", "#1F2A33");

    private final StringBuilder svg = new StringBuilder();

    private CalibrationPicture() {}

    /** A line in a panel: values at places 0, 1, 2 … */
    private record Line(String name, double[] values, boolean dashed) {}

    private record Panel(String title, List<String> places, double low, double high, double step, Interval good) {
        double height(double value) {
            return PLOT_HEIGHT * (high - Math.min(high, Math.max(low, value))) / (high - low);
        }

        double place(int index) {
            return PLOT_WIDTH * (index + 0.5) / places.size();
        }
    }

    static String of(List<IntervalCoverage> coverage, List<CalibrationTrial> trials) {
        var picture = new CalibrationPicture();
        picture.svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1010" font-family="sans-serif" font-size="12">
                <rect width="1000" height="1010" fill="white"/>
                <text x="40" y="30" font-size="18">What intervals and signals hold</text>
                <text x="40" y="52" fill="#1F2A33">Made-up regions with known truth; shaded or grey: what is promised. Dashed: without --calibrated.</text>
                """);
        var sizes = CalibrationReport.SIZES.stream().map(String::valueOf).toList();
        var promised = new Interval(93, 97);
        picture.add(
                0,
                0,
                new Panel("Own 95 % interval, events, by E or n (%)", sizes, 88, 100, 2, promised),
                events(coverage));
        picture.add(
                1,
                0,
                new Panel("Own 95 % interval, amounts, by patients (%)", sizes, 82, 100, 2, promised),
                amounts(coverage));
        var units = CalibrationReport.UNITS.stream().map(n -> n + " units").toList();
        var two = new Interval(0.2, 0.2);
        picture.add(
                0,
                1,
                new Panel("False signals, events of 30 %, by true spread (%)", units, 0, 2.5, 0.5, two),
                signals(trials, "30 %"));
        picture.add(
                1,
                1,
                new Panel("False signals, counts, by true spread (%)", units, 0, 2.5, 0.5, two),
                signals(trials, "count"));
        picture.add(
                0,
                2,
                new Panel("False signals, gamma amounts, by true spread (%)", units, 0, 2.5, 0.5, two),
                signals(trials, "gamma"));
        var places = List.of("10", "20", "70");
        picture.add(
                1,
                2,
                new Panel(
                        "Outliers (odds ratio 2.2) that are signalled, by units (%)",
                        places, 0, 100, 20, new Interval(100, 100)),
                power(trials));
        return picture.svg.append("</svg>\n").toString();
    }

    private static List<Line> events(List<IntervalCoverage> coverage) {
        return List.of(
                line(coverage, "count", "exact", true),
                line(coverage, "count", "mid-p", false),
                line(coverage, "proportion 0.03", "wilson", false),
                line(coverage, "proportion 0.1", "wilson", false),
                line(coverage, "proportion 0.3", "wilson", false),
                line(coverage, "proportion 0.85", "wilson", false));
    }

    private static List<Line> amounts(List<IntervalCoverage> coverage) {
        return List.of(
                line(coverage, "gamma", "formula", true),
                line(coverage, "zeros", "formula", true),
                line(coverage, "lognormal", "formula", true),
                line(coverage, "gamma", "few amounts", false),
                line(coverage, "zeros", "few amounts", false),
                line(coverage, "lognormal", "few amounts", false));
    }

    private static Line line(List<IntervalCoverage> coverage, String what, String way, boolean dashed) {
        return new Line(
                what + ", " + way,
                coverage.stream()
                        .filter(each -> each.what().equals(what) && each.way().equals(way))
                        .mapToDouble(each -> 100 * each.share())
                        .toArray(),
                dashed);
    }

    private static List<Line> signals(List<CalibrationTrial> trials, String outcome) {
        return java.util.stream.Stream.of(false, true)
                .flatMap(calibrated -> CalibrationReport.SPREADS.stream()
                        .filter(spread -> spread != 0.1)
                        .map(spread -> new Line(
                                "sd " + spread + (calibrated ? ", calibrated" : ", default"),
                                trials.stream()
                                        .filter(trial -> trial.calibrated == calibrated)
                                        .filter(trial -> trial.region.outliers() == 0 && trial.region.units() >= 10)
                                        .filter(trial -> trial.region.name().equals(outcome))
                                        .filter(trial -> trial.region.spread() == spread)
                                        .mapToDouble(trial -> 100 * trial.falseSignals.value())
                                        .toArray(),
                                !calibrated)))
                .toList();
    }

    private static List<Line> power(List<CalibrationTrial> trials) {
        return java.util.stream.Stream.of(1, 2)
                .flatMap(outliers -> java.util.stream.Stream.of(false, true)
                        .map(calibrated -> new Line(
                                outliers
                                        + (outliers == 1 ? " outlier" : " outliers")
                                        + (calibrated ? ", calibrated" : ", default"),
                                trials.stream()
                                        .filter(trial -> trial.calibrated == calibrated)
                                        .filter(trial ->
                                                trial.region.outliers() == outliers && trial.region.units() >= 10)
                                        .filter(trial -> trial.region.spread() == 0.1)
                                        .mapToDouble(trial -> 100 * trial.found.value())
                                        .toArray(),
                                !calibrated)))
                .toList();
    }

    private void add(int column, int row, Panel panel, List<Line> lines) {
        append("<g transform=\"translate(%d %d)\">\n", 75 + column * 490, 95 + row * 305);
        append("<text x=\"0\" y=\"-8\" font-weight=\"bold\">%s</text>\n", panel.title());
        double top = panel.height(panel.good().high());
        append(
                "<rect x=\"0\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"#D5DCE1\"/>\n",
                top, PLOT_WIDTH, Math.max(1.5, panel.height(panel.good().low()) - top));
        for (double value = panel.low(); value <= panel.high() + 1e-9; value += panel.step()) {
            append(
                    "<text x=\"-6\" y=\"%.1f\" text-anchor=\"end\">%s</text><path d=\"M0 %.1fH%d\" stroke=\"#E3E8EC\"/>\n",
                    panel.height(value) + 4,
                    String.format(Locale.ROOT, panel.step() < 1 ? "%.1f" : "%.0f", value),
                    panel.height(value),
                    PLOT_WIDTH);
        }
        for (int i = 0; i < panel.places().size(); i++) {
            append(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n",
                    panel.place(i), PLOT_HEIGHT + 18, panel.places().get(i));
        }
        for (int i = 0; i < lines.size(); i++) {
            addLine(
                    panel,
                    lines.get(i),
                    COLOURS.get(i
                            % (lines.get(0).dashed()
                                            && lines.size() == 6
                                            && lines.get(2).dashed()
                                    ? 3
                                    : 6)),
                    i);
        }
        svg.append("</g>\n");
    }

    private void addLine(Panel panel, Line line, String colour, int index) {
        var path = new StringBuilder();
        for (int i = 0; i < line.values().length; i++) {
            path.append(String.format(
                    Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", panel.place(i), panel.height(line.values()[i])));
        }
        var dash = line.dashed() ? " stroke-dasharray=\"5 4\"" : "";
        append("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>\n", path, colour, dash);
        int x = index % 3 * 132;
        int y = PLOT_HEIGHT + 36 + index / 3 * 16;
        append("<path d=\"M%d %dh18\" stroke=\"%s\" stroke-width=\"2\"%s/>", x, y - 4, colour, dash);
        append("<text x=\"%d\" y=\"%d\" font-size=\"10\">%s</text>\n", x + 22, y, line.name());
    }

    private void append(String pattern, Object... values) {
        svg.append(String.format(Locale.ROOT, pattern, values));
    }
}
