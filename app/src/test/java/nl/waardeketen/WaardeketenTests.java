// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: exit codes, streams, and what it leaves behind. */
class WaardeketenTests {
    private final Path folder;
    private final Path temporary;

    WaardeketenTests(@TempDir Path folder) {
        this.folder = folder;
        temporary = folder.resolve("temporary");
    }

    @BeforeEach
    void makeTemporaryFolder() throws IOException {
        Files.createDirectory(temporary);
    }

    private record Ended(int exitCode, String out, String err) {}

    private Ended run(Path input, String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dfile.encoding=US-ASCII",
                                "-Djava.io.tmpdir=" + temporary,
                                "-cp",
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                                "nl.waardeketen.Waardeketen"),
                        Stream.of(arguments))
                .toList();
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var process = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("input.csv"), text);
    }

    private List<Path> left() throws IOException {
        try (var files = Files.list(temporary)) {
            return files.toList();
        }
    }

    @Test
    void readsStandardInputAndLeavesNothingBehind() throws IOException, InterruptedException {
        var input = Files.write(
                folder.resolve("input.csv"),
                "\uFEFFhospital,died\nZürich 🏥,1\nB,0\n".getBytes(StandardCharsets.UTF_16LE));

        var ended = run(input, "adjust", "-", "--unit", "hospital", "--outcome", "died", "--kind", "proportion");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("Zürich 🏥");
        assertThat(left()).isEmpty();
    }

    @Test
    void leavesNothingBehindAfterARefusal() throws IOException, InterruptedException {
        var input = file("sep=;\nhospital;died\nA;1\nB;many\n");

        var ended = run(
                input, "adjust", input.toString(), "--unit", "hospital", "--outcome", "died", "--kind", "proportion");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("input.csv:4: died \"many\": ");
        assertThat(left()).isEmpty();
    }

    @Test
    void tellsTheShellOfWrongUsage() throws IOException, InterruptedException {
        var ended = run(file(""), "adjust", "--nonsense");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(left()).isEmpty();
    }
}
