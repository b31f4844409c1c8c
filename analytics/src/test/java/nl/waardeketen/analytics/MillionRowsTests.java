// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beyond a million rows, runs of rows are compared on several connections, and different values are counted among some. */
class MillionRowsTests {
    private static final int ROWS = 1_200_000;
    private static final int CODES = 400;
    private static final List<Integer> SAME_AS_THE_SECOND = List.of(3, 599_999, 600_001, ROWS - 1);

    private final Path folder;

    MillionRowsTests(@TempDir Path folder) {
        this.folder = folder;
    }

    private static int number(int row) {
        return SAME_AS_THE_SECOND.contains(row) ? 1 : row;
    }

    private static String written(int number) {
        return "P" + number / 20 + ",A" + number % CODES + "," + number + "," + (number % 5 < 3 ? "m" : "v") + "\n";
    }

    private DeliveryPlan plan() throws IOException {
        var file = folder.resolve("stays.csv");
        try (var writer = Files.newBufferedWriter(file)) {
            writer.write("id,care,number,sex\n");
            for (int i = 0; i < ROWS; i++) {
                writer.write(written(number(i)));
            }
        }
        var plan = Plans.episodes(
                new DeliveryPlan.Constant(" O'1 "),
                new DeliveryPlan.FromColumn("id"),
                List.of(
                        Plans.column(Variables.of("care", Variable.Type.TEXT), Map.of()),
                        Plans.column(Variables.of("number", Variable.Type.INTEGER), Map.of()),
                        Plans.column(Variables.of("sex", Variable.Type.TEXT), Map.of())));
        return Plans.lenient(plan, file, "stays.csv");
    }

    private static List<String> expected() {
        return IntStream.range(0, ROWS)
                .map(MillionRowsTests::number)
                .mapToObj(number -> "O'1|A" + number % CODES + "|" + number)
                .sorted()
                .toList();
    }

    @Test
    void areComparedAndCountedAndLand() throws IOException {
        var plan = plan();
        try (var scratch = Scratch.inside(folder);
                var checked = CheckedDelivery.of(plan, scratch)) {
            var report = checked.report();
            assertThat(report.problems())
                    .extracting(Problem::line, Problem::rule, Problem::rows)
                    .containsExactlyElementsOf(SAME_AS_THE_SECOND.stream()
                            .map(i -> tuple(i + 2L, "row.twice", 4L))
                            .toList());
            var variables = report.tables().get(0).variables();
            assertThat(variables.get(0).distinct()).isCloseTo(CODES, within(CODES / 10L));
            assertThat(variables.get(1).distinct()).isBetween(800_000L, (long) ROWS);
            assertThat(variables.get(2).mostFrequent()).isEqualTo("m");
            assertThat(variables.get(2).mostFrequentRows()).isEqualTo(ROWS / 5 * 3 + 3);

            checked.write(scratch.folder(), scratch.folder(), Plans.KEYS);

            var landed = scratch.folder().resolve("episode/episode.parquet");
            var rows = Plans.rows(landed, List.of("organisation", "care", "number"), scratch);
            assertThat(rows.stream().sorted().toList().equals(expected())).isTrue();
            assertThat(LakeFiles.content(landed, scratch).columns()).containsEntry("organisation", "VARCHAR");
        }
    }
}
