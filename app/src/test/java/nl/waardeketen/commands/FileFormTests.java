// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.waardeketen.commands.AdjustRun.adjust;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same table gives the same numbers, however it is written. */
class FileFormTests {
    private static final String OPTIONS =
            "--unit provnum --outcome died --kind proportion --case-mix age80,white,hmo,type:factor --format json";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final GivenFiles files;
    private final List<String> lines = ReferenceData.lines("hierarchical-medpar-mortality/medpar.csv");

    FileFormTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    @Test
    void readsRowsInAnyOrder() {
        var shuffled = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.shuffle(shuffled, new Random(4));

        assertReadTheSame(lines.get(0) + "\n" + String.join("\n", shuffled));
    }

    @Test
    void readsColumnsInAnyOrder() {
        var reversed = rewritten(line -> {
            var values = Arrays.asList(line.split(",", -1));
            Collections.reverse(values);
            return String.join(",", values);
        });

        assertThat(adjust(files.text(reversed), OPTIONS).answer())
                .usingRecursiveComparison()
                .withComparatorForType(new DoubleComparator(1e-12), Double.class)
                .isEqualTo(expected().answer());
    }

    @Test
    void readsFilesWithOtherColumns() {
        assertReadTheSame(rewritten(line -> "\"x, y\"," + line + ",,more text"));
    }

    @Test
    void readsSemicolonsAndDecimalCommas() {
        assertReadTheSame(rewritten(line -> {
            var values = line.split(",", -1);
            values[5] = values[5].equals("age80") ? "age80" : values[5] + ",0";
            return String.join(";", values);
        }));
    }

    @Test
    void readsTabs() {
        assertReadTheSame(rewritten(line -> line.replace(',', '\t')));
    }

    @Test
    void readsPipes() {
        assertReadTheSame(rewritten(line -> line.replace(',', '|')));
    }

    @Test
    void readsQuotedValues() {
        assertReadTheSame(rewritten(line -> '"' + line.replace(",", "\",\"") + '"'));
    }

    @Test
    void readsSingleQuotedValues() {
        assertReadTheSame(rewritten(line -> '\'' + line.replace(",", "','") + '\''));
    }

    @Test
    void readsLineEndsOfWindows() {
        assertReadTheSame(String.join("\r\n", lines) + "\r\n");
    }

    @Test
    void readsLineEndsOfOldMacs() {
        assertReadTheSame(String.join("\r", lines) + "\r");
    }

    @Test
    void readsMixedLineEnds() {
        var ends = List.of("\n", "\r\n", "\r");
        var text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(lines.get(i)).append(ends.get(i % ends.size()));
        }

