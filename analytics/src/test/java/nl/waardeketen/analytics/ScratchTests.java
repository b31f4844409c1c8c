// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import nl.waardeketen.statistics.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTests {
    private static final CohortColumns DEATHS =
            new CohortColumns("hospital", "died", Kind.PROPORTION, null, null, null, List.of(), null);

    @Test
    void isForItsOwnerOnly() throws IOException {
        try (var scratch = new Scratch()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scratch.folder())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void keepsCopies() throws IOException {
        try (var scratch = new Scratch()) {
            var copy = scratch.copy(new ByteArrayInputStream("text".getBytes(UTF_8)), "copy.csv");

            assertThat(copy).hasParent(scratch.folder()).hasContent("text");
        }
    }

    @Test
    void isGoneAfterwardsWithAllItHolds() throws IOException {
        var scratch = new Scratch();
        Files.writeString(
                Files.createDirectories(scratch.folder().resolve("deep/er")).resolve("file"), "text");

        scratch.close();

        assertThat(scratch.folder()).doesNotExist();
    }

    @Test
    void liesInsideAFolderWhenAsked(@TempDir Path parent) throws IOException {
        try (var scratch = Scratch.inside(parent)) {
            assertThat(scratch.folder()).hasParent(parent);
        }

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void closesTwice() {
        var scratch = new Scratch();
        scratch.close();

        assertThat(scratch.folder()).doesNotExist();
    }

    @Test
    void isGoneAfterARefusalOfARewrittenFile(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("input.csv"), "\uFEFFhospital,died\nA,many\n".getBytes(UTF_16LE));
        var scratch = new Scratch();

        assertThatThrownBy(() -> {
                    try (scratch) {
                        CohortReader.read(file, "input.csv", DEATHS, scratch);
                    }
                })
                .isInstanceOf(InvalidInput.class);

        assertThat(scratch.folder()).doesNotExist();
    }

    @Test
    void leavesTheFileItselfAlone(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("input.csv"), "sep=,\nhospital,died\nA,1\n");
        try (var scratch = new Scratch()) {
            CohortReader.read(file, "input.csv", DEATHS, scratch);
        }

        assertThat(file).hasContent("sep=,\nhospital,died\nA,1\n");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }
}
