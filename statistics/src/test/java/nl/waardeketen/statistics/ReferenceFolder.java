// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Third-party data with known answers, which are not part of this repository: the folder {@code shared/reference-data}
 * beside it, or the one that the system property {@code waardeketen.reference-data} names.
 */
final class ReferenceFolder {
    private static final Path BESIDE_REPOSITORY = Path.of("..", "shared", "reference-data");

    private ReferenceFolder() {}

    /** A table of a case; without the folder the test is skipped. */
    static ReferenceTable table(String folder, String file) {
        var path = root().resolve(folder);
        assumeTrue(
                Files.isDirectory(path),
                () -> "no reference data at " + path.toAbsolutePath().normalize());
        return ReferenceTable.of(path.resolve(file));
    }

    private static Path root() {
        var named = System.getProperty("waardeketen.reference-data");
        return named == null ? repository().resolve(BESIDE_REPOSITORY) : Path.of(named);
    }

    /** The nearest folder, from the working directory upwards, that holds the Maven wrapper. */
    static Path repository() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "not inside the repository: " + Path.of("").toAbsolutePath());
    }
}
