// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, serving. */
public final class ServedProgram implements AutoCloseable {
    private static final long LONGEST_START_SECONDS = 240;

    private final Process process;
    private final Path output;

    private ServedProgram(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it and waits for a line that begins with these words. */
    public static ServedProgram start(Path folder, String ready, String... arguments) throws IOException {
        var output = folder.resolve("standard-output.txt");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Waardeketen.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("standard-error.txt").toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .start();
        var program = new ServedProgram(process, output);
        program.await(ready);
        return program;
    }

    private void await(String ready) throws IOException {
        for (long i = 0; i < LONGEST_START_SECONDS * 10; i++) {
            if (lines().stream().anyMatch(line -> line.startsWith(ready))) {
                return;
            }
            if (!process.isAlive()) {
                throw new IllegalStateException("the program ended with " + process.exitValue() + ": "
                        + Files.readString(output.resolveSibling("standard-error.txt")));
            }
            pause();
        }
        process.destroyForcibly();
        throw new IllegalStateException("the program did not get ready");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(output);
    }

    /** What it printed after these words. */
    public String said(String words) {
        try {
            return lines().stream()
                    .filter(line -> line.startsWith(words))
                    .findFirst()
                    .orElseThrow()
                    .substring(words.length())
                    .strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String address() {
        return said("Address:");
    }

    public boolean exited() {
        return !process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
