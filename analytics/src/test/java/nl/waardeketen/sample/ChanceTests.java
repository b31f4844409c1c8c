// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ChanceTests {
    private static final int MANY = 200_000;

    private final Chance chance = new Chance(11);

    private static void hasMoments(DoubleSupplier draw, double mean, double variance) {
        var values = DoubleStream.generate(draw).limit(MANY).toArray();
        double found = DoubleStream.of(values).average().orElseThrow();
        double spread = DoubleStream.of(values)
                .map(value -> (value - found) * (value - found))
                .average()
                .orElseThrow();

        assertThat(found).isCloseTo(mean, Offset.offset(5 * Math.sqrt(variance / MANY)));
        assertThat(spread).isCloseTo(variance, Offset.offset(0.03 * variance));
    }

    @Test
    void drawsNormalNumbers() {
        hasMoments(chance::normal, 0, 1);
    }

    @Test
    void drawsLogisticNumbers() {
        hasMoments(chance::logistic, 0, Math.PI * Math.PI / 3);
    }

    @Test
    void drawsGammaNumbersAroundOne() {
        hasMoments(() -> chance.gamma(2), 1, 0.5);
    }

    @Test
    void drawsPoissonNumbers() {
        hasMoments(() -> chance.poisson(3.5), 3.5, 3.5);
        hasMoments(() -> chance.poisson(230), 230, 230);
        assertThat(chance.poisson(0)).isZero();
    }

    @Test
    void picksInProportion() {
        hasMoments(() -> chance.pick(1, 0, 3), 1.5, 0.75);
    }

    @Test
    void leavesNumbersThatAreAlikeUniform() {
        hasMoments(() -> chance.alike(chance.uniform(), 0.6), 0.5, 1 / 12.0);
    }

    @Test
    void drawsTheSameAgainFromTheSameSeed() {
        assertThat(new Chance(5).uniform()).isEqualTo(new Chance(5).uniform()).isNotEqualTo(new Chance(6).uniform());
    }
}
