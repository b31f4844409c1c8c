// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that must be on disk before a manifest names them. */
final class DeliveryFiles {
    private DeliveryFiles() {}

    /** Moves a folder in one step, its files safe on disk before and its new name after. */
    static void publish(Path prepared, Path target) throws IOException {
        try (var files = Files.list(prepared)) {
            for (var file : files.toList()) {
                force(file, StandardOpenOption.WRITE);
            }
        }
        force(prepared, StandardOpenOption.READ);
        var parent = Files.createDirectories(target.toAbsolutePath().getParent());
        Files.move(prepared, target, StandardCopyOption.ATOMIC_MOVE);
        force(parent, StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption way) throws IOException {
        try (var channel = FileChannel.open(path, way)) {
            channel.force(true);
        }
    }
}
