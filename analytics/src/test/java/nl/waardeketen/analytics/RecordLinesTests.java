// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordLinesTests {

    private static RecordLines lines(String text, int skipped) throws IOException {
        return new RecordLines(new StringReader(text), new Header(List.of("a", "b"), ',', '"', skipped));
    }

    private static long lineOf(long record, String text) throws IOException {
        return lines(text, 0).lineOf(record);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void countsLinesWhateverTheirEnd(String end) throws IOException {
        assertThat(lineOf(2, "a,b~1,2~3,4~5,6~".replace("~", end))).isEqualTo(4);
    }

    @Test
    void countsMixedLineEnds() throws IOException {
        assertThat(lineOf(3, "a,b\r1,2\n3,4\r\n5,6\r7,8")).isEqualTo(5);
    }

    @Test
    void takesBlankLinesForNoRecords() throws IOException {
        assertThat(lineOf(0, "a,b\n\n\n1,2\n")).isEqualTo(4);
        assertThat(lineOf(1, "a,b\n1,2\r\n\r\n3,4\n")).isEqualTo(4);
    }

    @Test
    void countsLinesInsideQuotes() throws IOException {
        assertThat(lineOf(1, "a,b\n1,\"x\ny\r\nz\"\n3,4\n")).isEqualTo(5);
    }

    @Test
    void countsLinesInsideQuotesOfTheHeader() throws IOException {
        assertThat(lineOf(0, "a,\"b\nc\"\n1,2\n")).isEqualTo(3);
    }

    @Test
    void countsBlankLinesInsideQuotes() throws IOException {
        assertThat(lineOf(1, "a,b\n1,\"\n\n\"\n3,4\n")).isEqualTo(5);
    }

    @Test
    void readsDoubledQuotesAsPartOfTheValue() throws IOException {
        assertThat(lineOf(1, "a,b\n1,\"x\"\"\ny\"\n3,4\n")).isEqualTo(4);
        assertThat(lineOf(1, "a,b\n1,\"\"\n3,4\n")).isEqualTo(3);
    }

    @Test
    void readsQuotesInsideAValueAsThemselves() throws IOException {
        assertThat(lineOf(1, "a,b\n1,5\" pipe\n3,4\n")).isEqualTo(3);
    }

    @Test
    void readsQuotesAfterBlanks() throws IOException {
        assertThat(lineOf(1, "a,b\n1, \"x\ny\"\n3,4\n")).isEqualTo(4);
    }

    @Test
    void skipsLinesBeforeTheHeader() throws IOException {
        assertThat(lines("sep=,\r\n\r\na,b\r\n1,2\r\n", 2).lineOf(0)).isEqualTo(4);
    }

    @Test
    void goesOnFromTheRecordBefore() throws IOException {
        var lines = lines("a,b\n1,2\n\n3,\"\n\"\n5,6\n", 0);

        assertThat(lines.lineOf(0)).isEqualTo(2);
        assertThat(lines.lineOf(1)).isEqualTo(4);
        assertThat(lines.lineOf(2)).isEqualTo(6);
    }

    @Test
    void givesTheSameLineTwice() throws IOException {
        var lines = lines("a,b\n1,2\n3,4\n", 0);

        assertThat(lines.lineOf(1)).isEqualTo(lines.lineOf(1)).isEqualTo(3);
    }
}
