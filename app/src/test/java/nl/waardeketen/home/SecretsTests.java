// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.IntStream;
import nl.waardeketen.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTests {
    private static final String GIVEN = "0f".repeat(32);

    private final Path folder;
    private final Secrets secrets;

    SecretsTests(@TempDir Path folder) {
        this.folder = folder;
        secrets = new Secrets(folder, Map.of());
    }

    @Test
    void makesAKeyOfThirtyTwoBytesForItsOwnerOnly() throws IOException {
        var key = secrets.key("sender");

        assertThat(key).hasSize(32);
        assertThat(folder.resolve("sender.key"))
                .hasContent(HexFormat.of().formatHex(key))
                .satisfies(file -> assertThat(Files.getPosixFilePermissions(file))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------")));
    }

    @Test
    void makesEveryKeyAnother() {
        assertThat(secrets.key("sender")).isNotEqualTo(secrets.key("region-a"));
    }

    @Test
    void keepsAKey() {
        var key = secrets.key("sender");

        assertThat(new Secrets(folder, Map.of()).key("sender")).isEqualTo(key);
    }

    @Test
    void tellsWhichFilesItMade() {
        secrets.key("sender");
        secrets.key("sender");

        assertThat(secrets.created()).containsExactly(folder.resolve("sender.key"));
        var later = new Secrets(folder, Map.of());
        later.key("sender");
        assertThat(later.created()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------"})
    void refusesAKeyThatIsOpenToOthersOrRuns(String permissions) throws IOException {
        secrets.key("sender");
        Files.setPosixFilePermissions(folder.resolve("sender.key"), PosixFilePermissions.fromString(permissions));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> secrets.key("sender"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("key.open"));
    }

    @Test
    void prefersTheEnvironment() {
        secrets.key("region-hip-fracture");
        var given = new Secrets(folder, Map.of("WAARDEKETEN_KEY_REGION_HIP_FRACTURE", GIVEN));

        assertThat(given.key("region-hip-fracture")).isEqualTo(HexFormat.of().parseHex(GIVEN));
    }

    @Test
    void makesNoFileForAKeyOfTheEnvironment() {
        new Secrets(folder, Map.of("WAARDEKETEN_KEY_SENDER", GIVEN)).key("sender");

        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "0f0f", "zz"})
    void refusesWhatIsNoKeyWithoutRepeatingIt(String text) {
        var given = new Secrets(folder, Map.of("WAARDEKETEN_KEY_SENDER", text));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> given.key("sender"))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("key.unreadable");
                    assertThat(refused.arguments().toString()).isEqualTo("[WAARDEKETEN_KEY_SENDER, 32]");
                });
    }

    @Test
    void refusesAFileThatIsNoKey() throws IOException {
        OwnerOnly.write(folder.resolve("sender.key"), "mine");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> secrets.key("sender"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("key.unreadable"));
    }

    @Test
    void makesPasswordsThatAPersonCanType() {
        assertThat(IntStream.range(0, 200).mapToObj(i -> secrets.newPassword()))
                .doesNotHaveDuplicates()
                .allMatch(password -> password.matches("([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}"));
    }

    @Test
    void givesPasswordsOfProgramsAsHexadecimals() {
        assertThat(secrets.password("database")).matches("[0-9a-f]{64}").isEqualTo(secrets.password("database"));
    }
}
