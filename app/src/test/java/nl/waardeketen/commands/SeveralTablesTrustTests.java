// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static nl.waardeketen.commands.Trust.home;
import static nl.waardeketen.commands.Trust.isDone;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objections, keys, retention and proof of the lake hold for every table of a delivery. */
class SeveralTablesTrustTests {
    private static final List<String> TABLES = List.of("episode", "activity");

    private final Path folder;
    private final GivenStays stays;

    SeveralTablesTrustTests(@TempDir Path folder) {
        this.folder = folder;
        stays = new GivenStays(folder);
        stays.write("mapping.yaml", """
                outcome-set: outcome-set.yaml
                sender: registry
                organisations: register
                organisation: {column: hospital}
                patient: {column: patient_nr}
                tables:
                  episode:
                    file: stays.csv
                    variables:
                      admission: {column: admitted}
                      age: {column: age}
                      died: {column: died}
                      type: {column: kind}
                  activity:
                    file: visits.csv
                    variables:
                      activity: {column: what}
                      started: {column: moment}
                legal-basis: {purpose: test, ground: no-personal-data, retention-months: 12, document: test}
                """);
    }

    private static String visits(int patients) {
        return IntStream.range(0, patients)
                .mapToObj(i -> (i % 2 == 0 ? "east" : "west") + ",P-" + (1000 + i) + ",visit,2026-02-0" + (1 + i % 9)
                        + "T12:00\n")
                .collect(Collectors.joining());
    }

    /** Every table has a row of the patients, and activities also one that breaks a rule. */
    private AdjustRun deliver(int patients, String month) {
        stays.write("stays.csv", GivenStays.file(patients).replace("2026-02", month));
        stays.write(
                "visits.csv",
                "hospital,patient_nr,what,moment\n" + visits(patients).replace("2026-02", month)
                        + "east,P-1001,visit,soon\n");
        var run = stays.deliver(folder);
        assertThat(run.exitCode()).as(run.out() + run.err()).isIn(ExitCode.DONE, ExitCode.INPUT_HAS_PROBLEMS);
        return run;
    }

    private static Path landed(String table, AdjustRun run, String more) {
        return TestHome.shared()
                .path()
                .resolve("lake/" + table + "/delivery=" + GivenStays.deliveryId(run) + more + "/" + table + ".parquet");
    }

    private static List<String> pseudonyms(String table, AdjustRun run, String more) {
        return GivenStays.query(
                "SELECT DISTINCT hex(patient) AS p FROM read_parquet('" + landed(table, run, more) + "') ORDER BY p");
    }

    private static Path quarantine(AdjustRun run) {
        return TestHome.shared().path().resolve("quarantine/delivery=" + GivenStays.deliveryId(run) + "/activity.csv");
    }

    @Test
    void rotateEveryTableAndItsQuarantine() throws IOException {
        var first = deliver(40, "2026-02");
        var before = Files.readAllLines(quarantine(first)).get(1);

        var run = Trust.rotate(stays);
        var second = deliver(40, "2026-05");

        assertThat(run.out()).contains("key version 2, 2 files");
        for (var table : TABLES) {
            assertThat(pseudonyms(table, first, "-key2")).hasSize(40).isEqualTo(pseudonyms(table, second, ""));
            assertThat(landed(table, first, "")).doesNotExist();
        }
        assertThat(Files.readAllLines(quarantine(first)).get(1))
                .isNotEqualTo(before)
                .isEqualTo(Files.readAllLines(quarantine(second)).get(1));
        assertThat(Trust.verify().out()).doesNotContain(GivenStays.deliveryId(first), GivenStays.deliveryId(second));
    }

    @Test
    void leaveAnObjectingPatientOutOfEveryTableAndQuarantine() throws IOException {
        deliver(40, "2026-02");
        isDone(Trust.objection("add", stays.write("objections.txt", "P-1001\n"), stays, "registry"));

        var run = deliver(40, "2026-05");

        assertThat(run.err()).contains("2 rows of patients who object have not landed.");
        for (var table : TABLES) {
            assertThat(pseudonyms(table, run, "")).hasSize(39);
        }
        assertThat(Files.readAllLines(quarantine(run))).hasSize(1);
        assertThat(Trust.all("SELECT rows || ' ' || patients FROM deliveries.left_out WHERE delivery = '"
                        + GivenStays.deliveryId(run) + "'"))
                .containsExactly("2 1");
        isDone(Trust.rotate(stays));
        assertThat(Trust.verify().out()).doesNotContain(GivenStays.deliveryId(run));
    }

    @Test
    void areAllVerified() throws IOException {
        var run = deliver(40, "2026-02");
        var file = landed("activity", run, "");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 1;
        Files.write(file, bytes);

        assertThat(Trust.verify().out())
                .contains("lake/activity/delivery=" + GivenStays.deliveryId(run) + "/activity.parquet")
                .contains("[file.changed]")
                .doesNotContain("lake/episode/delivery=" + GivenStays.deliveryId(run));
        bytes[bytes.length / 3] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void areAllTakenOutWhenRetentionIsOver() {
        var run = deliver(40, "2026-02");
        isDone(Trust.rotate(stays));
        isDone(Trust.basis(stays, "registry", "--until", "2020-01-01"));

        isDone(command("retention", "run", "--home", home()));

        for (var table : TABLES) {
            assertThat(landed(table, run, "-key2").getParent()).doesNotExist();
        }
        assertThat(quarantine(run).getParent()).doesNotExist();
        assertThat(Trust.verify().out()).doesNotContain(GivenStays.deliveryId(run));
    }
}
