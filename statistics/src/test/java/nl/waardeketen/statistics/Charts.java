// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;

/** Control charts of plain numbers. */
final class Charts {
    private Charts() {}

    static List<Measurement> measurements(double... values) {
        return Arrays.stream(values).mapToObj(Measurement::of).toList();
    }

    /** Events out of a denominator, row by row. */
    static List<Measurement> measurements(double[] events, double[] denominators) {
        var measurements = new ArrayList<Measurement>();
        for (int i = 0; i < events.length; i++) {
            measurements.add(Measurement.of(events[i], denominators[i]));
        }
        return measurements;
    }

    static List<Measurement> excluding(List<Measurement> measurements, Integer... positions) {
        var excluded = new ArrayList<>(measurements);
        for (int position : positions) {
            var point = measurements.get(position - 1);
            excluded.set(position - 1, new Measurement(point.value(), point.denominator(), true, false));
        }
        return excluded;
    }

    /** Centre and limits are computed anew at these positions, counted from 1. */
    static List<Measurement> rebased(List<Measurement> measurements, Integer... positions) {
        var rebased = new ArrayList<>(measurements);
        for (int position : positions) {
            var point = measurements.get(position - 1);
            rebased.set(position - 1, new Measurement(point.value(), point.denominator(), point.excluded(), true));
        }
        return rebased;
    }

    static ControlChart xmr(double... values) {
        return ControlChart.of(measurements(values), ChartRules.defaults(ChartType.XMR));
    }

    static List<SpecialCause> rules(ControlChart chart) {
        return chart.points().stream().map(ChartPoint::rule).toList();
    }

    static List<Judgement> judgements(ControlChart chart) {
        return chart.points().stream().map(ChartPoint::judgement).toList();
    }

    static void assertClose(double actual, double expected, String what) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(what).isNaN();
        } else {
            assertThat(actual).as(what).isCloseTo(expected, relative(expected));
        }
    }

    /** Published figures have 15 digits. */
    private static Offset<Double> relative(double expected) {
        return Offset.offset(1e-9 * Math.max(1e-3, Math.abs(expected)));
    }
}
