// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static nl.waardeketen.commands.GivenStays.HEADER;
import static nl.waardeketen.commands.GivenStays.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a delivery may go as a whole, changed by its sender with a reason, and what stands beside it. */
class ThresholdsTests {
    private static final String BROKEN = "east,P-1,2026-02-01,seventy,0,1\n";

    private final Path folder;
    private final GivenStays stays;

    ThresholdsTests(@TempDir Path folder) {
        this.folder = folder;
        stays = new GivenStays(folder);
    }

    private static String home() {
        return TestHome.shared().path().toString();
    }

    private AdjustRun set(String threshold, String... more) {
        var arguments = new ArrayList<>(List.of(
                "thresholds",
                "set",
                "--home",
                home(),
                "--organisation",
                "registry",
                "--set",
                stays.group(),
                "--threshold",
                threshold));
        arguments.addAll(List.of(more));
        return command(arguments.toArray(String[]::new));
    }

    private AdjustRun check(String text, String... more) {
        var arguments = new ArrayList<>(List.of(
                "check",
                stays.write("stays.csv", text).toString(),
                "--mapping",
                folder.resolve("mapping.yaml").toString()));
        arguments.addAll(List.of(more));
        return command(arguments.toArray(String[]::new));
    }

    @Test
    void letsADeliveryLandThatWentTooFarBefore() {
        stays.deliver(HEADER + rows(4));
        var text = HEADER + rows(9).replace("2026-02", "2026-03") + BROKEN;
        assertThat(stays.refused(text)).last().asString().endsWith("[delivery.too-many-broken]");

        var changed = set("broken.episode", "--limit", "0.2", "--reason", "new system");
        var run = stays.deliver(text);

        assertThat(changed.out()).startsWith("Changed: registry, ").contains("broken.episode 0.2");
        assertThat(run.out()).startsWith("Landed in part");
        assertThat(run.err()).contains("threshold broken.episode: 0.2 instead of 0.05", "new system");
        assertThat(command("thresholds", "list", "--home", home(), "--organisation", "registry", "--set", stays.group())
                        .out())
                .contains("broken.episode: 0.2 [stop], agreed 0.05; changed ", "unchanged.episode.age: 0.98 [note]");
    }

    @Test
    void goesBackToWhatIsAgreed() {
        stays.deliver(HEADER + rows(4));
        set("broken.episode", "--limit", "0.2", "--reason", "new system");

        set("broken.episode", "--reason", "repaired");

        assertThat(stays.refused(HEADER + rows(9).replace("2026-02", "2026-03") + BROKEN))
                .last()
                .asString()
                .endsWith("[delivery.too-many-broken]");
    }

    @ParameterizedTest
    @CsvSource({
        "broken.episode, 1.1, why, threshold.limit",
        "broken.episode, -0.1, why, threshold.limit",
        "broken.episode, 0.1, ' ', threshold.reason",
        "broken.nothing, 0.1, why, threshold.unknown"
    })
    void refusesWhatCannotBe(String threshold, String limit, String reason, String code) {
        stays.deliver(HEADER + rows(4));

        var run = set(threshold, "--limit", limit, "--reason", reason);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_HAS_PROBLEMS);
        assertThat(run.err()).contains("[" + code + "]");
    }

    @Test
    void isNobodyElsesToChangeOrToSee() throws SQLException {
        stays.deliver(HEADER + rows(4));
        set("broken.episode", "--limit", "0.2", "--reason", "new system");

        try (var connection = TestHome.shared().as("east");
                var statement = connection.createStatement()) {
            var seen = statement.executeQuery("SELECT count(*) FROM deliveries.threshold_change");
            assertThat(seen.next() && seen.getInt(1) == 0).isTrue();
        }
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> {
            try (var connection = TestHome.shared().as("east");
                    var statement = connection.createStatement()) {
                statement.execute("INSERT INTO deliveries.threshold_change VALUES ('registry', '" + stays.group()
                        + "', 'broken.episode', now(), 'x', 1, 'mine')");
            }
        });
    }

    @Test
    void standsBesideTheDeliveryBefore() throws IOException {
        stays.deliver(HEADER + rows(60));
        var older = HEADER + rows(60).replace("2026-02", "2026-05").replaceAll(",(6|7|8)(\\d),([01]),", ",11$2,$3,");
        var page = folder.resolve("report.html");

        var run = check(older, "--home", home(), "--html", page.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("stays.csv: age: the mean: ", "[delivery.jump]");
        assertThat(Files.readString(page))
                .contains("Opvallend anders dan in de vorige aanlevering", "<html", "lang=\"nl\"")
                .doesNotContain("P-1001");
    }

    @Test
    void tellsWhatACorrectionDoesToTheIndicators() {
        stays.deliver(HEADER + rows(10));

        var run = check(HEADER + rows(10).replaceFirst(",0,1\n", ",1,1\n"), "--home", home());

        assertThat(run.out())
                .contains(
                        "0 episodes added, 1 changed, 0 gone, 9 the same.", "DEATH: 0.5000 of 10 becomes 0.6000 of 10");
    }

    @Test
    void stopsAtServiceNumbersInColumnsThatAreNotDelivered() {
        var text = (HEADER + rows(3)).replaceFirst("kind\n", "kind,remark\n").replaceAll("(?m)(,[12])$", "$1,nothing");

        var sound = check(text);
        var run = check(text.replaceFirst(",nothing\n(.*),nothing", ",nothing\n$1,see 111222333 too"));

        assertThat(sound.exitCode()).as(sound.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_HAS_PROBLEMS);
        assertThat(run.err())
                .contains("stays.csv:3: remark: ", "[identifier.bsn]")
                .doesNotContain("111222333");
    }

    /** One in eleven stands the eleven-test. */
    @Test
    void takesNumbersOfAnotherKindForWhatTheyAre() {
        var numbered = new StringBuilder("hospital,patient_nr,admitted,age,died,kind,case\n");
        int number = 100_000_000;
        for (var row : rows(60).lines().toList()) {
            numbered.append(row).append(',').append(number).append('\n');
            number += 7;
        }

        assertThat(check(numbered.toString()).exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void stopsAtPseudonymsOfQuarantine() {
        var text = """
                line,reasons,hospital,patient_nr,admitted,age,died,kind
                5,age,east,0F3A55D2C1B04E8E9A77F0C2D3E4F501,2026-02-01,70,0,1
                """;

        assertThat(check(text).err()).contains("[patient.from-quarantine]");
        assertThat(check(text.replace("0F3A55D2C1B04E8E9A77F0C2D3E4F501", "P-7"))
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
    }
}
