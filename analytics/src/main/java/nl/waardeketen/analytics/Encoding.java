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
    UTF_16_LITTLE_WITHOUT_MARK(StandardCharsets.UTF_16LE, 0),
    UTF_16_BIG_WITHOUT_MARK(StandardCharsets.UTF_16BE, 0),
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

    /**
     * The encoding that the start of a file tells. Of UTF-16 without a mark nearly every second byte is zero, as most
     * characters are Latin; UTF-8 where nothing tells otherwise.
     */
    static Encoding of(byte[] head) {
        var marked = ofMark(head);
        int[] zeros = new int[2];
        int looked = Math.min(head.length, 1 << 12) & ~1;
        for (int i = 0; i < looked; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        int most = looked * 2 / 5;
        if (marked != UTF_8 || looked < 4 || zeros[0] + zeros[1] > looked / 2) {
            return marked;
        }
        return zeros[1] > most && zeros[0] < looked / 20
                ? UTF_16_LITTLE_WITHOUT_MARK
                : zeros[0] > most && zeros[1] < looked / 20 ? UTF_16_BIG_WITHOUT_MARK : UTF_8;
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
