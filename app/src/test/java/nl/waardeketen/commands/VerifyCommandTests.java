// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static nl.waardeketen.commands.GivenStays.HEADER;
import static nl.waardeketen.commands.GivenStays.file;
import static nl.waardeketen.commands.GivenStays.landedFile;
import static nl.waardeketen.commands.GivenStays.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import nl.waardeketen.home.Digests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to the lake, it is found. */
class VerifyCommandTests {
    private final GivenStays stays;

    @SuppressWarnings("NullAway.Init")
    private AdjustRun delivered;

    VerifyCommandTests(@TempDir Path folder) {
        stays = new GivenStays(folder);
    }

    @SuppressWarnings("NullAway.Init")
    private byte[] landed;

    @BeforeEach
    void deliver() throws IOException {
        delivered = stays.deliver(HEADER + rows(40) + "east,P-7,2026-03-01,old,0,1\n");
        landed = Files.readAllBytes(landedFile(delivered));
        assertThat(about()).isEmpty();
    }

    @AfterEach
    void restore() throws IOException {
        Files.write(landedFile(delivered), landed);
    }

    /** What is said about the delivery. */
    private List<String> about() {
        return Trust.verify()
                .out()
                .lines()
                .filter(line -> line.contains(GivenStays.deliveryId(delivered)))
                .toList();
    }

    private void isFound(String code) {
        assertThat(about()).singleElement().asString().endsWith("[" + code + "]");
        assertThat(Trust.verify().exitCode()).isEqualTo(ExitCode.INPUT_HAS_PROBLEMS);
    }

    /** Puts another file in the place of the landed one, and its hash in the manifest. */
    private void forge(String select) throws IOException, SQLException {
        var file = landedFile(delivered);
        var forged = file.resolveSibling("forged.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (" + select.formatted("read_parquet('" + file + "', hive_partitioning = false)")
                    + ") TO '" + forged + "'");
        }
        Files.move(forged, file, StandardCopyOption.REPLACE_EXISTING);
        try (var connection = TestHome.shared().asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE deliveries.delivery_file SET lake_sha256 = '" + Digests.sha256(file)
                    + "' WHERE delivery = '" + GivenStays.deliveryId(delivered) + "'");
        }
    }

    @Test
    void findsNothingWhereAllIsWell() throws IOException, SQLException {
        forge("SELECT * FROM %s");

        assertThat(about()).isEmpty();
    }

    @Test
    void findsAFileThatIsGone() throws IOException {
        Files.delete(landedFile(delivered));

        isFound("file.missing");
    }

    @Test
    void findsAFileOfWhichOneByteChanged() throws IOException {
        var bytes = Files.readAllBytes(landedFile(delivered));
        bytes[bytes.length / 3] ^= 1;
        Files.write(landedFile(delivered), bytes);

        assertThat(about()).isNotEmpty().anyMatch(line -> line.endsWith("[file.changed]"));
    }

    @Test
    void findsAFileThatIsNoParquet() throws IOException {
        Files.writeString(landedFile(delivered), "nothing");

        assertThat(about()).hasSize(2).anyMatch(line -> line.endsWith("[file.unreadable]"));
    }

    @Test
    void findsRowsTooFew() throws IOException, SQLException {
        forge("SELECT * FROM %s LIMIT 39");

        isFound("file.rows");
    }

    @Test
    void findsAPseudonymThatIsNone() throws IOException, SQLException {
        forge("SELECT * REPLACE (CASE WHEN age > 60 THEN patient END AS patient) FROM %s");

        isFound("file.pseudonyms");
    }

    @Test
    void findsAnotherOrganisation() throws IOException, SQLException {
        forge("SELECT * REPLACE ('north' AS organisation) FROM %s");

        isFound("file.organisations");
    }

    @Test
    void findsAnotherColumn() throws IOException, SQLException {
        forge("SELECT *, 1 AS more FROM %s");

        isFound("file.schema");
    }

    @Test
    void findsQuarantineThatIsGone() throws IOException {
        Files.delete(TestHome.shared()
                .path()
                .resolve("quarantine/delivery=" + GivenStays.deliveryId(delivered) + "/episode.csv"));

        isFound("quarantine.missing");
    }

    @Test
    void findsAFileWithoutAManifest() throws IOException {
        var stranger = Files.writeString(landedFile(delivered).resolveSibling("stranger.parquet"), "x");

        isFound("file.no-manifest");
        Files.delete(stranger);
    }

    @Test
    void speaksJson() {
        var run = command("verify", "--home", Trust.home(), "--format", "json");

        assertThat(Json.object(run.out())).containsOnlyKeys("deliveries", "rows", "bytes", "differences");
    }

    @Test
    void refusesAHomeThatIsNone() {
        assertThat(command("verify", "--home", "nowhere-at-all").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(file(1)).isNotEmpty();
    }
}
