// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static nl.waardeketen.commands.GivenStays.HEADER;
import static nl.waardeketen.commands.GivenStays.file;
import static nl.waardeketen.commands.GivenStays.landedRows;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hospital makes the first stage itself: no identifier leaves the house, and pseudonyms are the same. */
class FirstStageDeliveryTests {
    private final Path folder;
    private final GivenStays stays;
    private final Path key;

    FirstStageDeliveryTests(@TempDir Path folder) {
        this.folder = folder;
        stays = new GivenStays(folder);
        key = folder.resolve("senders.key");
    }

    /** The hospital has the senders' key of the region. */
    @BeforeEach
    void shareTheKey() throws IOException {
        new GivenStays(Files.createDirectory(folder.resolve("first"))).deliver(file(2));
        Files.copy(TestHome.shared().path().resolve("keys/sender.key"), key);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    private AdjustRun pseudonymise(String text, String... more) {
        var arguments = new ArrayList<>(List.of(
                "pseudonymise",
                stays.write("raw.csv", text).toString(),
                "--patient",
                "patient_nr",
                "--out",
                folder.resolve("stays.csv").toString(),
                "--key",
                key.toString()));
        arguments.addAll(List.of(more));
        return command(arguments.toArray(String[]::new));
    }

    private void mapFirstStages() {
        stays.write(
                "mapping.yaml",
                GivenStays.mapping().replace("{column: patient_nr}", "{column: patient_nr, stage: first}"));
    }

    @Test
    void givesTheSamePseudonymsAsIdentifiersDo() throws IOException, SQLException {
        var named = landedRows(stays.deliver(file(20)));
        Files.delete(folder.resolve("stays.csv"));
        mapFirstStages();

        var run = pseudonymise(file(20).replace("2026-02", "2026-05"));
        var landed = stays.deliver(folder.resolve("stays.csv"));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).endsWith("stays.csv, 20 rows, 20 patients.\n");
        assertThat(Files.readString(folder.resolve("stays.csv"))).doesNotContain("P-10", "P10");
        assertThat(landedRows(landed))
                .isEqualTo(named.stream()
                        .map(row -> row.replace("2026-02", "2026-05"))
                        .toList());
        assertThat(onReceipt(landed)).isEqualTo("f");
    }

    private static String onReceipt(AdjustRun run) throws SQLException {
        try (var connection = TestHome.shared().asSuperuser();
                var statement = connection.createStatement();
                var answer =
                        statement.executeQuery("SELECT first_stage_on_receipt FROM deliveries.delivery WHERE id = '"
                                + GivenStays.deliveryId(run) + "'")) {
            answer.next();
            return answer.getString(1);
        }
    }

    @Test
    void isRefusedWhereStagesAreMixed() throws IOException {
        pseudonymise(file(20));
        mapFirstStages();

        var mixed = Files.readString(folder.resolve("stays.csv")) + "east,P-77,2026-02-01,70,0,1\n";

        assertThat(stays.refused(mixed))
                .singleElement()
                .asString()
                .contains("stays.csv:22: ", "[patient.not-a-pseudonym]");
    }

    @Test
    void isRefusedWhereTheMappingSaysNothingOfIt() throws IOException {
        pseudonymise(file(20));

        assertThat(stays.refused(folder.resolve("stays.csv")))
                .first()
                .asString()
                .contains("stage: first", "[patient.first-stage]");
    }

    @Test
    void writesNothingWhereSomethingIsWrong() {
        var run = pseudonymise(HEADER + "east,,2026-02-01,70,0,1\nwest,P-2,123456782,70,0,1\n");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_HAS_PROBLEMS);
        assertThat(run.err()).contains("raw.csv:2: patient_nr", "raw.csv:3: admitted", "[identifier.bsn]");
        assertThat(run.err()).doesNotContain("123456782");
        assertThat(folder.resolve("stays.csv")).doesNotExist();
    }

    @Test
    void writesOverNothing() {
        stays.write("stays.csv", "precious");

        var run = pseudonymise(file(2));

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(folder.resolve("stays.csv")).hasContent("precious");
    }

    @Test
    void takesNoKeyThatOthersCanRead() throws IOException {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));

        assertThat(pseudonymise(file(2)).err()).endsWith("[key.open]\n");
    }

    @Test
    void takesNoShortKey() throws IOException {
        Files.writeString(key, "0a".repeat(15));

        assertThat(pseudonymise(file(2)).err()).endsWith("[key.short]\n").doesNotContain("0a0a");
    }

    @Test
    void makesAKeyThatOnlyItsOwnerCanRead() throws IOException {
        var made = folder.resolve("new.key");

        assertThat(command("keys", "new", made.toString()).exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(made)).matches("[0-9a-f]{64}\n");
        assertThat(command("keys", "new", made.toString()).err()).endsWith("[key.there]\n");
    }

    @Test
    void doesAWholePackage() throws IOException {
        var region = folder.resolve("region");
        command(
                "sample",
                "--out",
                region.toString(),
                "--hospitals",
                "2",
                "--quarters",
                "1",
                "--episodes-per-quarter",
                "20");
        try (var folders = Files.list(region)) {
            var from = folders.filter(Files::isDirectory).findFirst().orElseThrow();
            var to = folder.resolve("first-stage");

            var run = command(
                    "pseudonymise",
                    from.toString(),
                    "--package",
                    "--patient",
                    "patient",
                    "--out",
                    to.toString(),
                    "--key",
                    key.toString());

            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
            assertThat(Files.readString(to.resolve("datapackage.json"))).contains("\"patients\" : \"first-stage\"");
            assertThat(command("check", to.toString()).out()).startsWith("Checked: episode.csv, ");
            assertThat(Files.readAllLines(to.resolve("episode.csv")).get(1)).containsPattern("[0-9a-f]{64}");
        }
    }
}
