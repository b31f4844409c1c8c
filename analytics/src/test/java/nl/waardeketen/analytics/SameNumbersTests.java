// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SameNumbersTests {
    private static long[] bySorting(long[] numbers) {
        return Arrays.stream(numbers)
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .mapToLong(java.util.Map.Entry::getKey)
                .sorted()
                .toArray();
    }

    @Test
    void findsWhatGroupingFinds() {
        var random = new SplittableRandom(5);
        for (int turn = 0; turn < 200; turn++) {
            long bound = 1L << (turn % 54);
            var numbers = random.longs(random.nextInt(2_000), 0, bound).toArray();
            assertThat(SameNumbers.among(List.of(numbers))).as("below " + bound).isEqualTo(bySorting(numbers));
        }
    }

    @Test
    void findsTheGreatest() {
        long greatest = (1L << 53) - 1;
        assertThat(SameNumbers.among(List.of(new long[] {greatest, 0, greatest, greatest})))
                .containsExactly(greatest);
    }

    @Test
    void findsThoseAmongMillionsThatOthersRead() {
        var random = new SplittableRandom(7);
        var first = random.longs(700_000, 0, 1L << 53).toArray();
        var second = random.longs(600_000, 0, 1L << 53).toArray();
        System.arraycopy(first, 1_000, second, 20_000, 50);
        second[5] = second[6];

        var expected = bySorting(
                LongStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray());

        assertThat(SameNumbers.among(List.of(first, second)))
                .isEqualTo(expected)
                .hasSizeGreaterThan(50);
    }
}
