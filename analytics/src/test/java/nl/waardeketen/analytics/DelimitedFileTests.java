// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedFileTests {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String UMLAUT = "hospital,died\nZürich,1\n";

    private final Path folder;
    private final Scratch scratch = new Scratch();

    DelimitedFileTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        scratch.close();
    }

    private DelimitedFile inspect(byte[] content) throws IOException {
        return inspect("input.csv", content);
    }

    private DelimitedFile inspect(String name, byte[] content) throws IOException {
        return DelimitedFile.inspect(Files.write(folder.resolve(name), content), name, List.of("hospital", "died"));
    }

    private byte[] gzip(byte[] content) throws IOException {
        var packed = folder.resolve("packed");
        try (var stream = new GZIPOutputStream(Files.newOutputStream(packed))) {
            stream.write(content);
        }
        return Files.readAllBytes(packed);
    }

    @Test
    void readsUtf8() throws IOException {
        var file = inspect(UMLAUT.getBytes(UTF_8));

        assertThat(file.encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(file.plain()).isTrue();
    }

    @Test
    void readsByteOrderMarks() throws IOException {
        assertThat(inspect(("\uFEFF" + UMLAUT).getBytes(UTF_8)).encoding()).isEqualTo(Encoding.UTF_8_WITH_MARK);
        assertThat(inspect(("\uFEFF" + UMLAUT).getBytes(UTF_16LE)).encoding()).isEqualTo(Encoding.UTF_16_LITTLE);
        assertThat(inspect(("\uFEFF" + UMLAUT).getBytes(UTF_16BE)).encoding()).isEqualTo(Encoding.UTF_16_BIG);
    }

    @Test
    void readsWindows1252() throws IOException {
        var file = inspect(UMLAUT.getBytes(WINDOWS_1252));

        assertThat(file.encoding()).isEqualTo(Encoding.WINDOWS_1252);
        assertThat(file.plain()).isFalse();
    }

    @Test
    void cutsNoCharacterInTwoAtTheEndOfWhatItLooksAt() throws IOException {
        for (int shift = 0; shift < 4; shift++) {
            var text = "hospital,died\n" + "x".repeat(shift) + "\uD83C\uDFE5".repeat(270_000) + ",1\n";

            assertThat(inspect(text.getBytes(UTF_8)).encoding()).isEqualTo(Encoding.UTF_8);
        }
    }

    @Test
    void readsGzip() throws IOException {
        var file = inspect(gzip(UMLAUT.getBytes(UTF_8)));

        assertThat(file.gzip()).isTrue();
        assertThat(file.header().names()).containsExactly("hospital", "died");
    }

    @Test
    void rewritesAnyEncodingAsUtf8() throws IOException {
        for (var charset : List.of(UTF_16LE, UTF_16BE, UTF_8)) {
            var rewritten = inspect(("\uFEFF" + UMLAUT).getBytes(charset)).rewritten(scratch);

            assertThat(rewritten.path()).hasParent(scratch.folder()).hasContent(UMLAUT);
            assertThat(rewritten.plain()).isTrue();
        }
    }

    @Test
    void rewritesGzipUnpacked() throws IOException {
        var rewritten = inspect(gzip(UMLAUT.getBytes(WINDOWS_1252))).rewritten(scratch);

        assertThat(rewritten.gzip()).isFalse();
        assertThat(rewritten.path()).hasContent(UMLAUT);
    }

    @Test
    void rewritesAllLineEndsAlike() throws IOException {
        var rewritten =
                inspect("hospital,died\r\nA,1\rB,0\n\r\n\rC,1".getBytes(UTF_8)).rewritten(scratch);

        assertThat(Files.readString(rewritten.path())).isEqualTo("hospital,died\nA,1\nB,0\n\n\nC,1");
    }

    @Test
    void rewritesLineEndsAcrossBuffers() throws IOException {
        for (int length = (1 << 16) - 3; length < (1 << 16) + 3; length++) {
            var line = "x".repeat(length - "hospital,died\n".length());

            var rewritten = inspect(("hospital,died\n" + line + "\r\nB\r\n").getBytes(UTF_8))
                    .rewritten(scratch);

            assertThat(Files.readString(rewritten.path())).isEqualTo("hospital,died\n" + line + "\nB\n");
        }
    }

    @Test
    void rewritesFilesThatTheEngineWouldMisread() throws IOException {
        assertThat(inspect("input*.csv", UMLAUT.getBytes(UTF_8)).plain()).isFalse();
        assertThat(inspect("input[1].csv", UMLAUT.getBytes(UTF_8)).plain()).isFalse();
        assertThat(inspect("input?.csv", UMLAUT.getBytes(UTF_8)).plain()).isFalse();
        assertThat(inspect(("sep=,\n" + UMLAUT).getBytes(UTF_8)).plain()).isFalse();
    }

    @Test
    void tellsTheLinesOfRecords() throws IOException {
        var file = inspect("\uFEFF\r\nhospital,died\r\n\"A\r\nB\",1\r\n\r\nC,0\r\n".getBytes(UTF_16LE));

        assertThat(file.linesOfRecords(List.of(0L, 1L))).containsExactly(3L, 6L);
    }

    @Test
    void tellsTheLinesOfOffsets() throws IOException {
        var file = inspect("hospital,died\r\nA,1\r\n\r\nB,0\r\n".getBytes(UTF_8));

        assertThat(file.linesOfOffsets(List.of(0L, 14L, 15L, 20L, 22L))).containsExactly(1L, 1L, 2L, 3L, 4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004", "PAR1", "a\u0000b"})
    void refusesOtherKindsOfFiles(String start) {
        assertThatThrownBy(() -> inspect((start + "hospital,died\n").getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Problem::rule)
                                .containsExactly("file.kind"));
    }

    @Test
    void refusesEmptyFiles() {
        assertThatThrownBy(() -> inspect(new byte[0]))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems())
                                .containsExactly(new Problem(
                                        "input.csv",
                                        0,
                                        "",
                                        "",
                                        "file.empty",
                                        "the file is empty",
                                        "deliver a file with a header and rows")));
    }
}
