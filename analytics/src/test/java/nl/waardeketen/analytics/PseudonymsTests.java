// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.waardeketen.analytics.DeliveryPlan.Stage;
import nl.waardeketen.analytics.LakeFiles.LeftOut;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pseudonyms over versions of the region's key, and files of the lake that are written anew by them. */
class PseudonymsTests {
    private static final byte[] SENDER = "sender".getBytes(UTF_8);
    private static final byte[] REGION = "region".getBytes(UTF_8);
    private static final byte[] SECOND = "region, second".getBytes(UTF_8);
    private static final byte[] THIRD = "region, third".getBytes(UTF_8);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String STAYS = "hospital,id\nA,1\nB,2\nA,3\nB,1\n";

    private final Scratch scratch = new Scratch();

    @AfterEach
    void close() {
        scratch.close();
    }

    private static byte[] mac(byte[] key, byte[] message) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static byte[] kept(byte[] hash) {
        return Arrays.copyOf(hash, 16);
    }

    private static String secondVersion(String identifier) throws GeneralSecurityException {
        var first = kept(mac(REGION, mac(SENDER, identifier.getBytes(UTF_8))));
        return HEX.formatHex(kept(mac(SECOND, first)));
    }

    private static PseudonymKeys keys(byte[]... later) {
        return new PseudonymKeys(SENDER, REGION, List.of(later));
    }

    private static String of(String patient, PseudonymKeys keys) {
        return Objects.requireNonNull(
                Pseudonyms.of(List.of(patient), Stage.IDENTIFIERS, keys).get(patient));
    }

    @Test
    void areHashesOfTheVersionBefore() throws GeneralSecurityException {
        assertThat(of("ab-1", keys(SECOND))).isEqualTo(secondVersion("AB1"));
    }

    @Test
    void followFromThoseOfTheVersionBefore() {
        var second = of("7", keys(SECOND));

        assertThat(Pseudonyms.next(List.of(second), THIRD)).containsEntry(second, of("7", keys(SECOND, THIRD)));
    }

    @Test
    void areTheSameFromAFirstStageMadeElsewhere() throws GeneralSecurityException {
        var first = HexFormat.of().formatHex(mac(SENDER, "AB1".getBytes(UTF_8)));
        var withoutSender = new PseudonymKeys(new byte[0], REGION, List.of(SECOND));

        assertThat(Pseudonyms.of(List.of(first), Stage.FIRST_STAGE, withoutSender))
                .containsEntry(first, secondVersion("AB1"));
    }

    private List<String> rows(Path file) {
        return Plans.rows(file, List.of("organisation", "hex(patient)"), scratch);
    }

    @Test
    void ofRotatedFilesEqualThoseOfNewDeliveries() throws IOException {
        var landed = Plans.land(STAYS, Plans.of(), scratch, "landed");
        var rotated = scratch.folder().resolve("rotated.parquet");

        LakeFiles.rotated(landed, rotated, SECOND, scratch);

        var keys = new PseudonymKeys(Plans.KEYS.sender(), Plans.KEYS.region(), List.of(SECOND));
        var anew = Pseudonyms.of(List.of("1", "2", "3"), Stage.IDENTIFIERS, keys);
        assertThat(rows(rotated))
                .containsExactly(
                        "A|" + anew.get("1"), "B|" + anew.get("2"), "A|" + anew.get("3"), "B|" + anew.get("1"));
    }

    private List<String> rotatedTexts(String text) throws IOException {
        var kept = Files.writeString(scratch.folder().resolve("rows.csv"), text);
        var rotated = scratch.folder().resolve("rotated.csv");

        LakeFiles.rotatedTexts(kept, rotated, SECOND, scratch);

        return Files.readAllLines(rotated);
    }

    private static String next(String pseudonym) {
        return Objects.requireNonNull(
                Pseudonyms.next(List.of(pseudonym), SECOND).get(pseudonym));
    }

