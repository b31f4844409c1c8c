// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import nl.waardeketen.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The operational database. The process that owns the home folder starts it and brings its tables up to date; another
 * one connects to it. The program works as {@code waardeketen_app}, which owns nothing and is bound by row-level
 * security; tables belong to {@code waardeketen_owner}, as whom nobody can sign in.
 */
public final class Database implements AutoCloseable {
    static final String APPLICATION_ROLE = "waardeketen_app";
    private static final String OWNER_ROLE = "waardeketen_owner";
    private static final String SUPERUSER = "postgres";
    private static final String NAME = "waardeketen";

    private final @Nullable EmbeddedServer server;
    private final HikariDataSource source;

    private Database(@Nullable EmbeddedServer server, HikariDataSource source) {
        this.server = server;
        this.source = source;
    }

    /**
     * Starts or finds the database of the home folder.
     *
     * @param version of this program
     * @throws Refused {@code home.version} when the running program is of another version
     */
    static Database open(HomeFolder home, Secrets secrets, String version) {
        try {
            return home.owned() ? start(home, secrets) : connect(home, secrets, version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Database start(HomeFolder home, Secrets secrets) throws IOException {
        var superPassword = secrets.password("database-superuser");
        var appPassword = secrets.password("database");
        var server = EmbeddedServer.start(home, superPassword);
        try {
            prepare(server.port(), superPassword, appPassword);
        } catch (SQLException | IOException | RuntimeException e) {
            server.close();
            throw e instanceof RuntimeException failure ? failure : new IllegalStateException("database set-up", e);
        }
        return new Database(server, pool(server.port(), appPassword));
    }

    private static Database connect(HomeFolder home, Secrets secrets, String version) {
        var address = home.address().orElseThrow(() -> new Refused("home.busy", home.path()));
        if (!address.version().equals(version)) {
            throw new Refused("home.version", address.version(), version);
        }
        return new Database(null, pool(address.port(), secrets.password("database")));
    }

    private static void prepare(int port, String superPassword, String appPassword) throws SQLException, IOException {
        var migrations = Migrations.digest();
        try (var connection = source(port, "postgres", SUPERUSER, superPassword).getConnection();
                var statement = connection.createStatement()) {
            makeRoles(statement, appPassword);
            if (!migrations.equals(madeBy(statement))) {
                Migrations.run(source(port, NAME, SUPERUSER, superPassword), OWNER_ROLE);
                statement.execute("COMMENT ON DATABASE " + NAME + " IS '" + migrations + "'");
            }
        }
    }

    private static void makeRoles(Statement statement, String appPassword) throws SQLException {
        statement.execute("""
                DO $$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
                        CREATE ROLE %1$s NOLOGIN NOBYPASSRLS;
                    END IF;
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%2$s') THEN
                        CREATE ROLE %2$s LOGIN NOBYPASSRLS NOCREATEDB NOCREATEROLE;
                    END IF;
                END $$""".formatted(OWNER_ROLE, APPLICATION_ROLE));
        statement.execute("ALTER ROLE " + APPLICATION_ROLE + " PASSWORD '" + appPassword + "'");
    }

    /** Digest of the migrations that made its tables, if they were all done; makes the database where there is none. */
    private static @Nullable String madeBy(Statement statement) throws SQLException {
        try (var found = statement.executeQuery(
                "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '" + NAME + "'")) {
            if (found.next()) {
                return found.getString(1);
            }
        }
        statement.execute("CREATE DATABASE " + NAME + " OWNER " + OWNER_ROLE);
        statement.execute("REVOKE ALL ON DATABASE " + NAME + " FROM PUBLIC");
        statement.execute("GRANT CONNECT ON DATABASE " + NAME + " TO " + APPLICATION_ROLE);
        return null;
    }

    private static DataSource source(int port, String database, String user, String password) {
        return new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    private static HikariDataSource pool(int port, String password) {
        var settings = new HikariConfig();
        settings.setDataSource(source(port, NAME, APPLICATION_ROLE, password));
        settings.setMaximumPoolSize(10);
        settings.setMinimumIdle(1);
        settings.setInitializationFailTimeout(10_000);
        settings.setPoolName("home");
        return new HikariDataSource(settings);
    }

    /** From now on whoever closes this stops the server, also when the program is stopped. */
    public void handOver() {
        if (server != null) {
            server.handOver();
        }
    }

    /** From now on other processes may use the database, as long as this one runs. */
    public void share(HomeFolder home, String version) {
        if (server != null) {
            try {
                home.publish(new DatabaseAddress(server.port(), version));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    DataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.close();
        if (server != null) {
            server.close();
        }
    }
}
