// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * One home folder, served for all tests of this process, as starting a database takes long. Commands run beside it; a test
 * works with organisations and patient groups of its own.
 */
public final class TestHome {
    private static @Nullable TestHome shared;

    private final RunningHome running;

    private TestHome(RunningHome running) {
        this.running = running;
    }

    /** The home of this process, which ends with it. */
    public static synchronized TestHome shared() {
        var home = shared;
        if (home == null) {
            home = start();
            shared = home;
        }
        return home;
    }

    private static TestHome start() {
        try {
            var folder = Files.createTempDirectory("waardeketen-test-home-");
            var running = RunningHome.serving(folder.resolve("home"), "127.0.0.1", 0, "Zorgregio Merenland");
            running.afterwards(() -> remove(folder));
            return new TestHome(running);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return running.folder().path();
    }

    /** Where the pages are. */
    public String pages() {
        return "http://127.0.0.1:" + running.port() + "/";
    }

    public <T> T bean(Class<T> type) {
        return running.bean(type);
    }

    /** Everything that lies in this folder of the home, with folders. */
    public List<Path> files(String folder) {
        try (var files = Files.walk(path().resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a delivery leaves: files of the lake, the staging folder and quarantine. */
    public List<Path> landed() {
        return Stream.of("lake", "staging", "quarantine")
                .filter(folder -> Files.exists(path().resolve(folder)))
                .flatMap(folder -> files(folder).stream())
                .filter(Files::isRegularFile)
                .toList();
    }

    /** A connection as the program has it, on behalf of that organisation; empty for none. */
    public Connection as(String organisation) throws SQLException {
        var connection = connect("waardeketen_app", password("database"));
        try (var statement = connection.prepareStatement("SELECT set_config('app.organisation', ?, false)")) {
            statement.setString(1, organisation);
            statement.execute();
        }
        return connection;
    }

    /** A connection that no rule binds, to look with. */
    public Connection asSuperuser() throws SQLException {
        return connect("postgres", password("database-superuser"));
    }

    public Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(address(), user, password);
    }

    /** Where the database listens, for JDBC. */
    public String address() throws SQLException {
        try (var connection = bean(DataSource.class).getConnection()) {
            return connection.getMetaData().getURL();
        }
    }

    private String password(String name) {
        try {
            return Files.readString(path().resolve("keys").resolve(name + ".key"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
