// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.waardeketen.statistics.Assurance;
import nl.waardeketen.statistics.ChartPoint;
import nl.waardeketen.statistics.ChartType;
import nl.waardeketen.statistics.Judgement;
import nl.waardeketen.statistics.RuleSchool;

/** Prints control charts for a person: what they say in sentences, and each as a chart that runs down the page. */
final class ProcessChartText {
    private static final int WIDTH = 100;
    private static final int VALUE = 9;
    private static final int LONGEST_LABEL = 20;
    private static final int MOST_POINTS = 120;

    private final ProcessCharts charts;
    private final int width;

    ProcessChartText(ProcessCharts charts) {
        this.charts = charts;
        var columns = System.getenv("COLUMNS");
        width = columns != null && columns.matches("\\d{2,3}") ? Math.max(60, Integer.parseInt(columns)) : WIDTH;
    }

    void print(PrintWriter out) {
        for (var one : charts.series()) {
            print(subject(one), out);
            print(answer(one), out);
            charts.assurance(one).ifPresent(assurance -> print(target(assurance), out));
            out.println();
            printChart(one, out);
            out.println();
        }
        print(legend(), out);
        charts.remarks().forEach(remark -> print("Note: " + remark, out));
    }

    private void print(String sentences, PrintWriter out) {
        out.println(Texts.wrapped(Texts.plain(sentences), width));
    }

    private String subject(ProcessCharts.Charted one) {
        var columns = charts.columns();
        int points = one.chart().points().size();
        return format(
                "%s%s%s: %s, %s from %s to %s, rules of %s.",
                columns.by() == null ? "" : one.source().name() + ", ",
                columns.value(),
                columns.denominator() == null ? "" : " per " + columns.denominator(),
                ProcessWords.of(one.type()),
                Texts.counted(points, "point"),
                one.label(0),
                one.label(points - 1),
                one.chart().rules().school() == RuleSchool.NHS ? "the NHS" : "Anhøj");
    }

    private String answer(ProcessCharts.Charted one) {
        var last = one.last();
        var centre = (one.type() == ChartType.RUN ? "Median " : "Mean ") + number(one, last.centre());
        var limits = Double.isNaN(last.limits().low())
                ? ""
                : ", limits " + number(one, shownLow(one, last)) + " to "
                        + number(one, last.shown().high());
        var since = one.chart().segments().size() == 1
                ? ""
                : " since " + one.label(one.lastSegment().from());
        var counts = Stream.of(Judgement.values())
                .filter(judgement -> count(one, judgement) > 0)
                .map(judgement -> count(one, judgement) + " " + ProcessWords.of(judgement))
                .collect(Collectors.joining(", "));
        return centre + limits + since + ". Points: " + counts + ". The last: " + words(last) + ".";
    }

    private static long count(ProcessCharts.Charted one, Judgement judgement) {
        return one.chart().points().stream()
                .filter(point -> point.judgement() == judgement)
                .count();
    }

    private String target(Assurance assurance) {
        var target = charts.wishes().target();
        return "Target " + (target == null ? "" : Double.toString(target)) + ": "
                + switch (assurance) {
                    case CONSISTENTLY_PASSES ->
                        "consistently passed; as the process runs now, it will go on meeting it.";
                    case CONSISTENTLY_FAILS ->
                        "consistently failed; without a change of the process it will not be met.";
                    case HIT_AND_MISS -> "hit and miss; as the process runs now, whether it is met is up to chance.";
                };
    }

    private void printChart(ProcessCharts.Charted one, PrintWriter out) {
        var points = one.chart().points();
        int first = Math.max(0, points.size() - MOST_POINTS);
        int labels = longest(one.source().points().stream().map(point -> point.label()), LONGEST_LABEL);
        int words = longest(points.stream().map(ProcessChartText::words), WIDTH);
        var strip = new ProcessStrip(
                points.subList(first, points.size()),
                point -> shownLow(one, point),
                charts.wishes().target(),
                Math.max(15, width - labels - VALUE - words - 4));
        if (first > 0) {
            print(format("The last %d points; --format csv has all.", MOST_POINTS), out);
        }
        out.println(" ".repeat(labels + VALUE + 2) + strip.scale(number(one, strip.low()), number(one, strip.high())));
        for (int i = first; i < points.size(); i++) {
            if (i > first && startsSegment(one, i)) {
                out.println(" ".repeat(labels + VALUE + 2) + strip.ruler());
            }
            var point = points.get(i);
            var row = Texts.padded(Texts.shortened(one.label(i), labels), labels)
                    + format(" %" + VALUE + "s ", number(one, point.value())) + strip.of(point) + "  "
                    + (point.judgement() == Judgement.COMMON_CAUSE ? "" : words(point));
            out.println(row.stripTrailing());
        }
    }

    private static boolean startsSegment(ProcessCharts.Charted one, int point) {
        return one.chart().segments().stream().anyMatch(segment -> segment.from() == point);
    }

    /** A limit below zero of a measure that is never negative is shown at zero. */
    private static double shownLow(ProcessCharts.Charted one, ChartPoint point) {
        double low = point.shown().low();
        boolean negative = one.chart().points().stream().anyMatch(other -> other.value() < 0);
        return negative ? low : Math.max(0, low);
    }

    private static int longest(Stream<String> texts, int most) {
        return Math.min(
                most,
                texts.mapToInt(text -> Texts.cells(Texts.plain(text))).max().orElse(0));
    }

    private List<String> marks() {
        var marks = new ArrayList<>(List.of("| centre", "[ ] limits"));
        if (charts.wishes().target() != null) {
            marks.add("t target");
        }
        Stream.of(Judgement.values())
                .filter(judgement -> charts.series().stream().anyMatch(one -> count(one, judgement) > 0))
                .map(judgement -> ProcessStrip.mark(judgement) + " " + ProcessWords.of(judgement))
                .forEach(marks::add);
        return marks;
    }

    private String legend() {
        return String.join(", ", marks()) + ".";
    }

    private static String words(ChartPoint point) {
        var judgement = ProcessWords.of(point.judgement());
        var rule = ProcessWords.of(point.rule());
        return rule.isEmpty() ? judgement : judgement + ", " + rule;
    }

    private static String number(ProcessCharts.Charted one, double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (one.type().isProportion()) {
            return format("%.1f%%", 100 * value);
        }
        return (value < 0 ? "-" : "") + Texts.amount(Math.abs(value));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
