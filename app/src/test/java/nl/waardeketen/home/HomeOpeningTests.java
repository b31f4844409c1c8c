// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database is opened beside the rest of the program, and brought up to date where that is needed. */
class HomeOpeningTests {
    @TempDir
    private Path folder;

    private static Database open(HomeFolder home) {
        return HomeOpening.begin(home, new HomeUse("test")).take();
    }

    private static Connection asSuperuser(HomeFolder home, Database database) throws SQLException {
        try (var own = database.source().getConnection()) {
            var password = new Secrets(home.keys(), Map.of()).password("database-superuser");
            return DriverManager.getConnection(own.getMetaData().getURL(), "postgres", password);
        }
    }

    @Test
    void looksIntoMigrationsOnlyWhereTheyChanged() throws IOException, SQLException {
        try (var home = HomeFolder.open(folder.resolve("home"), false)) {
            try (var database = open(home);
                    var connection = asSuperuser(home, database);
                    var statement = connection.createStatement()) {
                assertThat(
                                DatabaseLook.texts(
                                        connection,
                                        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"))
                        .containsExactly(Migrations.digest());
                statement.execute("DELETE FROM benchmarking.flyway_schema_history");
            }
            try (var database = open(home);
                    var connection = asSuperuser(home, database);
                    var statement = connection.createStatement()) {
                statement.execute("COMMENT ON DATABASE waardeketen IS 'of an older program'");
            }
            assertThatThrownBy(() -> open(home)).isInstanceOf(FlywayException.class);
        }
    }

    @Test
    void closesWhatNobodyTook() {
        try (var home = HomeFolder.open(folder.resolve("other"), false)) {
            HomeOpening.begin(home, new HomeUse("test")).close();

            assertThat(home.postgres().resolve("complete")).exists();
            assertThat(home.postgres().resolve("data").resolve("postmaster.pid"))
                    .doesNotExist();
        }
    }
}
