// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import nl.waardeketen.shared.Refused;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL of the home folder: durable, reachable over the loopback address with a password only, and taken over from
 * a process that was killed.
 */
final class EmbeddedServer implements AutoCloseable {
    static final String MAJOR_VERSION = "18";
    private static final int MOST_ATTEMPTS = 100;

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
        var folder = home.postgres();
        var data = folder.resolve("data");
        // Written last at the first start: without it a process was killed half-way and nothing was kept yet.
        var complete = folder.resolve("complete");
        if (Files.exists(data)) {
            stopLeftBehind(data);
            if (!Files.exists(complete)) {
                stopMakers(data);
                deleteUnfinished(data);
            }
        }
        requireVersion(data);
        var server = new EmbeddedServer(launch(folder, data, password));
        Files.writeString(complete, "");
        return server;
    }

    /** The program that was making the data outlives the process that was killed, and would take away what is made anew. */
    private static void stopMakers(Path data) {
        var makers = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(data.toString()))
                        .orElse(false))
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
        makers.forEach(ProcessHandle::destroyForcibly);
        for (int attempt = 1; attempt <= MOST_ATTEMPTS && makers.stream().anyMatch(ProcessHandle::isAlive); attempt++) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** What they began may still be written for a moment. */
    private static void deleteUnfinished(Path data) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                FileSystemUtils.deleteRecursively(data);
                return;
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
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
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            // pg_ctl refuses to work for root, for whom the server was started in the same way.
            command.addAll(List.of("unshare", "-U"));
        }
        var control = Path.of(program.get()).resolveSibling("pg_ctl").toString();
        command.addAll(List.of(control, "-D", data.toString(), "-m", "fast", "-w", "stop"));
        var stop = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            boolean stopped = stop.waitFor(60, TimeUnit.SECONDS) && stop.exitValue() == 0;
            // Its last act is to remove the file; the process itself may stay listed until its parent has seen it end.
            if (!stopped && Files.exists(file)) {
                throw new Refused("database.stuck", first);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("database.stuck", first);
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
