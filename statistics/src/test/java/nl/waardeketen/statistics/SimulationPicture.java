// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.waardeketen.statistics.SimulatedRegions.Findings;
import nl.waardeketen.statistics.SimulatedRegions.Judge;
import nl.waardeketen.statistics.SimulatedRegions.Judgements;

/** The picture of the simulated regions: six panels over the outcomes, with Monte-Carlo intervals. */
final class SimulationPicture {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 1270;
    private static final int PLOT_WIDTH = 390;
    private static final int PLOT_HEIGHT = 225;
    private static final String PETROL = "#0A5A78";
    private static final String OCHRE = "#8F6A0F";
    private static final String GREY = "#75828F";
    private static final String INK = "#1F2A33";
    private static final String SHADE = "#E3E8EC";

    private final StringBuilder svg = new StringBuilder();

    private SimulationPicture() {}

    private record Estimate(double value, double error) {
        static Estimate percentage(Share share) {
            return new Estimate(100 * share.value(), 100 * share.error());
        }
    }

    /** Points of one colour and shape, an SVG path around its centre. */
    private record Series(String name, String colour, String shape, Function<Findings, Estimate> estimate) {}

    /** A panel; points belong in {@code good}, which is a line when both its ends are equal. */
    private record Panel(
            String title, String unit, double low, double high, double step, Interval good, List<Series> series) {

        double place(double value) {
            return PLOT_HEIGHT * (high - Math.min(high, Math.max(low, value))) / (high - low);
        }
    }

    static String of(List<Findings> without, List<Findings> with) {
        var picture = new SimulationPicture();
        picture.addHead(without.get(0).regions, with.get(0));
        var panels =
                List.of(falseSignals(), directions(), beyondWatch(), coverage(), trueDifferences(), estimatedTau2());
        for (int i = 0; i < panels.size(); i++) {
            picture.addPanel(75 + i % 2 * 500, 160 + i / 2 * 375, panels.get(i), i < 4 ? without : with);
        }
        return picture.svg.append("</svg>\n").toString();
    }

    private static Panel falseSignals() {
        return new Panel(
                "False signals at 99.8 %", "% of judged hospitals", 0, 0.5, 0.1, line(0.2), judges(j -> j.signal));
    }

    private static Panel directions() {
        var series = List.of(
                percentages("exact, high", PETROL, Shape.UP, Judge.EXACT, j -> j.signalHigh),
                percentages("exact, low", PETROL, Shape.DOWN, Judge.EXACT, j -> j.signalLow),
                percentages("default, high", OCHRE, Shape.UP, Judge.ADDITIVE, j -> j.signalHigh),
                percentages("default, low", OCHRE, Shape.DOWN, Judge.ADDITIVE, j -> j.signalLow));
        return new Panel("The same, high and low apart", "% of judged hospitals", 0, 0.5, 0.1, line(0.1), series);
    }

    private static Panel beyondWatch() {
        return new Panel("Beyond the 95 % limits", "% of judged hospitals", 0, 8, 2, line(5), judges(j -> j.watched));
    }

    private static Panel coverage() {
        var series = List.of(
                new Series("all hospitals", PETROL, Shape.CIRCLE, found -> Estimate.percentage(found.holdsTruth)),
                new Series(
                        "judged ones", OCHRE, Shape.SQUARE, found -> Estimate.percentage(found.holdsTruthWhereJudged)));
        return new Panel(
                "Own 95 % interval holds the true ratio", "% of hospitals", 92, 98, 1, new Interval(93, 97), series);
    }

    private static Panel trueDifferences() {
        var series = List.of(
                percentages("default (additive)", OCHRE, Shape.SQUARE, Judge.ADDITIVE, j -> j.signal),
                percentages("not winsorised", GREY, Shape.DIAMOND, Judge.ADDITIVE_NOT_WINSORISED, j -> j.signal));
        return new Panel(
                "With true differences: signals at 99.8 %", "% of judged hospitals", 0, 2.5, 0.5, line(0.2), series);
    }

    private static Panel estimatedTau2() {
        var series = List.of(
                new Series("default (additive)", OCHRE, Shape.SQUARE, found -> tau2(found, Judge.ADDITIVE)),
                new Series("not winsorised", GREY, Shape.DIAMOND, found -> tau2(found, Judge.ADDITIVE_NOT_WINSORISED)));
        return new Panel("With true differences: estimated τ²", "% of the true τ²", 0, 200, 50, line(100), series);
    }

    private static Estimate tau2(Findings found, Judge judge) {
        var tau2 = found.by(judge).tau2;
        double truth = found.trueTau2.value();
        return new Estimate(100 * tau2.value() / truth, 100 * tau2.error() / truth);
    }

    private static List<Series> judges(Function<Judgements, Share> share) {
        return List.of(
                percentages("exact limits", PETROL, Shape.CIRCLE, Judge.EXACT, share),
                percentages("default (additive)", OCHRE, Shape.SQUARE, Judge.ADDITIVE, share),
                percentages("not winsorised", GREY, Shape.DIAMOND, Judge.ADDITIVE_NOT_WINSORISED, share));
    }

    private static Series percentages(
            String name, String colour, String shape, Judge judge, Function<Judgements, Share> share) {
        return new Series(name, colour, shape, found -> Estimate.percentage(share.apply(found.by(judge))));
    }

    private static Interval line(double value) {
        return new Interval(value, value);
    }