    @Test
    void ofQuarantinedRowsGoAlong() throws IOException {
        var zero = "00".repeat(16);

        assertThat(rotatedTexts("\"line\",\"reasons\",\"id\",\"x\"\n\"2\",\"r\",\"" + zero
                        + "\",\"a,\"\"b\"\"\"\n\"3\",\"r\",,\"" + zero + "\"\n"))
                .containsExactly(
                        "\"line\",\"reasons\",\"id\",\"x\"",
                        "\"2\",\"r\",\"" + next(zero).toLowerCase(Locale.ROOT) + "\",\"a,\"\"b\"\"\"",
                        "\"3\",\"r\",,\"" + zero + "\"");
    }

    @Test
    void ofRowsThatEarlierVersionsQuarantinedGoAlong() throws IOException {
        var zero = "00".repeat(16);

        assertThat(rotatedTexts("record,organisation,patient\n1,A," + zero + "\n"))
                .containsExactly(
                        "\"record\",\"organisation\",\"patient\"",
                        "\"1\",\"A\",\"" + next(zero).toLowerCase(Locale.ROOT) + "\"");
    }

    @Test
    void saysWhatAFileOfTheLakeHolds() throws IOException {
        var landed = Plans.land(STAYS, Plans.of(), scratch, "landed");

        var content = LakeFiles.content(landed, scratch);

        assertThat(content.rows()).isEqualTo(4);
        assertThat(content.broken()).isZero();
        assertThat(content.organisations()).containsExactly("A", "B");
        assertThat(content.columns()).containsEntry("patient", "BLOB").containsEntry("organisation", "VARCHAR");
    }

    @Test
    void leavesRowsOfObjectingPatientsOut() throws IOException {
        var landed = Plans.land(STAYS, Plans.of(), scratch, "landed");
        var one = of("1", Plans.KEYS);
        var ofA = Set.of(new LeftOut("A", one), new LeftOut("", of("9", Plans.KEYS)));
        var ofAll = Set.of(new LeftOut("", one));
        var without = scratch.folder().resolve("without.parquet");

        assertThat(LakeFiles.leftOut(landed, ofA, scratch).rows()).isEqualTo(1);
        assertThat(LakeFiles.leftOut(landed, ofAll, scratch)).isEqualTo(new LakeFiles.Found(2, List.of(one)));
        LakeFiles.without(landed, without, ofA, scratch);

        assertThat(rows(without)).hasSize(3).doesNotContain("A|" + one).contains("B|" + one);
    }

    private String refused(Stage stage, String... patients) throws IOException {
        var text = "hospital,id\nA," + String.join("\nA,", patients) + "\n";
        var file = Files.writeString(scratch.folder().resolve("stays.csv"), text);
        var plan = new DeliveryPlan(List.of(Plans.of(Plans.of(), file, "stays.csv")), List.of(), stage, List.of());
        try (var inner = Scratch.inside(scratch.folder());
                var checked = CheckedDelivery.of(plan, inner)) {
            return checked.report().problems().stream()
                    .filter(problem -> problem.severity() == Severity.STOP)
                    .map(problem -> problem.line() + " " + problem.rule())
                    .collect(Collectors.joining(" "));
        }
    }

    @Test
    void areRefusedWhereStagesAreMixed() throws IOException {
        var hash = "0a".repeat(32);

        assertThat(refused(Stage.FIRST_STAGE, hash, hash)).isEmpty();
        assertThat(refused(Stage.FIRST_STAGE, hash, "12")).isEqualTo("3 patient.not-a-pseudonym");
        assertThat(refused(Stage.FIRST_STAGE, hash, hash + "0")).isEqualTo("3 patient.not-a-pseudonym");
        assertThat(refused(Stage.IDENTIFIERS, "12", hash)).isEqualTo("3 patient.first-stage");
        assertThat(refused(Stage.IDENTIFIERS, "12", "13")).isEmpty();
    }
}
