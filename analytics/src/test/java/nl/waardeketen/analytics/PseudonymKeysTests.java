// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymKeysTests {
    private static final HexFormat HEX = HexFormat.of();

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 4231 §4.2 to §4.5; its longer keys are no keys here. */
    @ParameterizedTest
    @CsvSource({
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 4869205468657265,"
                + " b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "4a656665, 7768617420646f2079612077616e7420666f72206e6f7468696e673f,"
                + " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,"
                + " dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd,"
                + " 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
        "0102030405060708090a0b0c0d0e0f10111213141516171819,"
                + " cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd,"
                + " 82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
    })
    void givesWhatTheStandardGives(String key, String message, String expected) {
        assertThat(HEX.formatHex(new KeyedHash(HEX.parseHex(key)).of(HEX.parseHex(message))))
                .isEqualTo(expected);
    }

    @Test
    void givesWhatTheLibraryGivesForKeysOfEveryLength() {
        var random = new Random(4231);
        for (int length = 1; length <= 64; length++) {
            var key = new byte[length];
            var message = new byte[random.nextInt(200)];
            random.nextBytes(key);
            random.nextBytes(message);

            assertThat(new KeyedHash(key).of(message)).isEqualTo(mac(key, message));
        }
    }

    private static Map<String, String> pseudonyms(PseudonymKeys keys, String... patients) {
        return Pseudonyms.of(List.of(patients), DeliveryPlan.Stage.IDENTIFIERS, keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000123456", "7", "É1", "Ł\u0001", "\uD83D\uDE00", "+-+"})
    void makesAPseudonymInTwoKeyedStagesAndKeepsItsFirst16Bytes(String patient) {
        var sender = "key of the senders".getBytes(UTF_8);
        var region = "key of the region".getBytes(UTF_8);

        var pseudonym = pseudonyms(new PseudonymKeys(sender, region), patient).get(patient);

        var expected = mac(region, mac(sender, patient.replace("-", "").getBytes(UTF_8)));
        assertThat(pseudonym).isEqualToIgnoringCase(HEX.formatHex(expected, 0, 16));
    }

    @Test
    void takesTheSamePatientWrittenOtherwiseForTheSame() {
        var keys = new PseudonymKeys(new byte[] {1}, new byte[] {2});

        var pseudonyms = pseudonyms(keys, "ab 123.456-78", "AB12345678", "AB012345678", "1");

        assertThat(pseudonyms.get("ab 123.456-78")).isEqualTo(pseudonyms.get("AB12345678"));
        assertThat(pseudonyms.values()).doesNotContainNull();
        assertThat(pseudonyms.values().stream().distinct()).hasSize(3);
    }

    @Test
    void givesOtherPseudonymsUnderOtherKeys() {
        var one = new byte[] {1};
        var other = new byte[] {2};

        assertThat(List.of(
                        pseudonyms(new PseudonymKeys(one, one), "7"),
                        pseudonyms(new PseudonymKeys(one, other), "7"),
                        pseudonyms(new PseudonymKeys(other, one), "7")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65})
    void hasKeysOf1To64Bytes(int length) {
        assertThatThrownBy(() -> new PseudonymKeys(new byte[length], new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PseudonymKeys(new byte[1], new byte[length]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsNothingOfItsKeys() {
        assertThat(new PseudonymKeys(new byte[] {7}, new byte[] {8})).hasToString("PseudonymKeys");
    }
}
