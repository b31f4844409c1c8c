// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static nl.waardeketen.statistics.Charts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Charts of every kind, with the rules of both schools, against the same in plain R. */
class ControlChartReferenceTests {
    private static final ReferenceTable ANSWERS = ReferenceTable.of("control-charts.csv");

    static Stream<String> series() {
        return ANSWERS.texts("series").stream().distinct();
    }

    @ParameterizedTest
    @MethodSource("series")
    void agreesWithR(String series) {
        var expected = ANSWERS.where("series", series);
        var first = expected.rows().get(0);
        var rules = ChartRules.defaults(ChartType.valueOf(first.text("chart").toUpperCase(Locale.ROOT)))
                .school(RuleSchool.valueOf(first.text("rules").toUpperCase(Locale.ROOT)))
                .baseline((int) first.number("baseline"));

        var chart = ControlChart.of(
                Charts.measurements(expected.numbers("amount"), expected.numbers("denominator")), rules);

        for (int i = 0; i < expected.rows().size(); i++) {
            var row = expected.rows().get(i);
            var point = chart.points().get(i);
            assertClose(point.value(), row.number("value"), "value");
            assertClose(point.centre(), row.number("centre"), "centre");
            assertClose(point.limits().low(), row.number("lower"), "lower");
            assertClose(point.limits().high(), row.number("upper"), "upper");
            assertThat(point.rule().name().toLowerCase(Locale.ROOT))
                    .as("%s", row.cells())
                    .isEqualTo(row.text("rule"));
        }
        assertThat(chart.segments())
                .singleElement()
                .satisfies(segment -> assertThat(segment.runs())
                        .isEqualTo(new RunsAnalysis(
                                (int) first.number("useful"),
                                (int) first.number("longest"),
                                (int) first.number("longest_usual"),
                                (int) first.number("crossings"),
                                (int) first.number("fewest_usual"))));
    }
}
