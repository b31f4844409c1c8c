// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTests {
    private static final Tolerance TOLERANCE = Tolerance.relative(1e-12);

    @ParameterizedTest
    @ValueSource(strings = {"one", "two", "ten", "ties", "counted", "mostly-zero", "many"})
    void areThoseOfTypeSevenInR(String name) {
        var values = ReferenceTable.of("quantile-values.csv").where("case", name);
        var expected = ReferenceTable.of("quantile-expected.csv").where("case", name);

        var quantiles = Quantiles.type7(values.numbers("value"), values.numbers("times"), expected.numbers("p"));

        TOLERANCE.check(quantiles, expected.numbers("quantile"), "quantiles of %s", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "ties", "counted", "many"})
    void areTheSameOfValuesWrittenOut(String name) {
        var values = ReferenceTable.of("quantile-values.csv").where("case", name);
        var expected = ReferenceTable.of("quantile-expected.csv").where("case", name);
        var writtenOut = values.rows().stream()
                .flatMapToDouble(
                        row -> DoubleStream.generate(() -> row.number("value")).limit((long) row.number("times")))
                .toArray();

        for (var row : expected.rows()) {
            TOLERANCE.check(Quantiles.type7(writtenOut, row.number("p")), row.number("quantile"), row.text("p"));
        }
    }

    @Test
    void neverFallAsTheShareRises() {
        var random = new SplittableRandom(7);
        var values = random.doubles(83).map(x -> Math.rint(20 * x)).toArray();

        var quantiles = IntStream.rangeClosed(0, 500)
                .mapToDouble(i -> Quantiles.type7(values, i / 500.0))
                .toArray();

        assertThat(quantiles).isSorted();
        assertThat(quantiles[0]).isEqualTo(Arrays.stream(values).min().orElseThrow());
        assertThat(quantiles[500]).isEqualTo(Arrays.stream(values).max().orElseThrow());
    }

    @Test
    void leaveTheirValuesAsTheyWere() {
        var values = new double[] {3, 1, 2};

        Quantiles.type7(values, 0.5);

        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void needAValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.type7(new double[0], 0.5));
    }
}
