// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Files of others are what the list beside them says, and each folder has a licence. */
class VendoredFilesTests {
    private static final Path FOLDER = Path.of("src", "main", "resources", "static", "vendor");
    private static final Pattern ROW = Pattern.compile("\\| (\\S+) \\|.*\\| ([0-9a-f]{64}) \\|");

    private static Map<String, String> listed() throws IOException {
        return ROW.matcher(Files.readString(FOLDER.resolve("VENDORED.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }

    @Test
    void areThoseThatAreListed() throws IOException, NoSuchAlgorithmException {
        for (var file : listed().entrySet()) {
            assertThat(sum(FOLDER.resolve(file.getKey())))
                    .as("%s", file.getKey())
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void areAllListedWithALicence() throws IOException {
        var listed = listed();
        try (var files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(FOLDER::relativize)
                            .filter(file -> !file.getFileName().toString().matches("LICENSE.*|NOTICE|VENDORED.md")))
                    .isNotEmpty()
                    .allSatisfy(file -> {
                        assertThat(listed).containsKey(file.toString().replace('\\', '/'));
                        assertThat(FOLDER.resolve(file).resolveSibling("LICENSE"))
                                .exists();
                    });
        }
    }

    private static String sum(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
