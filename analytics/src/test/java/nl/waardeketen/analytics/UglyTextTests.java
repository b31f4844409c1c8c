// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text files as they come out of the systems of hospitals: each is read right, or refused with the remedy. */
class UglyTextTests {
    private static final List<List<String>> AGES = List.of(List.of("80", "1"), List.of("70", "0"));

    private final Path folder;
    private final Scratch scratch = new Scratch();

    UglyTextTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        scratch.close();
    }

    private TableTexts read(byte[] content) throws IOException {
        return TableTexts.read(Files.write(folder.resolve("input.csv"), content), List.of("age", "died"), scratch);
    }

    private TableTexts read(String content) throws IOException {
        return read(content.getBytes(UTF_8));
    }

    private List<String> rules(String content) throws IOException {
        var file = Files.writeString(folder.resolve("input.csv"), content);
        return TableTexts.refusal(file, List.of("age", "died"), null, scratch).stream()
                .map(Problem::rule)
                .toList();
    }

    @Test
    void readsUtf16WithoutAMark() throws IOException {
        for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
            assertThat(read("age;died\r\n80;1\r\n70;0\r\n".getBytes(charset)).rows())
                    .isEqualTo(AGES);
        }
        assertThat(read("age;died;naam\r\n80;1;Zoë €\r\n70;0;Ł\r\n".getBytes(UTF_16LE))
                        .rows())
                .isEqualTo(AGES);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void readsEveryMemberOfAGzip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(gzip("age,died\n80,1\n"));
        bytes.write(gzip("70,"));
        bytes.write(gzip("0\n"));

        assertThat(read(bytes.toByteArray()).rows()).isEqualTo(AGES);
        assertThat(read(bytes.toByteArray()).places()).containsExactly(2L, 3L);
    }

    @Test
    void readsLargeMembersOfAGzip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(gzip("age,died\n" + "80,1\n".repeat(300_000)));
        bytes.write(gzip("70,0\n".repeat(300_000)));

        var rows = read(bytes.toByteArray()).rows();

        assertThat(rows).hasSize(600_000);
        assertThat(rows.get(599_999)).isEqualTo(AGES.get(1));
    }

    @Test
    void refusesAGzipThatIsCutOff() throws IOException {
        var text = new StringBuilder("age,died\n");
        for (int i = 0; i < 200_000; i++) {
            text.append(i * 7_919L % 100_003).append(",1\n");
        }
        var whole = gzip(text.toString());
        for (double share : new double[] {0.3, 0.7, 0.999}) {
            var cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, (int) (whole.length * share)));

            assertThat(TableTexts.refusal(cut, List.of("age", "died"), null, scratch))
                    .extracting(Problem::rule)
                    .containsExactly("file.damaged");
        }
    }

    @Test
    void readsSeparatorsAtTheEndOfEveryRow() throws IOException {
        assertThat(read("age;died;\n80;1;\n70;0;\n").rows()).isEqualTo(AGES);
        assertThat(read("age;died\n80;1;\n70;0;\n").rows()).isEqualTo(AGES);
        assertThat(rules("age;died\n80;1;\n70;0\n")).containsExactly("record.too-long");
    }

    @Test
    void readsColumnsWithoutANameAndUnwantedOnesWithTheSame() throws IOException {
        assertThat(read("age,,died,,x,x\n80,a,1,b,c,d\n70,a,0,b,c,d\n").rows()).isEqualTo(AGES);
        assertThat(rules("age,died,age\n80,1,80\n")).containsExactly("column.twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Overzicht van opnamen\nage;died\n80;1\n70;0\n",
                "Overzicht; gemaakt op 1-3-2024;;\n\nage;died;;\n80;1;;\n70;0;;\n",
                "Overzicht, \"heel\" 2024\r\nsep=;\r\n\r\nage;died\r\n80;1\r\n70;0\r\n",
                "sep=;\nTitel\nage;died\n80;1\n70;0\n",
                "Titel met een \" erin\nage;died\n80;1\n70;0\n",
                "\"Titel over\ntwee regels\"\nage;died\n80;1\n70;0\n"
            })
    void findsTheHeaderBelowTitles(String text) throws IOException {
        var table = read(text);

        assertThat(table.rows()).isEqualTo(AGES);
        long last = text.stripTrailing().lines().count();
        assertThat(table.places()).containsExactly(last - 1, last);
    }

    @Test
    void tellsOfColumnsThatAreNotThereUnderTheRightHeader() throws IOException {
        var file = Files.writeString(folder.resolve("input.csv"), "Overzicht\nleeftijd;overleden\n80;1\n");

        assertThat(TableTexts.refusal(file, List.of("age"), null, scratch))
                .extracting(Problem::text)
                .containsExactly("there is no column age; the file has leeftijd, overleden");
    }

    @Test
    void refusesATotalBelowTheRows() throws IOException {
        assertThat(rules("age;died\n80;1\n70;0\nTotaal 2\n")).containsExactly("record.too-short");
    }

    @Test
    void keepsTheLastRowOfAFileWithoutALastLineEnd() throws IOException {
        assertThat(read("age;died\n80;1\n70;0").rows()).isEqualTo(AGES);
        assertThat(read("age;died\n80;1\n70;0\n\n\n").rows()).isEqualTo(AGES);
    }
}