    private static final class Shape {
        static final String CIRCLE = "M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0z";
        static final String SQUARE = "M-4.5,-4.5h9v9h-9z";
        static final String DIAMOND = "M0,-6l6,6l-6,6l-6,-6z";
        static final String UP = "M0,-6l6,11h-12z";
        static final String DOWN = "M0,6l6,-11h-12z";
    }

    private void addHead(int regions, Findings with) {
        add(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' role='img' aria-labelledby='title desc'"
                        + " font-family='\"Source Sans 3\", \"Segoe UI\", \"DejaVu Sans\", Arial, sans-serif'>",
                WIDTH, HEIGHT);
        add("<title id='title'>Simulated regions: how often the comparison of hospitals errs</title>");
        add("<desc id='desc'>Six panels of points for event rates of 3, 10, 30, 65 and 90 per cent and for a count;"
                + " the figures are in adjustment-simulation.csv.</desc>");
        add("<rect width='%d' height='%d' fill='#FFFFFF'/>", WIDTH, HEIGHT);
        text(30, 42, 24, "start", "bold", "Simulated regions: how often the comparison errs");
        text(
                30,
                70,
                14,
                "start",
                "normal",
                regions + " regions of 70 hospitals with 60 to 900 patients each; case mix "
                        + "differs, and each region has a model of its own.");
        text(
                30,
                92,
                14,
                "start",
                "normal",
                "Last two panels: " + with.regions + " regions whose hospitals truly differ, " + "standard deviation "
                        + with.outcome.spread() + " on the logit or log scale.");
        text(
                30,
                114,
                14,
                "start",
                "normal",
                "Bars: 95 % Monte-Carlo intervals. Dashed line or shaded band: " + "where the points belong.");
    }

    private void addPanel(int left, int top, Panel panel, List<Findings> findings) {
        add("<g transform='translate(%d,%d)'>", left, top);
        text(-45, -14, 17, "start", "bold", panel.title);
        addScale(panel);
        double slot = PLOT_WIDTH / (double) findings.size();
        for (int i = 0; i < findings.size(); i++) {
            double centre = slot * (i + 0.5);
            var outcome = findings.get(i).outcome;
            text(centre, PLOT_HEIGHT + 20, 14, "middle", "normal", outcome.name());
            for (int j = 0; j < panel.series.size(); j++) {
                double x = centre + 13 * (j - (panel.series.size() - 1) / 2.0);
                addPoint(x, panel, panel.series.get(j), findings.get(i));
            }
        }
        text(
                PLOT_WIDTH / 2.0,
                PLOT_HEIGHT + 41,
                14,
                "middle",
                "normal",
                "share of patients with the event, or a count");
        addLegend(panel.series);
        add("</g>");
    }

    private void addScale(Panel panel) {
        if (panel.good.low() < panel.good.high()) {
            double top = panel.place(panel.good.high());
            double height = panel.place(panel.good.low()) - top;
            add("<rect y='%.1f' width='%d' height='%.1f' fill='%s'/>", top, PLOT_WIDTH, height, SHADE);
        }
        for (int i = 0; panel.low + i * panel.step <= panel.high + 1e-9; i++) {
            double value = panel.low + i * panel.step;
            double y = panel.place(value);
            add("<path d='M0,%.1fH%d' stroke='%s' stroke-width='1'/>", y, PLOT_WIDTH, i == 0 ? INK : "#D5DBE0");
            var label = panel.step < 1 ? "%.1f" : "%.0f";
            text(-8, y + 5, 14, "end", "normal", String.format(Locale.ROOT, label, value));
        }
        if (panel.good.low() == panel.good.high()) {
            double y = panel.place(panel.good.low());
            add("<path d='M0,%.1fH%d' stroke='%s' stroke-width='1.5' stroke-dasharray='6 4'/>", y, PLOT_WIDTH, INK);
        }
        add("<g transform='translate(-48,%d) rotate(-90)'>", PLOT_HEIGHT / 2);
        text(0, 0, 14, "middle", "normal", panel.unit);
        add("</g>");
    }

    private void addPoint(double x, Panel panel, Series series, Findings findings) {
        var estimate = series.estimate.apply(findings);
        double margin = 1.96 * estimate.error;
        double high = panel.place(estimate.value + margin);
        double low = panel.place(estimate.value - margin);
        add("<path d='M%.1f,%.1fV%.1f' stroke='%s' stroke-width='2'/>", x, high, low, series.colour);
        double y = panel.place(estimate.value);
        add("<path transform='translate(%.1f,%.1f)' d='%s' fill='%s'/>", x, y, series.shape, series.colour);
    }

    private void addLegend(List<Series> series) {
        int columns = series.size() > 3 ? 2 : 3;
        for (int i = 0; i < series.size(); i++) {
            double x = -38 + 160.0 * (i % columns);
            int y = PLOT_HEIGHT + 64 + i / columns * 22;
            var entry = series.get(i);
            add("<path transform='translate(%.1f,%d)' d='%s' fill='%s'/>", x, y, entry.shape, entry.colour);
            text(x + 12, y + 5, 14, "start", "normal", entry.name);
        }
    }

    private void text(double x, double y, int size, String anchor, String weight, String words) {
        add(
                "<text x='%.1f' y='%.1f' font-size='%d' text-anchor='%s' font-weight='%s' fill='%s'>%s</text>",
                x, y, size, anchor, weight, INK, words);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
