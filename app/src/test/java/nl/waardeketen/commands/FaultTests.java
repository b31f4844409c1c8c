// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTests {
    private final StringWriter err = new StringWriter();
    private final int exitCode = Fault.report(
            new IllegalStateException("secret of patient 7", new IOException("another secret")), new PrintWriter(err));

    private Path details() {
        var name = Pattern.compile("with the file (\\S+),").matcher(err.toString());
        assertThat(name.find()).as(err.toString()).isTrue();
        return Path.of(name.group(1));
    }

    @AfterEach
    void removeDetails() throws IOException {
        Files.delete(details());
    }

    @Test
    void endsWithItsOwnExitCode() {
        assertThat(exitCode).isEqualTo(ExitCode.INTERNAL_FAULT);
    }

    @Test
    void showsAReferenceNumberAndNoMessage() {
        assertThat(err.toString()).containsPattern("Reference W-[0-9a-f]{8}\\.").doesNotContain("secret");
    }

    @Test
    void writesWhereItHappenedAndNoMessage() {
        assertThat(details())
                .content()
                .contains("java.lang.IllegalStateException", "java.io.IOException", "FaultTests")
                .doesNotContain("secret");
    }

    @Test
    void writesForTheOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(details())))
                .isEqualTo("rw-------");
    }
}
