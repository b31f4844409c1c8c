// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CStatisticTests {
    private static final int GROUPS = 60;

    private final SplittableRandom random = new SplittableRandom(20260401);
    private final double[] probability =
            random.doubles(GROUPS).map(p -> Math.rint(20 * p) / 20).toArray();
    private final double[] patients =
            random.doubles(GROUPS).map(p -> 1 + Math.rint(6 * p)).toArray();
    private final double[] events = IntStream.range(0, GROUPS)
            .mapToDouble(i -> Draws.binomial((int) patients[i], probability[i], random))
            .toArray();

    @Test
    void isTheShareOfPairsInTheRightOrderWithTiesAsHalves() {
        double right = 0;
        double pairs = 0;
        for (int i = 0; i < GROUPS; i++) {
            for (int j = 0; j < GROUPS; j++) {
                double between = events[i] * (patients[j] - events[j]);
                right += between * (1 + Math.signum(probability[i] - probability[j])) / 2;
                pairs += between;
            }
        }

        double c = CStatistic.of(probability, events, patients);

        assertThat(c).isCloseTo(right / pairs, within(1e-14)).isBetween(0.5, 1.0);
    }

    @Test
    void isTheSameOfTheAbsenceOfTheEvent() {
        double c = CStatistic.of(probability, events, patients);

        double ofAbsence = CStatistic.of(
                Arrays.stream(probability).map(p -> 1 - p).toArray(),
                IntStream.range(0, GROUPS)
                        .mapToDouble(i -> patients[i] - events[i])
                        .toArray(),
                patients);

        assertThat(ofAbsence).isCloseTo(c, within(1e-14));
    }

    @Test
    void isTurnedAroundByOppositeProbabilities() {
        double c = CStatistic.of(probability, events, patients);

        double opposite = CStatistic.of(Arrays.stream(probability).map(p -> -p).toArray(), events, patients);

        assertThat(opposite).isCloseTo(1 - c, within(1e-14));
    }

    @Test
    void isOneWhenProbabilitiesTellAllEventsApart() {
        double c = CStatistic.of(new double[] {0.1, 0.2, 0.7}, new double[] {0, 0, 4}, new double[] {9, 5, 4});

        assertThat(c).isEqualTo(1);
    }

    @Test
    void isOneHalfWhenAllProbabilitiesAreEqual() {
        double c = CStatistic.of(new double[] {0.3, 0.3}, new double[] {1, 5}, new double[] {9, 6});

        assertThat(c).isEqualTo(0.5);
    }

    @Test
    void takesProbabilitiesThatDifferByRoundingOnlyForEqual() {
        double c = CStatistic.of(
                new double[] {0.3, Math.nextUp(0.3), 0.3 * (1 + 1e-14)}, new double[] {1, 5, 2}, new double[] {9, 6, 7
                });

        assertThat(c).isEqualTo(0.5);
    }

    @Test
    void doesNotExistWhenAllHaveTheEvent() {
        double c = CStatistic.of(new double[] {0.3, 0.6}, new double[] {2, 3}, new double[] {2, 3});

        assertThat(c).isNaN();
    }
}
