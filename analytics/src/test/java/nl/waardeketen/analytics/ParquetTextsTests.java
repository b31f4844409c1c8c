// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetTextsTests {
    private final Path folder;
    private final Scratch scratch = new Scratch();

    ParquetTextsTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        scratch.close();
    }

    private Path parquet(String select) {
        return parquet("input.parquet", select);
    }

    private Path parquet(String name, String select) {
        var file = folder.resolve(name);
        try (var engine = DuckDbEngine.open(List.of(), folder)) {
            engine.write(file, new ComposedQuery("test file", select));
        }
        return file;
    }

    private List<String> rules(Path file) {
        return TableTexts.refusal(file, List.of("value"), null, scratch).stream()
                .map(Problem::rule)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            '00123'                               | 00123
            CAST(NULL AS VARCHAR)                 | ``
            ' a, "b" '                            | ` a, "b" `
            true                                  | true
            CAST(12 AS TINYINT)                   | 12
            CAST(9007199254740993 AS BIGINT)      | 9007199254740993
            CAST(1 AS DOUBLE)                     | 1
            CAST(0.1 AS DOUBLE)                   | 0.1
            CAST(0.1 AS FLOAT)                    | 0.1
            CAST(1e300 AS DOUBLE)                 | 1e+300
            CAST(12.50 AS DECIMAL(10, 2))         | 12.50
            DATE '2024-03-01'                     | 2024-03-01
            TIMESTAMP '2024-03-01 14:05:00'       | 2024-03-01 14:05
            TIMESTAMP '2024-03-01 14:05:01.9'     | 2024-03-01 14:05:01
            CAST('2024-03-01 14:05' AS TIMESTAMP_NS) | 2024-03-01 14:05
            TIMESTAMPTZ '2024-07-01 12:00:00+00'  | 2024-07-01 14:00
            TIMESTAMPTZ '2024-12-31 23:30:00+00'  | 2025-01-01 00:30
            TIME '14:05:00'                       | 14:05
            TIME '14:05:07'                       | 14:05:07
            UUID '12345678-1234-1234-1234-123456789abc' | 12345678-1234-1234-1234-123456789abc
            """)
    void readsEveryTypeAsText(String expression, String text) throws IOException {
        var table =
                TableTexts.read(parquet("SELECT 1 AS other, " + expression + " AS value"), List.of("value"), scratch);

        assertThat(table.rows()).containsExactly(List.of(text));
    }

    @Test
    void countsItsRecordsFromOne() throws IOException {
        var table = TableTexts.read(parquet("SELECT range AS value FROM range(3)"), List.of("value"), scratch);

        assertThat(table.rows()).containsExactly(List.of("0"), List.of("1"), List.of("2"));
        assertThat(table.places()).containsExactly(1L, 2L, 3L);
        assertThat(table.notes()).isEmpty();
    }

    @Test
    void saysInWhichZoneMomentsWereRead() throws IOException {
        var file = parquet("SELECT TIMESTAMPTZ '2024-07-01 12:00:00+00' AS value");

        assertThat(TableTexts.read(file, List.of("value"), scratch).notes())
                .containsExactly("Moments that are stored in world time were read as Dutch time: value.");
    }

    @Test
    void readsColumnsOfAnyName() throws IOException {
        var file = parquet("SELECT 'x' AS \"a \"\"b\"\", c\", 'y' AS \"); DROP\"");

        assertThat(TableTexts.read(file, List.of("); DROP", "a \"b\", c"), scratch)
                        .rows())
                .containsExactly(List.of("y", "x"));
    }

    @Test
    void readsAFileWhoseNameIsAPattern() throws IOException {
        var file = Files.move(parquet("SELECT 1 AS value"), folder.resolve("a[1]*.parquet"));

        assertThat(TableTexts.read(file, List.of("value"), scratch).rows()).containsExactly(List.of("1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2]", "{'a': 1}", "MAP {'a': 1}", "[{'a': 1}]"})
    void refusesNestedColumnsByNameWhereTheyAreWanted(String value) throws IOException {
        var file = parquet("SELECT " + value + " AS value, 1 AS other");

        assertThat(TableTexts.refusal(file, List.of("value"), null, scratch))
                .extracting(Problem::column, Problem::rule)
                .containsExactly(tuple("value", "column.nested"));
        assertThat(TableTexts.read(file, List.of("other"), scratch).rows()).containsExactly(List.of("1"));
    }

    @Test
    void refusesBytes() {
        assertThat(rules(parquet("SELECT CAST('a' AS BLOB) AS value"))).containsExactly("column.bytes");
    }

    @Test
    void refusesAColumnThatIsNotThere() {
        assertThat(rules(parquet("SELECT 1 AS values"))).containsExactly("column.missing");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 0.9, 0.999})
    void refusesAFileThatIsCutOff(double share) throws IOException {
        var whole = Files.readAllBytes(parquet("SELECT 'text ' || range AS value FROM range(10000)"));

        assertThat(rules(
                        Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, (int) (whole.length * share)))))
                .containsExactly("file.damaged");
    }

    @Test
    void refusesAFileThatOnlyStartsAndEndsLikeOne() throws IOException {
        for (var inside : List.of("", "xxxx", "x".repeat(1_000))) {
            var text = "PAR1" + inside + "PAR1";

            assertThat(rules(Files.writeString(folder.resolve("fake.parquet"), text, StandardCharsets.US_ASCII)))
                    .containsExactly("file.damaged");
        }
    }

    @Test
    void refusesChangedPages() throws IOException {
        var bytes = Files.readAllBytes(parquet("SELECT 'text ' || hash(range) AS value FROM range(10000)"));
        Arrays.fill(bytes, 4, 2_000, (byte) 0xFF);

        assertThat(rules(Files.write(folder.resolve("changed.parquet"), bytes))).containsExactly("file.damaged");
    }
}
