// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Files that must be on disk before a manifest names them. */
final class DeliveryFiles {
    private DeliveryFiles() {}

    static String sha256(Path file) throws IOException {
        var digest = digest();
        try (var stream = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

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
