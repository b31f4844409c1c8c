// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Files that a test writes into its own folder. */
final class GivenFiles {
    private final Path folder;

    GivenFiles(Path folder) {
        this.folder = folder;
    }

    /** {@code input.csv} of these lines. */
    Path csv(String... lines) {
        return text(String.join("\n", lines) + "\n");
    }

    /** {@code input.csv} of this text as it stands. */
    Path text(String text) {
        return text(text, StandardCharsets.UTF_8);
    }

    Path text(String text, Charset charset) {
        return bytes("input.csv", text.getBytes(charset));
    }

    Path bytes(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    static byte[] gzip(byte[] content) {
        try {
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(content);
            }
            return packed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
