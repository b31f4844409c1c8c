// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A limit is where the score is what the limit stands for. */
class OthersLimitsTests {
    private static final double[] SCORES = {-Normal.SIGNAL, -Normal.WATCH, Normal.WATCH, Normal.SIGNAL};

    private static Evidence of(Chance chance, double observed, double expected, double information) {
        return new Evidence(chance, observed, expected, information);
    }

    private static double[] limits(Evidence unit, Others others) {
        double most = unit.chance() == Chance.BINOMIAL ? unit.trials() / unit.expected() : Double.POSITIVE_INFINITY;
        var limits = others.limits(most);
        return new double[] {
            limits.signal().low(),
            limits.watch().low(),
            limits.watch().high(),
            limits.signal().high()
        };
    }

    private static double score(Evidence unit, Others others, double ratio) {
        return others.z(unit.observing(ratio * unit.expected()));
    }

    @Test
    void liesFarBelowOneForASmallUnitOfAmounts() {
        var units = List.of(
                of(Chance.GAMMA, 1, 1, 1),
                of(Chance.GAMMA, 20, 22, 22),
                of(Chance.GAMMA, 30, 28, 28),
                of(Chance.GAMMA, 25, 25, 25),
                of(Chance.GAMMA, 18, 20, 20));

        var limits = limits(units.get(0), new BetweenUnits(units, false).against(0));

        assertThat(limits[1]).isCloseTo(0.02765, within(5e-6));
        assertThat(limits[0]).isCloseTo(0.001213, within(5e-7));
    }

    @ParameterizedTest
    @EnumSource(Chance.class)
    void liesWhereTheScoreIsReachedOrAtTheEnd(Chance chance) {
        var random = new Random(11);
        for (int turn = 0; turn < 400; turn++) {
            double size = Math.exp(random.nextDouble() * 7 - 1);
            var units = IntStream.range(0, 4 + random.nextInt(12))
                    .mapToObj(i -> {
                        double expected = size * Math.exp(random.nextGaussian());
                        double information = chance == Chance.BINOMIAL ? 0.8 * expected : expected;
                        double observed = expected * Math.exp(random.nextGaussian() * 0.3);
                        return of(
                                chance, chance == Chance.GAMMA ? observed : Math.rint(observed), expected, information);
                    })
                    .toList();
            var unit = units.get(0);
            var others = new BetweenUnits(units, turn % 3 == 0).against(0);
            var limits = limits(unit, others);
            for (int i = 0; i < SCORES.length; i++) {
                boolean atAnEnd = limits[i] < 1e-30
                        || (chance == Chance.BINOMIAL && limits[i] * unit.expected() >= unit.trials() * (1 - 1e-9));
                if (!atAnEnd) {
                    assertThat(score(unit, others, limits[i]))
                            .as("%s, turn %d, limit %d of %s", chance, turn, i, unit)
                            .isCloseTo(SCORES[i], within(1e-6));
                }
            }
        }
    }
}
