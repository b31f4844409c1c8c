// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.waardeketen.commands.AdjustRun.command;
import static nl.waardeketen.commands.GivenStays.HEADER;
import static nl.waardeketen.commands.GivenStays.file;
import static nl.waardeketen.commands.GivenStays.landedFile;
import static nl.waardeketen.commands.GivenStays.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patients are known by pseudonym only. */
class PseudonymTests {
    private static final String IDENTIFIER = "PATIENT-7788123";

    private final Path folder;
    private final GivenStays stays;

    PseudonymTests(@TempDir Path folder) {
        this.folder = folder;
        stays = new GivenStays(folder);
    }

    private static List<String> pseudonyms(AdjustRun run) {
        return query("SELECT hex(patient) FROM read_parquet('" + landedFile(run) + "')");
    }

    private static byte[] key(String name) throws IOException {
        var file = TestHome.shared().path().resolve("keys").resolve(name + ".key");
        return HexFormat.of().parseHex(Files.readString(file).strip());
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static String row(String hospital, String patient) {
        return hospital + "," + patient + ",2026-02-01,70,0,1\n";
    }

    @Test
    void areTwoKeyedStagesOverTheIdentifier() throws IOException, GeneralSecurityException {
        var run = stays.deliver(HEADER + row("east", IDENTIFIER) + row("east", "é-1"));

        var region = key("region-" + stays.group());
        var first = hmac(region, hmac(key("sender"), "PATIENT7788123".getBytes(UTF_8)));
        var second = hmac(region, hmac(key("sender"), "É1".getBytes(UTF_8)));
        var hex = HexFormat.of().withUpperCase();
        assertThat(pseudonyms(run))
                .containsExactly(hex.formatHex(Arrays.copyOf(first, 16)), hex.formatHex(Arrays.copyOf(second, 16)));
    }

    @Test
    void areTheSameForOnePatientInTwoHospitalsHoweverItIsWritten() {
        var run = stays.deliver(HEADER
                + row("east", "ab-12.34")
                + row("west", "AB1234")
                + row("north", " AB 1234 ")
                + row("west", "AB1235"));

        var found = pseudonyms(run);
        assertThat(found.subList(0, 3)).containsOnly(found.get(0));
        assertThat(found.get(3)).isNotEqualTo(found.get(0));
    }

    @Test
    void areTheSameInALaterDelivery() {
        var first = pseudonyms(stays.deliver(HEADER + row("east", IDENTIFIER)));

        assertThat(pseudonyms(stays.deliver(HEADER + row("west", IDENTIFIER)))).isEqualTo(first);
    }

    @Test
    void areOthersInAnotherDataSet() throws IOException {
        var other = new GivenStays(Files.createDirectory(folder.resolve("other")));
        var text = HEADER + row("east", IDENTIFIER);

        assertThat(pseudonyms(other.deliver(text))).isNotEqualTo(pseudonyms(stays.deliver(text)));
    }

    @Test
    void leaveNoIdentifierAnywhere() throws IOException, SQLException {
        var broken = "east," + IDENTIFIER + ",2026-02-01,seventy,0,1\n";
        var landed = stays.deliver(file(20) + row("east", IDENTIFIER) + broken);
        var refused = stays.deliver(HEADER + row("east", IDENTIFIER) + broken);
        var tooShort = stays.deliver(HEADER + row("east", IDENTIFIER) + "east," + IDENTIFIER + "\n");
        var released = command(
                "release",
                stays.group(),
                "--period",
                "2026Q1",
                "--home",
                TestHome.shared().path().toString());
        try (var connection = TestHome.shared().asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }

        assertThat(landed.out()).startsWith("Landed in part");
        assertThat(refused.out()).startsWith("Not landed");
        assertThat(tooShort.exitCode()).isEqualTo(ExitCode.INPUT_HAS_PROBLEMS);
        assertThat(released.exitCode()).as(released.err()).isEqualTo(ExitCode.DONE);
        for (var run : List.of(landed, refused, tooShort, released)) {
            assertThat(run.out() + run.err()).doesNotContain("7788123");
        }
        assertThat(namesThePatient(folder.resolve("stays.csv"))).isTrue();
        assertThat(TestHome.shared().files(".").stream().filter(Files::isRegularFile))
                .hasSizeGreaterThan(100)
                .noneMatch(PseudonymTests::namesThePatient);
    }

    /** Files of the lake are packed, and so are read as tables as well. */
    private static boolean namesThePatient(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            boolean table = file.toString().endsWith(".parquet");
            var rows = table ? String.join("\n", query("SELECT t FROM read_parquet('" + file + "') t")) : "";
            return text.contains("7788123")
                    || text.contains("7\0007\0008\0008\0001\0002\0003")
                    || rows.contains("7788123");
        } catch (IOException e) {
            // A file of the database that has gone in the meantime.
            return false;
        }
    }
}
