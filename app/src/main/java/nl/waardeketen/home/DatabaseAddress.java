// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a running database listens, on the loopback address.
 *
 * @param version of the program that started it
 */
record DatabaseAddress(int port, String version) {

    static Optional<DatabaseAddress> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() == 2 && lines.get(0).matches("\\d{1,5}")
                ? Optional.of(new DatabaseAddress(Integer.parseInt(lines.get(0)), lines.get(1)))
                : Optional.empty();
    }

    String text() {
        return port + "\n" + version + "\n";
    }
}
