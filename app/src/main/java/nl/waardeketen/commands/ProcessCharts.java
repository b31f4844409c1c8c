// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.SeriesColumns;
import nl.waardeketen.analytics.SeriesReading;
import nl.waardeketen.statistics.Assurance;
import nl.waardeketen.statistics.ChartPoint;
import nl.waardeketen.statistics.ChartSegment;
import nl.waardeketen.statistics.ChartType;
import nl.waardeketen.statistics.ControlChart;

/** The answer of {@code spc}. */
record ProcessCharts(SeriesColumns columns, SeriesReading reading, ChartWishes wishes, List<Charted> series) {
    private static final int FEWEST_USEFUL = 10;
    private static final double OVERDISPERSED = 1.25;
    private static final double UNDERDISPERSED = 0.75;
    private static final int MOST_NAMED = 5;

    /** A series with its chart; their points correspond. */
    record Charted(SeriesReading.Series source, ControlChart chart) {

        String label(int point) {
            return source.points().get(point).label();
        }

        ChartPoint last() {
            return chart.points().get(chart.points().size() - 1);
        }

        ChartSegment lastSegment() {
            return chart.segments().get(chart.segments().size() - 1);
        }

        ChartType type() {
            return chart.rules().type();
        }
    }

    static ProcessCharts of(SeriesColumns columns, SeriesReading reading, ChartWishes wishes) {
        var series = reading.series().stream()
                .map(source -> new Charted(
                        source, ControlChart.of(wishes.measurements(source, reading), wishes.rules(source))))
                .toList();
        return new ProcessCharts(columns, reading, wishes, series);
    }

    Optional<Assurance> assurance(Charted charted) {
        return wishes.target() == null ? Optional.empty() : charted.chart().assurance(wishes.target());
    }

    /** What a careful reader should know, in words. */
    List<String> remarks() {
        var remarks = new ArrayList<String>(reading.notes());
        if (reading.withoutValue() > 0) {
            remarks.add(Texts.counted(reading.withoutValue(), "row") + " without a value left out.");
        }
        if (reading.withoutDenominator() > 0) {
            remarks.add(Texts.counted(reading.withoutDenominator(), "row")
                    + " in which nothing was counted left out (denominator 0).");
        }
        if (wishes.chart() == null) {
            remarks.add("No --chart given: XmR charts, run charts for series of fewer than 12 points.");
        }
        if (wishes.target() != null && wishes.better() == null) {
            remarks.add("Without --better up or down a --target beyond the limits is neither passed nor failed.");
        }
        addBasisRemarks(remarks);
        addDispersionRemarks(remarks);
        reading.series()
                .forEach(one -> TimeGaps.of(reading.kind(), one).ifPresent(gaps -> remarks.add(of(one) + gaps)));
        return List.copyOf(remarks);
    }

    private void addBasisRemarks(List<String> remarks) {
        var provisional = named(one ->
                one.type() != ChartType.RUN && one.chart().segments().stream().anyMatch(ChartSegment::isProvisional));
        if (!provisional.isEmpty()) {
            remarks.add("Provisional" + provisional + ": limits from fewer than 12 points say little.");
        }
        var unlimited = named(one ->
                one.type() != ChartType.RUN && Double.isNaN(one.last().limits().low()));
        if (!unlimited.isEmpty()) {
            remarks.add("No limits" + unlimited + ": the last segment has too few points for them.");
        }
        var few = named(
                one -> one.type() == ChartType.RUN && one.lastSegment().runs().useful() < FEWEST_USEFUL);
        if (!few.isEmpty()) {
            remarks.add("Few points" + few + ": with fewer than ten off the median, run rules find next to nothing.");
        }
        var baseline = wishes.baseline();
        if (baseline != null) {
            var shorter = named(one ->
                    one.chart().segments().stream().anyMatch(segment -> segment.until() - segment.from() < baseline));
            if (!shorter.isEmpty()) {
                remarks.add("The baseline of " + baseline + " is longer than a segment" + shorter
                        + "; there all points count.");
            }
        }
    }

    private void addDispersionRemarks(List<String> remarks) {
        for (var one : series) {
            var segment = one.lastSegment();
            boolean plain = one.type() == ChartType.P || one.type() == ChartType.U || one.type() == ChartType.C;
            boolean unlike = segment.sigmaZ() > OVERDISPERSED || segment.sigmaZ() < UNDERDISPERSED;
            if (plain && unlike && !segment.isProvisional()) {
                remarks.add(String.format(
                        Locale.ROOT,
                        "%sThe points vary %.2f times as much as chance alone lets them; %s fits its limits to that.",
                        of(one.source()),
                        segment.sigmaZ(),
                        one.type() == ChartType.C
                                ? "--chart xmr"
                                : "--chart " + one.type().name().toLowerCase(Locale.ROOT) + "_laney"));
            }
        }
    }

    private static String of(SeriesReading.Series series) {
        return series.name().isEmpty() ? "" : series.name() + ": ";
    }

    /** " (A, B)" for series of which this holds, nothing if it holds of none; of a single series a space at most. */
    private String named(Predicate<Charted> condition) {
        var found = series.stream().filter(condition).toList();
        if (found.isEmpty()) {
            return "";
        }
        if (columns.by() == null) {
            return " here";
        }
        var names =
                found.stream().limit(MOST_NAMED).map(one -> one.source().name()).collect(Collectors.joining(", "));
        int more = found.size() - MOST_NAMED;
        return " (" + names + (more > 0 ? " and " + more + " more" : "") + ")";
    }
}
