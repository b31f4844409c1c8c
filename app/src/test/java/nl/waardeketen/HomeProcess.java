// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The program as a process of its own on a home folder, to be killed. */
final class HomeProcess {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Process process;
    private final Path out;
    private final Path err;

    private HomeProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static HomeProcess start(Path logs, String... arguments) throws IOException {
        return startMain(logs, "nl.waardeketen.Waardeketen", arguments);
    }

    /** Another program of the tests. */
    static HomeProcess startMain(Path logs, String main, String... arguments) throws IOException {
        var command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                                main),
                        Stream.of(arguments))
                .toList();
        var out = Files.createTempFile(logs, "process", ".out");
        var err = Files.createTempFile(logs, "process", ".err");
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new HomeProcess(process, out, err);
    }

    /** Waits until something holds, or the process ends; tells whether it holds. */
    boolean reaches(BooleanSupplier moment) throws InterruptedException {
        for (long waited = 0; waited < LONGEST.toMillis(); waited += 2) {
            if (moment.getAsBoolean()) {
                return true;
            }
            if (process.waitFor(2, TimeUnit.MILLISECONDS)) {
                return moment.getAsBoolean();
            }
        }
        throw new IllegalStateException("not reached in a minute: " + err());
    }

    /** Ends it as a crash does: nothing of it runs on. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop; gives its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS))
                .as("ended in a minute")
                .isTrue();
        return process.exitValue();
    }

    boolean says(String text) {
        return out().contains(text);
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The PostgreSQL whose data are in that home, if it runs. */
    static Optional<ProcessHandle> databaseOf(Path home) throws IOException {
        var file = home.resolve("postgres/data/postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
    }

    /** Folders of a folder of the home; none when it is not there. */
    static List<Path> inside(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
