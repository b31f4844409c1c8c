// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.waardeketen.shared.Refused;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL of the home folder: durable, reachable over the loopback address with a password only, and taken over from
 * a process that was killed.
 */
final class EmbeddedServer implements AutoCloseable {
    static final String MAJOR_VERSION = "18";
    private static final long LONGEST_STOP_SECONDS = 60;

    private final EmbeddedPostgres server;
    private final Thread whenStoppedEarly = new Thread(this::stop, "stopping-database");

    private EmbeddedServer(EmbeddedPostgres server) {
        this.server = server;
        Runtime.getRuntime().addShutdownHook(whenStoppedEarly);
    }

    /** From now on somebody else stops the server when the program is stopped. */
    void handOver() {
        try {
            Runtime.getRuntime().removeShutdownHook(whenStoppedEarly);
        } catch (IllegalStateException e) {
            // The program is being stopped, and the server with it.
        }
    }

    /**
     * Starts the server on the data of the home folder, which this process must own.
     *
     * @throws Refused {@code database.version} when the data are of another major version, {@code database.stuck} when a
     *     server left behind does not stop
     */
    static EmbeddedServer start(HomeFolder home, String password) throws IOException {
        var folder = Files.createDirectories(home.path().resolve("postgres"));
        var data = folder.resolve("data");
        // Written last at the first start: without it a process was killed half-way and nothing was kept yet.
        var complete = folder.resolve("complete");
        if (Files.exists(data)) {
            stopLeftBehind(data);
            if (!Files.exists(complete)) {
                FileSystemUtils.deleteRecursively(data);
            }
        }
        requireVersion(data);
        var server = new EmbeddedServer(launch(folder, data, password));
        Files.writeString(complete, "");
        return server;
    }

    private static EmbeddedPostgres launch(Path folder, Path data, String password) throws IOException {
        var passwordFile = folder.resolve("initial-password");
        OwnerOnly.write(passwordFile, password);
        var log = folder.resolve("server.log").toFile();
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(folder.resolve("program").toFile())
                    .setRegisterShutdownHook(false)
                    .setOutputRedirector(Redirect.appendTo(log))
                    .setErrorRedirector(Redirect.appendTo(log))
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setConnectConfig("password", password)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("log_min_error_statement", "panic")
                    .setServerConfig("log_parameter_max_length_on_error", "0")
                    .start();
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private static void requireVersion(Path data) throws IOException {
        var file = data.resolve("PG_VERSION");
        if (Files.exists(file)) {
            var found = Files.readString(file).strip();
            if (!found.equals(MAJOR_VERSION)) {
                throw new Refused("database.version", found, MAJOR_VERSION);
            }
        }
    }

    /** Stops the server of a process that was killed: its own process goes on without it. */
    private static void stopLeftBehind(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        var first = Files.readAllLines(file).stream().findFirst().orElse("").strip();
        if (!first.matches("\\d{1,9}")) {
            return;
        }
        var process = ProcessHandle.of(Long.parseLong(first));
        var program = process.flatMap(handle -> handle.info().command());
        if (program.isEmpty() || !program.get().endsWith("/postgres")) {
            return;
        }
        interrupt(process.get());
    }

    /** PostgreSQL ends its sessions and stops at once when interrupted; Java itself can only ask it to wait for them. */
    private static void interrupt(ProcessHandle process) throws IOException {
        var pid = String.valueOf(process.pid());
        new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", pid)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            process.onExit().get(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new Refused("database.stuck", pid);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("database.stuck", pid);
        }
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        stop();
        handOver();
    }

    private void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
