// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.waardeketen.analytics.SeriesReading;
import nl.waardeketen.analytics.SeriesReading.Moment;
import nl.waardeketen.analytics.TimeKind;

/** Times that are missing from a series that otherwise goes by equal steps. */
final class TimeGaps {
    private static final double SAME = 1e-6;

    private TimeGaps() {}

    /** The gaps in words; empty where there are none, or no usual step. */
    static Optional<String> of(TimeKind kind, SeriesReading.Series series) {
        var moments = series.moments();
        var places = places(kind, moments);
        var steps = new HashMap<Double, Integer>();
        for (int i = 1; i < places.length; i++) {
            steps.merge(places[i] - places[i - 1], 1, Integer::sum);
        }
        var usual = steps.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .filter(step -> 2 * step.getValue() >= places.length - 1 && places.length > 3);
        return usual.flatMap(step -> words(moments, places, step.getKey()));
    }

    private static Optional<String> words(List<Moment> moments, double[] places, double step) {
        int gaps = 0;
        int first = 0;
        for (int i = 1; i < places.length; i++) {
            if (places[i] - places[i - 1] > step * (1 + SAME)) {
                first = gaps == 0 ? i : first;
                gaps++;
            }
        }
        if (gaps == 0) {
            return Optional.empty();
        }
        var between =
                moments.get(first - 1).label() + " and " + moments.get(first).label();
        return Optional.of(
                gaps == 1
                        ? "Times are missing between " + between + "; moving ranges and runs go on across."
                        : Texts.counted(gaps, "gap") + " in the times, the first between " + between
                                + "; moving ranges and runs go on across.");
    }

    /** Days that all have the same number in their month, or all end one, go by months. */
    private static double[] places(TimeKind kind, List<Moment> moments) {
        var places = moments.stream().mapToDouble(Moment::place).toArray();
        if (kind != TimeKind.DATE) {
            return places;
        }
        var days = moments.stream()
                .map(moment -> LocalDate.ofEpochDay((long) moment.place()))
                .toList();
        boolean sameDay =
                days.stream().mapToInt(LocalDate::getDayOfMonth).distinct().count() == 1;
        boolean ends = days.stream().allMatch(day -> day.getDayOfMonth() == day.lengthOfMonth());
        return sameDay || ends
                ? days.stream()
                        .mapToDouble(day -> 12.0 * day.getYear() + day.getMonthValue())
                        .toArray()
                : places;
    }
}
