// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** How the bytes of a text file stand for characters. */
enum Encoding {
    UTF_8(StandardCharsets.UTF_8, 0),
    UTF_8_WITH_MARK(StandardCharsets.UTF_8, 3),
    UTF_16_LITTLE(StandardCharsets.UTF_16LE, 2),
    UTF_16_BIG(StandardCharsets.UTF_16BE, 2),
    /** What spreadsheet programs on Dutch desktops write when UTF-8 is not asked for. */
    WINDOWS_1252(Charset.forName("windows-1252"), 0);

    private final Charset charset;
    private final int markLength;

    Encoding(Charset charset, int markLength) {
        this.charset = charset;
        this.markLength = markLength;
    }

    Charset charset() {
        return charset;
    }

    /** The encoding that the byte order mark tells; UTF-8 without one. */
    static Encoding ofMark(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return UTF_8_WITH_MARK;
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return UTF_16_LITTLE;
        }
        return startsWith(head, 0xFE, 0xFF) ? UTF_16_BIG : UTF_8;
    }

    static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** The file's bytes, unpacked if it is gzip and after any byte order mark. */
    InputStream open(Path file, boolean gzip) throws IOException {
        var bytes = unpacked(file, gzip);
        bytes.skipNBytes(markLength);
        return bytes;
    }

    static InputStream unpacked(Path file, boolean gzip) throws IOException {
        var bytes = Files.newInputStream(file);
        return new BufferedInputStream(gzip ? new GZIPInputStream(bytes, 1 << 16) : bytes, 1 << 16);
    }
}