        assertReadTheSame(text.toString());
    }

    @Test
    void readsLastLinesWithoutEnd() {
        assertReadTheSame(String.join("\n", lines));
    }

    @Test
    void readsBlankLinesInFrontAndBetween() {
        assertReadTheSame("\n  \n\n" + String.join("\n\n", lines) + "\n\n\n");
    }

    @Test
    void readsBlankLinesOfWindows() {
        assertReadTheSame("\r\n \r\n" + String.join("\r\n\r\n", lines) + "\r\n\r\n");
    }

    @Test
    void readsByteOrderMarks() {
        assertReadTheSame(BYTE_ORDER_MARK + rewritten(UnaryOperator.identity()));
    }

    @Test
    void readsByteOrderMarksBeforeQuotes() {
        assertReadTheSame(BYTE_ORDER_MARK + rewritten(line -> '"' + line.replace(",", "\",\"") + '"'));
    }

    @Test
    void readsUtf16LittleEndian() {
        assertReadTheSame(files.text(BYTE_ORDER_MARK + rewritten(UnaryOperator.identity()), UTF_16LE));
    }

    @Test
    void readsUtf16BigEndian() {
        assertReadTheSame(files.text(BYTE_ORDER_MARK + rewritten(UnaryOperator.identity()), UTF_16BE));
    }

    @Test
    void readsTheSeparatorLineOfSpreadsheets() {
        assertReadTheSame(
                "sep=;\r\n" + rewritten(line -> line.replace(',', ';')).replace("\n", "\r\n"));
    }

    @Test
    void readsTheSeparatorLineWithAnotherLineEnd() {
        assertReadTheSame("sep=;\r\n" + rewritten(line -> line.replace(',', ';')));
    }

    @Test
    void readsTheSeparatorLineAfterAByteOrderMark() {
        assertReadTheSame(BYTE_ORDER_MARK + "sep=;\r\n" + rewritten(line -> line.replace(',', ';')));
    }

    @Test
    void readsNamesWithBlanksAround() {
        assertReadTheSame(
                " " + lines.get(0).replace(",", " , ") + " \n" + String.join("\n", lines.subList(1, lines.size())));
    }

    @Test
    void readsValuesWithBlanksAround() {
        assertReadTheSame(lines.get(0) + "\n"
                + rewritten(line -> line.replace(",", " , ")).split("\n", 2)[1]);
    }

    @Test
    void readsGzip() {
        assertReadTheSame(files.bytes("input.csv.gz", GivenFiles.gzip(original())));
    }

    @Test
    void readsGzipUnderAnyName() {
        assertReadTheSame(files.bytes("input.csv", GivenFiles.gzip(original())));
    }

    @Test
    void readsPlainTextThatIsNamedGzip() {
        assertReadTheSame(files.bytes("input.csv.gz", original()));
    }

    @Test
    void readsFilesWhoseNameLooksLikeAPattern() {
        files.bytes("input1.csv", "provnum,died\n".getBytes(UTF_8));

        assertReadTheSame(files.bytes("input[1]*?.csv", original()));
        assertReadTheSame(files.bytes("input[1].csv", original()));
    }

    @Test
    void readsFilesWhoseNameHoldsQuotes() {
        assertReadTheSame(files.bytes("it's \"input\".csv", original()));
    }

    @Test
    void readsStandardInput() {
        var standardInput = System.in;
        System.setIn(new ByteArrayInputStream(original()));
        try {
            assertThat(adjust("-", OPTIONS).out()).isEqualTo(expected().out());
        } finally {
            System.setIn(standardInput);
        }
    }

    @Test
    void readsWindows1252InColumnsItDoesNotUse() {
        var run = adjust(files.text(rewritten(line -> line + ",Zürich"), WINDOWS_1252), OPTIONS);

        assertThat(run.out()).isEqualTo(expected().out());
        assertThat(run.remarks()).contains("The file is not UTF-8; it was read as Windows-1252.");
    }

    @Test
    void readsWindows1252InColumnsItUses() {
        var withUmlaut = rewritten(line -> line.replaceFirst(",(03\\d+)$", ",Zürich $1"));

        var run = adjust(files.text(withUmlaut, WINDOWS_1252), OPTIONS);

        assertThat(run.out()).isEqualTo(adjust(files.text(withUmlaut), OPTIONS).out());
        assertThat(run.answer().unitNames()).contains("Zürich 030001");
    }

    private String rewritten(UnaryOperator<String> ofLine) {
        return lines.stream().map(ofLine).collect(Collectors.joining("\n")) + "\n";
    }

    private byte[] original() {
        return rewritten(UnaryOperator.identity()).getBytes(UTF_8);
    }

    private static AdjustRun expected() {
        return Original.RUN;
    }

    private static final class Original {
        static final AdjustRun RUN = adjust(ReferenceData.file("hierarchical-medpar-mortality/medpar.csv"), OPTIONS);
    }

    private void assertReadTheSame(String text) {
        assertReadTheSame(files.text(text));
    }

    private static void assertReadTheSame(Path file) {
        var run = adjust(file, OPTIONS);

        assertThat(run.remarks()).isEqualTo(expected().remarks());
        assertThat(run.out()).isEqualTo(expected().out());
    }
}
