// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen;

import static nl.waardeketen.HomeProcess.databaseOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Serving a home folder, beside others and after them. */
class ServedHomeIT {
    private final Path folder;
    private final Path home;

    ServedHomeIT(@TempDir Path folder) {
        this.folder = folder;
        home = folder.resolve("home");
    }

    @AfterEach
    void leaveNoDatabaseBehind() throws IOException {
        databaseOf(home).ifPresent(ProcessHandle::destroy);
    }

    private HomeProcess serve() throws IOException {
        return HomeProcess.start(folder, "serve", "--home", home.toString(), "--port", "0");
    }

    private HomeProcess serving() throws IOException, InterruptedException {
        var serving = serve();
        assertThat(serving.reaches(() -> serving.says("Serving ")))
                .as(serving.err())
                .isTrue();
        return serving;
    }

    @Test
    void servesOnceAndShowsTheFirstAccountOnce() throws IOException, InterruptedException {
        var first = serving();
        assertThat(first.out())
                .containsPattern(
                        "(?m)^First account: beheer, password ([a-z2-9]{5}-){3}[a-z2-9]{5} \\(shown only now\\)$");

        var second = serve();
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.out()).isEmpty();
        assertThat(second.err()).endsWith("[home.served]\n");
        assertThat(databaseOf(home)).isPresent();

        assertThat(first.stop()).isEqualTo(128 + 15);
        assertThat(databaseOf(home)).as("after a request to stop").isEmpty();
        assertThat(home.resolve("run")).doesNotExist();

        var later = serving();
        assertThat(later.out()).doesNotContain("account").doesNotContain("password");
        later.kill();
        assertThat(databaseOf(home)).as("after a kill").isPresent();

        var afterAKill = serving();
        assertThat(afterAKill.out()).doesNotContain("password");
        afterAKill.stop();
        assertThat(databaseOf(home)).isEmpty();
    }
}
