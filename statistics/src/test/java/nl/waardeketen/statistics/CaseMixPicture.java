// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The picture of calibration with case mix: what own intervals hold, and false signals, by how much hospitals differ. */
final class CaseMixPicture {
    private static final int WIDTH = 390;
    private static final int HEIGHT = 200;
    private static final List<String> COLOURS = List.of("#0A5A78", "#8F6A0F", "#3B7A57", "#A23B3B");

    private final StringBuilder svg = new StringBuilder();

    private record Scale(double low, double high, double step, Interval promised) {
        double height(double value) {
            return HEIGHT * (high - Math.min(high, Math.max(low, value))) / (high - low);
        }
    }

    private CaseMixPicture() {}

    static String of(List<CaseMixTrial> trials) {
        var picture = new CaseMixPicture();
        picture.svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 660" font-family="sans-serif" font-size="12">
                <rect width="1000" height="660" fill="white"/>
                <text x="40" y="30" font-size="18">Own intervals and signals with case mix</text>
                <text x="40" y="52" fill="#1F2A33">By the true standard deviation between hospitals. Grey: what is promised. Dashed: without --calibrated.</text>
                """);
        var coverage = new Scale(90, 100, 2, new Interval(93, 97));
        var signals = new Scale(0, 2.5, 0.5, new Interval(0.2, 0.2));
        for (int column = 0; column < 2; column++) {
            int units = CaseMixCalibration.UNITS.get(column);
            var ofSize =
                    trials.stream().filter(trial -> trial.hospitals == units).toList();
            picture.add(
                    column, 0, "Own 95 % interval, " + units + " hospitals (%)", coverage, ofSize, t -> t.holdsTruth);
            picture.add(column, 1, "False signals, " + units + " hospitals (%)", signals, ofSize, t -> t.signals);
        }
        return picture.svg.append("</svg>\n").toString();
    }

    private void add(
            int column,
            int row,
            String title,
            Scale scale,
            List<CaseMixTrial> trials,
            Function<CaseMixTrial, Share> share) {
        append("<g transform=\"translate(%d %d)\">%n", 75 + column * 490, 90 + row * 275);
        append("<text x=\"0\" y=\"-8\" font-weight=\"bold\">%s</text>%n", title);
        double top = scale.height(scale.promised().high());
        append(
                "<rect x=\"0\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"#D5DCE1\"/>%n",
                top, WIDTH, Math.max(1.5, scale.height(scale.promised().low()) - top));
        for (double value = scale.low(); value <= scale.high() + 1e-9; value += scale.step()) {
            append(
                    "<text x=\"-6\" y=\"%.1f\" text-anchor=\"end\">%.1f</text><path d=\"M0 %.1fH%d\" stroke=\"#E3E8EC\"/>%n",
                    scale.height(value) + 4, value, scale.height(value), WIDTH);
        }
        var spreads = CaseMixCalibration.SPREADS;
        for (int i = 0; i < spreads.size(); i++) {
            append(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">sd %s</text>%n",
                    place(i), HEIGHT + 18, spreads.get(i));
        }
        var outcomes = CaseMixCalibration.outcomes(0);
        for (int i = 0; i < outcomes.size(); i++) {
            var name = outcomes.get(i).name();
            for (boolean calibrated : new boolean[] {false, true}) {
                var line = trials.stream()
                        .filter(trial -> trial.calibrated == calibrated
                                && trial.outcome.name().equals(name))
                        .mapToDouble(trial -> 100 * share.apply(trial).value())
                        .toArray();
                addLine(scale, line, COLOURS.get(i), calibrated ? "" : " stroke-dasharray=\"5 4\"");
            }
            append(
                    "<path d=\"M%d %dh18\" stroke=\"%s\" stroke-width=\"2\"/><text x=\"%d\" y=\"%d\" font-size=\"10\">%s</text>%n",
                    i * 98, HEIGHT + 34, COLOURS.get(i), i * 98 + 22, HEIGHT + 38, name);
        }
        svg.append("</g>\n");
    }

    private static double place(int index) {
        return WIDTH * (index + 0.5) / CaseMixCalibration.SPREADS.size();
    }

    private void addLine(Scale scale, double[] values, String colour, String dash) {
        var path = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            path.append(
                    String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", place(i), scale.height(values[i])));
        }
        append("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>%n", path, colour, dash);
    }

    private void append(String pattern, Object... values) {
        svg.append(String.format(Locale.ROOT, pattern, values));
    }
}
