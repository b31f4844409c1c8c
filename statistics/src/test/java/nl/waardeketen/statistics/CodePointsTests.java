// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodePointsTests {
    /** Around the places where the order of chars and that of code points differ. */
    private static final int[] LETTERS = {'A', 'B', 0xE9, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x1F600, 0x10FFFF};

    @Test
    void ordersAsTheCodePointsDo() {
        var random = new Random(3);
        var texts = IntStream.range(0, 400)
                .mapToObj(i -> text(random, random.nextInt(4)))
                .toList();

        for (var left : texts) {
            for (var right : texts) {
                int order = Arrays.compare(
                        left.codePoints().toArray(), right.codePoints().toArray());
                assertThat(Integer.signum(CodePoints.ORDER.compare(left, right)))
                        .as("%s and %s", left, right)
                        .isEqualTo(Integer.signum(order));
            }
        }
    }

    private static String text(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }
}
