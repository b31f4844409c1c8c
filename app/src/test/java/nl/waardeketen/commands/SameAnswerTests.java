// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.adjust;
import static nl.waardeketen.commands.AdjustRun.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same patients give the same answer, in whatever order they come and however often it is computed. */
class SameAnswerTests {
    private static final String COST =
            "--unit hospital --outcome days --kind count --exposure risk --case-mix age:spline,sex,dose";

    private final GivenFiles files;

    SameAnswerTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    /** Enough rows for the engine to divide the work, with sums that are not whole. */
    private static List<String> stays(int patients) {
        var random = new Random(17);
        return IntStream.range(0, patients)
                .mapToObj(i -> "H%02d,%d,%s,%d,%s,%.3f"
                        .formatted(
                                random.nextInt(30),
                                random.nextInt(9),
                                random.nextInt(1, 50) / 10.0,
                                random.nextInt(40, 95),
                                random.nextBoolean() ? "f" : "m",
                                random.nextGaussian()))
                .toList();
    }

    private Path file(List<String> rows) {
        return files.text("hospital,days,risk,age,sex,dose\n" + String.join("\n", rows));
    }

    @Test
    void repeatsItselfToTheLastDigit() {
        var file = file(stays(2_000));

        var first = adjust(file, COST + " --format json");

        assertThat(adjust(file, COST + " --format json").out()).isEqualTo(first.out());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void doesNotDependOnTheOrderOfRows(long seed) {
        var rows = stays(2_000);
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));

        var expected = answer(file(rows), COST);

        assertThat(answer(file(shuffled), COST))
                .usingRecursiveComparison()
                .withComparatorForType(new DoubleComparator(1e-12), Double.class)
                .isEqualTo(expected);
    }

    @Test
    void doesNotDependOnWhetherRowsWereCountedBefore() {
        var rows = IntStream.range(0, 600)
                .mapToObj(i -> "H%02d,%d".formatted(i % 12, i * 7_919 % 11 < 3 ? 1 : 0))
                .toList();
        var counted = IntStream.range(0, 12)
                .mapToObj(h -> "H%02d,%d,50"
                        .formatted(
                                h,
                                rows.stream()
                                        .filter("H%02d,1".formatted(h)::equals)
                                        .count()))
                .toList();

        var oneByOne = answer(
                files.text("hospital,died\n" + String.join("\n", rows)),
                "--unit hospital --outcome died --kind proportion");

        assertThat(answer(
                                files.text("hospital,died,n\n" + String.join("\n", counted)),
                                "--unit hospital --outcome died --trials n --kind proportion")
                        .units())
                .usingRecursiveComparison()
                .withComparatorForType(new DoubleComparator(1e-12), Double.class)
                .isEqualTo(oneByOne.units());
    }
}
