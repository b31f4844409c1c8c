// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large file whose records cannot be read is refused by its beginning, as the engine would keep each of them. */
class LargeFileTests {
    private static final int ROWS = 1_600_000;

    private final Path folder;

    LargeFileTests(@TempDir Path folder) {
        this.folder = folder;
    }

    private static DuckDbEngine never(Path file) {
        throw new AssertionError("the whole file is read: " + file);
    }

    private Path written(String row) throws IOException {
        var file = folder.resolve("large.csv");
        try (var writer = Files.newBufferedWriter(file)) {
            writer.write("unit,remark\n");
            for (int i = 0; i < ROWS; i++) {
                writer.write(row);
            }
        }
        assertThat(Files.size(file)).isGreaterThan(64L << 20);
        return file;
    }

    private static Extract read(Path file, Scratch scratch, Function<Path, DuckDbEngine> engines) throws IOException {
        var wanted = List.of("unit", "remark");
        var found = DelimitedFile.inspect(file, "large.csv", wanted);
        return Extract.of(found, Roles.numbered(wanted), Extract.Reading.DELIVERY, scratch, engines);
    }

    @Test
    void refusesItWithoutReadingTheRest() throws IOException {
        var file = written("east,walked, slowly, with one stick or frame\n");

        try (var scratch = new Scratch()) {
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> read(file, scratch, LargeFileTests::never))
                    .satisfies(refused -> assertThat(refused.problems())
                            .hasSize(21)
                            .extracting(Problem::line, Problem::rule)
                            .startsWith(tuple(2L, "record.too-long")));
        }
    }

    @Test
    void readsALargeFileThatIsSound() throws IOException {
        var file = written("east,\"walked, slowly, with one stick or frame\"\n");

        try (var scratch = new Scratch();
                var extract = read(file, scratch, each -> DuckDbEngine.open(List.of(each), scratch.folder()))) {
            var rows =
                    extract.engine().numbers(new ComposedQuery("count", "SELECT count(*) AS n FROM extract"), Map.of());
            assertThat(rows.column("n")[0]).isEqualTo(ROWS);
        }
    }
}
