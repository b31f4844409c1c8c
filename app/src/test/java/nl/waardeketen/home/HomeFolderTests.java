// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import nl.waardeketen.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTests {
    private static final DatabaseAddress ADDRESS = new DatabaseAddress(5432, "1");

    private final Path folder;

    HomeFolderTests(@TempDir Path parent) {
        folder = parent.resolve("some/home");
    }

    private void refused(Path path, String code) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> HomeFolder.open(path, true).close())
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void isMadeForItsOwnerOnly() throws IOException {
        try (var home = HomeFolder.open(folder, false)) {
            assertThat(home.owned()).isTrue();
            assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void isSharedWithASecondWhoDoesNotServe() throws IOException {
        try (var first = HomeFolder.open(folder, true)) {
            first.publish(ADDRESS);

            try (var second = HomeFolder.open(folder, false)) {
                assertThat(second.owned()).isFalse();
                assertThat(second.address()).contains(ADDRESS);
            }

            assertThat(first.address()).as("after the second has left").contains(ADDRESS);
        }
    }

    @Test
    void isServedOnce() throws IOException {
        try (var first = HomeFolder.open(folder, true)) {
            first.publish(ADDRESS);

            refused(folder, "home.served");
        }
    }

    @Test
    void isFreeAgainAfterItsOwnerLeft() throws IOException {
        try (var first = HomeFolder.open(folder, true)) {
            first.publish(ADDRESS);
        }

        try (var second = HomeFolder.open(folder, true)) {
            assertThat(second.owned()).isTrue();
            assertThat(second.address()).isEmpty();
        }
    }

    @Test
    void forgetsWhereTheDatabaseOfAKilledProcessListened() throws IOException {
        HomeFolder.open(folder, true).close();
        Files.writeString(folder.resolve("run"), ADDRESS.text());

        try (var home = HomeFolder.open(folder, false)) {
            assertThat(home.owned()).isTrue();
            assertThat(home.address()).isEmpty();
        }
    }

    @Test
    void showsWhereItsDatabaseListensToItsOwnerOnly() throws IOException {
        try (var home = HomeFolder.open(folder, true)) {
            home.publish(ADDRESS);

            assertThat(Files.getPosixFilePermissions(folder.resolve("run")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void isNoFolderThatHoldsSomethingElse() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("thesis.txt"), "mine");

        refused(folder, "home.not-one");
        assertThat(folder).isDirectoryContaining("glob:**thesis.txt");
        try (var files = Files.list(folder)) {
            assertThat(files.toList()).isEqualTo(List.of(folder.resolve("thesis.txt")));
        }
    }

    @Test
    void isNoFile() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "mine");

        refused(folder, "home.not-one");
        assertThat(folder).content().isEqualTo("mine");
    }

    @Test
    void mayBeAnEmptyFolder() throws IOException {
        Files.createDirectories(folder);

        try (var home = HomeFolder.open(folder, true)) {
            assertThat(home.owned()).isTrue();
        }
    }
}
