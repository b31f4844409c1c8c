// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256, in hexadecimal, by which a file or text is known again. */
public final class Digests {
    private Digests() {}

    public static String sha256(Path file) throws IOException {
        var digest = digest();
        try (var stream = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of each file, with all processors. */
    public static List<String> sha256(List<Path> files) throws IOException {
        try {
            return files.parallelStream().map(Digests::unchecked).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String unchecked(Path file) {
        try {
            return sha256(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String sha256(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** Of the digests of the blocks of a file, one after the other, so that a browser can make it without the whole file. */
    public static String sha256OfBlocks(Path file, int blockSize) throws IOException {
        var all = digest();
        try (var stream = Files.newInputStream(file)) {
            for (var block = stream.readNBytes(blockSize); block.length > 0; block = stream.readNBytes(blockSize)) {
                all.update(digest().digest(block));
            }
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
