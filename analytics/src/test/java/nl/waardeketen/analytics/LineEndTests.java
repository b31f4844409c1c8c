// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.waardeketen.statistics.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No mixture of line ends loses a row; the engine by itself would. */
class LineEndTests {
    private static final List<String> ENDS = List.of("\n", "\r\n", "\r");
    private static final CohortColumns DEATHS =
            new CohortColumns("hospital", "died", Kind.PROPORTION, null, null, null, List.of(), null);

    private final Path folder;

    LineEndTests(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Ends of three lines, of which the third differs from the second; a fourth ends as the second. */
    static Stream<List<String>> mixtures() {
        return IntStream.range(0, 9).mapToObj(i -> {
            var second = ENDS.get(i / 3);
            return List.of(ENDS.get(i % 3), second, ENDS.get((i / 3 + i % 2 + 1) % 3), second);
        });
    }

    private void assertReadWhole(List<String> lines, List<String> ends) throws IOException {
        var text = new StringBuilder();
        IntStream.range(0, lines.size()).forEach(i -> text.append(lines.get(i)).append(ends.get(i)));
        var file = Files.writeString(folder.resolve("input.csv"), text);
        try (var scratch = new Scratch()) {
            var patterns = CohortReader.read(file, "input.csv", DEATHS, scratch)
                    .cohort()
                    .patterns();

            assertThat(patterns.rows()).containsExactly(3);
            assertThat(patterns.observed()).containsExactly(2);
        }
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void readsAllRows(List<String> ends) throws IOException {
        assertReadWhole(List.of("hospital,died", "A,1", "B,0", "A,1"), ends);
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void readsAllRowsWithQuotedLineEnds(List<String> ends) throws IOException {
        assertReadWhole(List.of("hospital,died", "A,1", "\"B\nb\",0", "A,1"), ends);
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void readsAllRowsAfterASeparatorLine(List<String> ends) throws IOException {
        var five = List.of(ends.get(2), ends.get(0), ends.get(1), ends.get(2), ends.get(0));

        assertReadWhole(List.of("sep=,", "hospital,died", "A,1", "B,0", "A,1"), five);
    }
}
