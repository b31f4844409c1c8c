// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static nl.waardeketen.commands.GivenStays.HEADER;
import static nl.waardeketen.commands.GivenStays.deliveryId;
import static nl.waardeketen.commands.GivenStays.file;
import static nl.waardeketen.commands.GivenStays.landedRows;
import static nl.waardeketen.commands.GivenStays.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries of a hospital's own file, beside a program that serves the same home. */
class DeliverCommandTests {
    private final GivenStays stays;

    DeliverCommandTests(@TempDir Path folder) {
        stays = new GivenStays(folder);
    }

    private static Path quarantine(AdjustRun run) {
        return TestHome.shared().path().resolve("quarantine").resolve("delivery=" + deliveryId(run));
    }

    @Test
    void landsAFileWithoutProblems() {
        var run = stays.deliver(file(20));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).startsWith("Landed: stays.csv, 20 rows, delivery ");
        assertThat(landedRows(run))
                .hasSize(20)
                .first()
                .asString()
                .startsWith("east|")
                .endsWith("|2026-02-01|60|false|1");
        assertThat(quarantine(run)).doesNotExist();
    }

    @Test
    void saysWhichKeysItMade() {
        assertThat(stays.deliver(file(2)).err())
                .contains("Made the key file " + TestHome.shared().path() + "/keys/region-" + stays.group() + ".key")
                .contains("Keep a copy elsewhere");
    }

    @Test
    void leavesNothingInTheStagingFolder() {
        stays.deliver(file(2));

        assertThat(TestHome.shared().path().resolve("staging")).isEmptyDirectory();
    }

    @Test
    void landsTheSameFileOnce() {
        var first = stays.deliver(file(20));
        var before = TestHome.shared().landed();

        var second = stays.deliver(file(20));

        assertThat(second.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(second.out())
                .isEqualTo("Already there: stays.csv landed before, as delivery " + deliveryId(first) + ".\n");
        assertThat(TestHome.shared().landed()).isEqualTo(before);
    }

    @Test
    void keepsRowsThatBreakARuleInQuarantine() throws IOException {
        var run = stays.deliver(file(20) + "east,P-9,2026-02-01,seventy,0,1\n");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_HAS_PROBLEMS);
        assertThat(run.err().lines())
                .contains(
                        "stays.csv:22: age \"seventy\": this is not a number; repair or empty it  [value.not-a-number]");
        assertThat(run.out()).startsWith("Landed in part: stays.csv, 20 rows, ").endsWith("; 1 row in quarantine.\n");
        assertThat(landedRows(run)).hasSize(20);
        assertThat(Files.readString(quarantine(run).resolve("episode.csv")))
                .contains("seventy", "age: value.not-a-number")
                .doesNotContain("P-9");
    }

    @Test
    void landsAtFivePercentOfBrokenRows() {
        var run = stays.deliver(file(19) + "east,P-9,2026-02-01,seventy,0,1\n");

        assertThat(run.out()).startsWith("Landed in part: stays.csv, 19 rows, ");
    }

    @Test
    void landsNothingAboveFivePercentOfBrokenRows() {
        assertThat(stays.refused(file(18) + "east,P-9,2026-02-01,seventy,0,1\n"))
                .containsExactly(
                        "stays.csv:20: age \"seventy\": this is not a number; repair or empty it  [value.not-a-number]",
                        "stays.csv: 1 of 19 rows break a rule, 5.3%, more than 5%; nothing has landed; repair what is listed and"
                                + " deliver again  [delivery.too-many-broken]");
    }

    @Test
    void listsEveryRuleThatIsBrokenWithItsPlace() {
        var text = HEADER
                + "east,P-1,2026-02-30,70,0,1\n"
                + "east,P-2,2026-02-01,70.5,0,1\n"
                + "east,P-3,2026-02-01,-1,0,1\n"
                + "east,P-4,2026-02-01,121,0,1\n"
                + "east,P-5,2026-02-01,70,perhaps,1\n"
                + "east,P-6,2026-02-01,70,0,3\n"
                + "east,P-7,,70,0,1\n"
                + "east,,2026-02-01,70,0,1\n"
                + ",P-8,2026-02-01,70,0,1\n";

        assertThat(stays.refused(text).stream().map(DeliverCommandTests::placeAndRule))
                .containsExactly(
                        "stays.csv:2: admitted \"2026-02-30\" [value.not-a-date]",
                        "stays.csv:3: age \"70.5\" [value.not-whole]",
                        "stays.csv:4: age \"-1\" [value.too-low]",
                        "stays.csv:5: age \"121\" [value.too-high]",
                        "stays.csv:6: died \"perhaps\" [value.not-a-flag]",
                        "stays.csv:7: kind \"3\" [value.unknown-code]",
                        "stays.csv:8: admitted [value.missing]",
                        "stays.csv:9: patient_nr [patient.missing]",
                        "stays.csv:10: hospital [organisation.missing]",
                        "stays.csv [delivery.too-many-broken]");
    }

    private static String placeAndRule(String line) {
        return line.replaceAll("^(\\S+:\\d+: \\S+( \".*?\")?|\\S+): .*(\\[.*])$", "$1 $3");
    }

    @Test
    void translatesCodesOfTheMapping() {
        stays.write(
                "mapping.yaml",
                GivenStays.mapping()
                        .replace("{column: kind}", "{column: kind, codes: {planned: \"1\", emergency: \"2\"}}"));

        var run = stays.deliver(HEADER + "east,P-1,2026-02-01,70,0,planned\neast,P-2,2026-02-01,70,1,emergency\n");

        assertThat(landedRows(run).stream().map(row -> row.substring(row.length() - 1)))
                .containsExactly("1", "2");
    }

    @Test
    void keepsValuesThatAreNotThereEmpty() {
        var run = stays.deliver(HEADER + "east,P-1,2026-02-01,,,\n" + rows(1));

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(landedRows(run).get(0)).endsWith("|2026-02-01");
    }

    @Test
    void refusesOrganisationsThatAreNotKnown() {
        stays.write(
                "mapping.yaml",
                GivenStays.mapping()
                        .replace("organisations: register\n", "")
                        .replace("sender: registry", "sender: spil"));

        assertThat(stays.refused(HEADER + "nowhere,P-1,2026-02-01,70,0,1\nnowhere,P-2,2026-02-01,70,0,1\n"))
                .containsExactly(
                        "stays.csv:2: organisation \"nowhere\": this organisation is not known here (2 rows); have"
                                + " it entered first (waardeketen organisations), or let the mapping say organisations: register  [organisation.unknown]");
    }

    @Test
    void refusesAChangedOutcomeSetOfTheSameVersion() {
        stays.deliver(file(2));
        stays.write("outcome-set.yaml", GivenStays.outcomeSet(stays.group()).replace("[0, 120]", "[0, 130]"));

        assertThat(stays.refused(HEADER + "east,P-9001,2026-02-01,70,0,1\n"))
                .singleElement()
                .asString()
                .endsWith("[outcome-set.changed]");
    }

    @Test
    void needsADeliveryThatIsThere() {
        var run =
                command("deliver", "nowhere", "--home", TestHome.shared().path().toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_HAS_PROBLEMS);
        assertThat(run.err()).isEqualTo("nowhere: it does not exist; check the path  [delivery.not-found]\n");
    }
}
