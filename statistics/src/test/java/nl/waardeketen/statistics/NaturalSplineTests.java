// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NaturalSplineTests {
    private static final Tolerance TOLERANCE = Tolerance.relative(1e-9).orWithin(1e-12);
    private static final ReferenceTable BASIS = ReferenceTable.of("natural-spline-basis.csv");

    @ParameterizedTest
    @ValueSource(strings = {"uniform", "skewed", "ages", "ages-repeated", "negative", "five", "large"})
    void hasTheBasisOfNsInR(String name) {
        var reference = BASIS.where("case", name);
        var x = reference.numbers("x");

        var spline = NaturalSpline.of(x, once(x));

        assertThat(x).hasSizeGreaterThanOrEqualTo(5);
        for (var row : reference.rows()) {
            var expected = new double[] {row.number("b1"), row.number("b2"), row.number("b3"), row.number("b4")};
            TOLERANCE.check(spline.basis(row.number("x")), expected, "basis of %s at %s", name, row.text("x"));
        }
    }

    @Test
    void countsValuesAsOftenAsTheyOccur() {
        var reference = BASIS.where("case", "ages-repeated");
        var ages = Arrays.stream(reference.numbers("x")).distinct().toArray();
        var times = Arrays.stream(ages)
                .map(age -> reference.where("x", age).rows().size())
                .toArray();

        var spline = NaturalSpline.of(ages, times);

        for (var row : reference.rows()) {
            TOLERANCE.check(spline.basis(row.number("x"))[1], row.number("b2"), "second at %s", row.text("x"));
        }
    }

    @Test
    void isStraightAtItsBoundaries() {
        var x = BASIS.where("case", "skewed").numbers("x");
        double low = Arrays.stream(x).min().orElseThrow();
        double high = Arrays.stream(x).max().orElseThrow();
        double step = (high - low) * 1e-4;

        var spline = NaturalSpline.of(x, once(x));

        for (int i = 0; i < NaturalSpline.DEGREES_OF_FREEDOM; i++) {
            double inside = bend(spline, i, low + (high - low) / 50, step);
            assertThat(bend(spline, i, low + step, step)).isCloseTo(0, within(0.05 * Math.abs(inside) + 1e-6));
            assertThat(bend(spline, i, high - step, step)).isCloseTo(0, within(1e-3));
        }
    }

    @Test
    void refusesQuartilesThatCoincide() {
        var mostlyZero = new double[] {0, 0, 0, 0, 0, 0, 1, 2, 3};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NaturalSpline.of(mostlyZero, once(mostlyZero)))
                .withMessageContaining("must all differ");
    }

    private static double bend(NaturalSpline spline, int function, double x, double step) {
        double before = spline.basis(x - step)[function];
        double after = spline.basis(x + step)[function];
        return (before - 2 * spline.basis(x)[function] + after) / (step * step);
    }

    private static double[] once(double[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> 1).toArray();
    }
}
