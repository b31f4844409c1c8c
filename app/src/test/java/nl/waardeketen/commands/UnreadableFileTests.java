// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.adjust;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that cannot be read as a table are refused, with the lines to repair. */
class UnreadableFileTests {
    private static final String DEATHS = "--unit hospital --outcome died --kind proportion";

    private final GivenFiles files;

    UnreadableFileTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n  \n\r\n", "\uFEFF", "\uFEFF\n", "   "})
    void refusesFilesWithoutAnything(String text) {
        assertThat(adjust(files.text(text), DEATHS).problems()).containsExactly("input.csv [file.empty]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "\r", "\n\n\n"})
    void refusesHeadersWithoutRows(String end) {
        assertThat(adjust(files.text("hospital,died" + end), DEATHS).problems())
                .containsExactly("input.csv [file.no-rows]");
    }

    @Test
    void refusesHeadersWithByteOrderMarkAndWithoutRows() {
        assertThat(adjust(files.text("\uFEFFhospital,died\n"), DEATHS).problems())
                .containsExactly("input.csv [file.no-rows]");
    }

    @Test
    void refusesWorkbooksThatAreCutOff() {
        var run = adjust(files.bytes("input.xlsx", new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}), DEATHS);

        assertThat(run.problems()).containsExactly("input.xlsx [file.damaged]");
        assertThat(run.err()).contains("damaged or cut off", "make or send it again");
    }

    @Test
    void refusesOldWorkbooks() {
        var start = new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

        assertThat(adjust(files.bytes("input.xls", start), DEATHS).err())
                .contains("workbook of before 2007", "the sheet as CSV");
    }

    @Test
    void refusesParquetThatHoldsNoTable() {
        var run = adjust(files.bytes("input.parquet", "PAR1....PAR1".getBytes(StandardCharsets.UTF_8)), DEATHS);

        assertThat(run.problems()).containsExactly("input.parquet [file.damaged]");
        assertThat(run.err()).contains("Parquet");
    }

    @Test
    void refusesBinaryFiles() {
        var run = adjust(files.text("hospital,died\nA,1\u0000\n"), DEATHS);

        assertThat(run.problems()).containsExactly("input.csv [file.kind]");
        assertThat(run.err()).contains("zero bytes");
    }

    @Test
    void readsUtf16WithoutByteOrderMark() {
        var text = "hospital,died\nA,1\nA,0\nB,1\nB,0\n";
        var plain = adjust(files.text(text), DEATHS).lines();

        assertThat(adjust(files.text(text, StandardCharsets.UTF_16LE), DEATHS).lines())
                .isEqualTo(plain);
    }

    @Test
    void refusesGzipThatIsCutOff() {
        var whole = GivenFiles.gzip("hospital,died\nA,1\nB,0\n".getBytes(StandardCharsets.UTF_8));

        var run = adjust(files.bytes("input.csv.gz", Arrays.copyOf(whole, whole.length - 12)), DEATHS);

        assertThat(run.problems()).containsExactly("input.csv.gz [file.damaged]");
    }

    @Test
    void refusesGzipThatIsNone() {
        var run = adjust(files.bytes("input.csv.gz", new byte[] {0x1F, (byte) 0x8B, 'n', 'o', 'n', 'e'}), DEATHS);

        assertThat(run.problems()).containsExactly("input.csv.gz [file.damaged]");
    }

    @Test
    void refusesGzipThatIsCutOffFarIntoIt() {
        var rows = new StringBuilder("hospital,died,note\n");
        IntStream.range(0, 200_000)
                .forEach(i -> rows.append("A,")
                        .append(i % 2)
                        .append(",n")
                        .append(i * 7919L)
                        .append('\n'));
        var whole = GivenFiles.gzip(rows.toString().getBytes(StandardCharsets.UTF_8));

        var run = adjust(files.bytes("input.csv.gz", Arrays.copyOf(whole, whole.length - 5_000)), DEATHS);

        assertThat(run.problems()).containsExactly("input.csv.gz [file.damaged]");
    }

    @Test
    void namesEveryLineWithTooFewOrTooManyValues() {
        var file = files.csv("hospital,died,age", "A,1,50", "B,0", "C,0,30,7", "D", "E,1,20");

        assertThat(adjust(file, DEATHS).problems())
                .containsExactly(
                        "input.csv:3 [record.too-short]",
                        "input.csv:4 [record.too-long]",
                        "input.csv:5 [record.too-short]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void countsLinesWhateverTheirEnd(String end) {
        var lines = String.join("~", "", "hospital,died,age", "\"A~A\",1,50", "", "B,0", "C,0,30,7", "");

        var run = adjust(files.text(lines.replace("~", end)), DEATHS);

        assertThat(run.problems()).containsExactly("input.csv:6 [record.too-short]", "input.csv:7 [record.too-long]");
    }

    @Test
    void countsLinesInGzip() {
        var packed = GivenFiles.gzip("hospital,died\nA,1\n\nB\n".getBytes(StandardCharsets.UTF_8));

        assertThat(adjust(files.bytes("input.csv.gz", packed), DEATHS).problems())
                .containsExactly("input.csv.gz:4 [record.too-short]");
    }

    @Test
    void countsLinesInUtf16() {
        var file = files.text("\uFEFFhospital,died\r\nA,1\r\n\r\nB\r\n", StandardCharsets.UTF_16LE);

        assertThat(adjust(file, DEATHS).problems()).containsExactly("input.csv:4 [record.too-short]");
    }

    @Test
    void namesTheLineOfAnOpenQuote() {
        var file = files.csv("hospital,died,age", "A,1,50", "B,0,\"40", "C,0,30", "D,1,20");

        assertThat(adjust(file, DEATHS).problems()).containsExactly("input.csv:3 [record.quote]");
    }

    @Test
    void namesTheLineOfTextAfterAQuote() {
        var file = files.csv("hospital,died", "A,1", "\"B\"ee,0", "C,0");

        assertThat(adjust(file, DEATHS).problems()).containsExactly("input.csv:3 [record.quote]");
    }

    @Test
    void listsTheFirstTwentyOfManyBrokenLines() {
        var file = files.text("hospital,died\n" + "A\n".repeat(500));

        var run = adjust(file, DEATHS);

        assertThat(run.problems())
                .hasSize(21)
                .startsWith("input.csv:2 [record.too-short]", "input.csv:3 [record.too-short]")
                .endsWith("input.csv:21 [record.too-short]", "input.csv [record.more]");
        assertThat(run.err()).contains("and at least 480 more lines");
    }

    @Test
    void refusesValuesThatAreTooLong() {
        var file = files.text("hospital,died,note\nA,1,\"" + "x".repeat(3_000_000) + "\"\nB,0,y\n");

        assertThat(adjust(file, DEATHS).problems()).containsExactly("input.csv:2 [record.unreadable]");
    }

    @Test
    void keepsInchesAndApostrophesInsideValues() {
        var file = files.csv("hospital,died,note", "'s-Hertogenbosch,1,5\" pipe", "O'Brien,0,'x", "C,oops,6\"");

        assertThat(adjust(file, DEATHS).problems()).containsExactly("input.csv:4 died \"oops\" [outcome.not-a-number]");
    }
}
