// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.waardeketen.statistics.ReferenceTable.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The figures that the tests of the R package FunnelPlotR assert. */
class FunnelPlotRTests {
    private static final Pattern NUMBERS = Pattern.compile("num ([0-9 ]+)\\| den ([0-9 ]+)");

    @Test
    void agreesOnExactLimitsOfCounts() {
        var figures = figures("poisson limits");

        for (var row : figures.rows()) {
            var limits =
                    ExactLimits.ofCount(Double.parseDouble(row.text("input").replace("expected ", "")));

            assertThat(limit(limits, row)).as("%s", row.cells()).isCloseTo(row.number("expected"), halfDigit(row));
        }
        assertThat(figures.rows()).hasSize(12);
    }

    @Test
    void agreesOnRatios() {
        for (var row : figures("aggregate").rows()) {
            var numbers = NUMBERS.matcher(row.text("input"));
            assertThat(numbers.find()).isTrue();
            var unit = Units.count("A", sum(numbers.group(1)), sum(numbers.group(2)));

            var comparison = Comparison.of(Kind.COUNT, List.of(unit), ComparisonRules.defaults(Kind.COUNT, true));

            assertThat(comparison.units().get(0).ratio()).isCloseTo(row.number("expected"), halfDigit(row));
        }
    }

    private static ReferenceTable figures(String test) {
        return ReferenceFolder.table("funnel-medpar", "funnelplotr_test_figures.csv")
                .where("source_test", test);
    }

    private static double limit(Limits limits, Row row) {
        var quantity = row.text("quantity");
        var interval = quantity.endsWith("95") ? limits.watch() : limits.signal();
        return quantity.startsWith("l") ? interval.low() : interval.high();
    }

    private static Offset<Double> halfDigit(Row row) {
        var digits = row.text("expected");
        return within(0.5000001 * Math.pow(10, digits.indexOf('.') + 1 - digits.length()));
    }

    private static double sum(String numbers) {
        return Stream.of(numbers.trim().split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .sum();
    }
}
