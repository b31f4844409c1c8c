// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.analytics.SeriesReading;
import nl.waardeketen.statistics.Better;
import nl.waardeketen.statistics.ChartRules;
import nl.waardeketen.statistics.ChartSegment;
import nl.waardeketen.statistics.ChartType;
import nl.waardeketen.statistics.Measurement;
import nl.waardeketen.statistics.RuleSchool;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of {@code spc}.
 *
 * @param chart {@code null} leaves the choice to the number of points
 * @param rebase times from which centre and limits are computed anew, as they were typed
 * @param exclude times that are no part of centre, limits and runs
 */
record ChartWishes(
        @Nullable ChartType chart,
        @Nullable RuleSchool school,
        @Nullable Better better,
        @Nullable Integer baseline,
        boolean screening,
        @Nullable Double target,
        List<String> rebase,
        List<String> exclude) {

    ChartRules rules(SeriesReading.Series series) {
        var type = chart != null
                ? chart
                : series.points().size() < ChartSegment.FEWEST_POINTS ? ChartType.RUN : ChartType.XMR;
        var rules = ChartRules.defaults(type).better(better).baseline(baseline).screening(screening);
        return school == null ? rules : rules.school(school);
    }

    List<Measurement> measurements(SeriesReading.Series series, SeriesReading reading) {
        var starts = places(rebase, reading);
        var excluded = places(exclude, reading);
        var measurements = new ArrayList<Measurement>();
        double previous = Double.NaN;
        for (var point : series.points()) {
            double last = previous;
            boolean start = starts.stream().anyMatch(time -> last < time && time <= point.time());
            measurements.add(
                    new Measurement(point.value(), point.denominator(), excluded.contains(point.time()), start));
            previous = point.time();
        }
        return measurements;
    }

    private static List<Double> places(List<String> times, SeriesReading reading) {
        return times.stream().map(time -> reading.kind().start(time)).toList();
    }

    /** Times that mean nothing in these series, in words. */
    List<String> unmet(SeriesReading reading) {
        var unmet = new ArrayList<String>();
        for (var time : rebase) {
            double place = reading.kind().start(time);
            if (Double.isNaN(place)) {
                unmet.add(unreadable("--rebase ", time, reading));
            } else if (reading.series().stream().noneMatch(series -> cuts(place, series))) {
                unmet.add("--rebase " + time + " has no points before and after it in any series");
            }
        }
        for (var time : exclude) {
            double place = reading.kind().start(time);
            if (Double.isNaN(place)) {
                unmet.add(unreadable("--exclude ", time, reading));
            } else if (reading.series().stream().noneMatch(series -> has(place, series))) {
                unmet.add("--exclude " + time + " is the time of no point");
            }
        }
        return unmet;
    }

    private static String unreadable(String option, String time, SeriesReading reading) {
        return option + time + " is not written as the times of the file are: "
                + reading.kind().words();
    }

    private static boolean cuts(double place, SeriesReading.Series series) {
        var points = series.points();
        return points.get(0).time() < place && points.get(points.size() - 1).time() >= place;
    }

    private static boolean has(double place, SeriesReading.Series series) {
        return series.points().stream().anyMatch(point -> point.time() == place);
    }
}
