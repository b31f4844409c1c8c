// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen;

import static nl.waardeketen.HomeProcess.databaseOf;
import static nl.waardeketen.HomeProcess.inside;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import nl.waardeketen.commands.CommandLineInterface;
import nl.waardeketen.sample.SampleRegion;
import nl.waardeketen.sample.SampleSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed; the next command on the same home works without a hand. */
class KilledProgramIT {
    private static final String GROUP = "hip-fracture";

    private final Path folder;
    private final Path home;
    private final Path region;

    KilledProgramIT(@TempDir Path folder) {
        this.folder = folder;
        home = folder.resolve("home");
        region = folder.resolve("region");
    }

    @BeforeEach
    void makeARegion() throws IOException {
        SampleRegion.write(region, new SampleSize(2, 2, 40, 3, "2026Q3", false));
    }

    /** A server that was left behind by a test that failed. */
    @AfterEach
    void leaveNoDatabaseBehind() throws IOException {
        databaseOf(home).ifPresent(ProcessHandle::destroy);
    }

    private HomeProcess start(String... arguments) throws IOException {
        return HomeProcess.start(folder, arguments);
    }

    private HomeProcess serve() throws IOException, InterruptedException {
        var serving = start("serve", "--home", home.toString(), "--port", "0");
        assertThat(serving.reaches(() -> serving.says("Serving ")))
                .as(serving.err())
                .isTrue();
        return serving;
    }

    private String[] enter() {
        return new String[] {
            "organisations", region.resolve("organisations.csv").toString(), "--home", home.toString()
        };
    }

    private String[] deliver(int number) {
        var delivery = inside(region).stream()
                .filter(file -> String.valueOf(file.getFileName()).contains("-" + GROUP + "-"))
                .toList()
                .get(number);
        return new String[] {"deliver", delivery.toString(), "--home", home.toString()};
    }

    private String[] release() {
        return new String[] {"release", GROUP, "--period", "2026Q2..2026Q3", "--home", home.toString()};
    }

    /** Runs a command that nobody kills, in this process; gives what it says. */
    private static String done(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = CommandLineInterface.run(new PrintWriter(out), new PrintWriter(err), arguments);
        assertThat(exitCode).as("%s%s", out, err).isZero();
        return out.toString();
    }

    private static void killAt(HomeProcess process, BooleanSupplier moment) throws InterruptedException {
        process.reaches(moment);
        process.kill();
    }

    private boolean notesALanding() {
        return inside(home.resolve("staging")).stream()
                .anyMatch(file -> file.toString().endsWith(".landing"));
    }

    private boolean holdsTwoDeliveries() {
        return inside(home.resolve("lake/episode")).size() == 2;
    }

    /** Only what has a manifest is in the lake, and nothing is being prepared. */
    private void isTidy(int deliveries) {
        assertThat(inside(home.resolve("lake/episode"))).hasSize(deliveries);
        assertThat(inside(home.resolve("staging"))).isEmpty();
    }

    /** Until this connection is closed, deliveries and releases of the group wait just before they commit. */
    private Connection holdTheGroup() throws IOException, SQLException {
        var port = Files.readAllLines(home.resolve("run")).get(0);
        var connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/waardeketen",
                "waardeketen_app",
                Files.readString(home.resolve("keys/database.key")).strip());
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('" + GROUP + "', 0))");
        }
        return connection;
    }

    @Test
    void beginsAnewAfterAFirstStartThatWasKilled() throws IOException, InterruptedException {
        killAt(start(enter()), () -> Files.exists(home.resolve("postgres/data/PG_VERSION")));

        done(enter());

        assertThat(databaseOf(home)).isEmpty();
    }

    @Test
    void deliversAfterADeliveryThatWasKilledAtAnyMoment() throws IOException, InterruptedException {
        done(enter());
        killAt(start(deliver(0)), () -> Files.exists(home.resolve("postgres/data/postmaster.pid")));
        killAt(start(deliver(0)), () -> !inside(home.resolve("staging")).isEmpty());
        killAt(start(deliver(0)), this::notesALanding);

        done(deliver(0));

        isTidy(1);
        assertThat(databaseOf(home)).isEmpty();
    }

    @Test
    void undoesWhatWasNotCommittedAndTakesTheDatabaseOver() throws IOException, InterruptedException, SQLException {
        done(enter());
        var serving = serve();
        done(deliver(0));
        try (var held = holdTheGroup()) {
            assertThat(held.isClosed()).isFalse();
            var delivering = start(deliver(1));
            assertThat(delivering.reaches(this::holdsTwoDeliveries))
                    .as(delivering.err())
                    .isTrue();
            delivering.kill();
            var left = inside(home.resolve("staging"));
            var releasing = start(release());
            assertThat(releasing.reaches(() -> !left.containsAll(inside(home.resolve("staging")))))
                    .as(releasing.err())
                    .isTrue();
            releasing.kill();
            serving.kill();
        }
        assertThat(databaseOf(home)).as("goes on without its process").isPresent();

        assertThat(done(deliver(1))).startsWith("Landed: ");

        isTidy(2);
        assertThat(databaseOf(home)).isEmpty();
        assertThat(done(release())).startsWith("Released: ");
    }
}
