// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.ZipException;

/**
 * A delimited text file as it was found: its encoding, compression, separator and header. Any separator, either quote,
 * byte order marks, UTF-16, Windows-1252 and gzip are recognised; files of another kind are refused.
 */
final class DelimitedFile {
    private static final int HEAD = 1 << 20;

    private final Path path;
    private final String name;
    private final boolean gzip;
    private final Encoding encoding;
    private final Header header;

    private DelimitedFile(Path path, String name, boolean gzip, Encoding encoding, Header header) {
        this.path = path;
        this.name = name;
        this.gzip = gzip;
        this.encoding = encoding;
        this.header = header;
    }

    /** Looks at the start of the file; the columns wanted help to tell the separator. */
    static DelimitedFile inspect(Path path, String name, Collection<String> wanted) throws IOException {
        boolean gzip;
        try (var raw = Files.newInputStream(path)) {
            gzip = Encoding.startsWith(raw.readNBytes(2), 0x1F, 0x8B);
        }
        var head = head(path, name, gzip);
        refuseOtherKinds(head, name);
        var encoding = encodingOf(head);
        var text = new String(head, encoding.charset());
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            throw refused(name, "file.empty", "the file is empty", "deliver a file with a header and rows");
        }
        return new DelimitedFile(path, name, gzip, encoding, Header.read(text, wanted));
    }

    private static byte[] head(Path path, String name, boolean gzip) throws IOException {
        try (var bytes = Encoding.unpacked(path, gzip)) {
            return bytes.readNBytes(HEAD);
        } catch (IOException e) {
            if (gzip) {
                throw damaged(name);
            }
            throw e;
        }
    }

    private static void refuseOtherKinds(byte[] head, String name) {
        if (Encoding.startsWith(head, 'P', 'K', 3, 4) || Encoding.startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw refused(
                    name, "file.kind", "this is a spreadsheet workbook or zip file", "save the sheet as CSV first");
        }
        if (Encoding.startsWith(head, 'P', 'A', 'R', '1')) {
            throw refused(name, "file.kind", "this is a Parquet file", "write it as CSV first");
        }
        if (Encoding.ofMark(head) == Encoding.UTF_8) {
            for (byte b : head) {
                if (b == 0) {
                    throw refused(
                            name,
                            "file.kind",
                            "the file holds zero bytes, so it is no text file, or UTF-16 without a byte order mark",
                            "save it as CSV in UTF-8");
                }
            }
        }
    }

    private static Encoding encodingOf(byte[] head) {
        var marked = Encoding.ofMark(head);
        if (marked != Encoding.UTF_8) {
            return marked;
        }
        boolean whole = head.length < HEAD;
        var decoder = Encoding.UTF_8.charset().newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var read = decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), whole);
        return read.isError() ? Encoding.WINDOWS_1252 : Encoding.UTF_8;
    }

    private static InvalidInput damaged(String name) {
        return refused(name, "file.damaged", "the gzip file is damaged or cut off", "make it again");
    }

    static InvalidInput refused(String name, String rule, String text, String remedy) {
        return new InvalidInput(List.of(new Problem(name, 0, "", "", rule, text, remedy)));
    }

    Path path() {
        return path;
    }

    String name() {
        return name;
    }

    boolean gzip() {
        return gzip;
    }

    Header header() {
        return header;
    }

    Encoding encoding() {
        return encoding;
    }

    /**
     * Whether the engine can read the file as it is. It takes some characters of a path for a pattern, and loses rows when
     * it skips lines of a file with mixed line ends.
     */
    boolean plain() {
        boolean pattern = path.toAbsolutePath().toString().matches(".*[*?\\[].*");
        boolean utf8 = encoding == Encoding.UTF_8 || encoding == Encoding.UTF_8_WITH_MARK;
        return utf8 && !pattern && header.skippedLines() == 0;
    }

    /** The same file read as Windows-1252, for one that turned out not to be UTF-8 further on. */
    DelimitedFile asWindows1252() {
        return new DelimitedFile(path, name, gzip, Encoding.WINDOWS_1252, header);
    }

    /** A copy in UTF-8 with one kind of line end. */
    DelimitedFile rewritten(Scratch scratch) throws IOException {
        var copy = Files.createTempFile(scratch.folder(), "rewritten", ".csv");
        try (var reader = new InputStreamReader(open(), encoding.charset());
                var writer = Files.newBufferedWriter(copy)) {
            var buffer = new char[1 << 16];
            boolean afterReturn = false;
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    char c = buffer[i];
                    if (c == '\n' && afterReturn) {
                        afterReturn = false;
                        continue;
                    }
                    afterReturn = c == '\r';
                    writer.write(afterReturn ? '\n' : c);
                }
            }
        } catch (EOFException | ZipException e) {
            throw damaged(name);
        }
        return new DelimitedFile(copy, name, false, Encoding.UTF_8, header);
    }

    private InputStream open() throws IOException {
        return encoding.open(path, gzip);
    }

    /** Lines on which records start, for records counted from 0 after the header; in ascending order. */
    List<Long> linesOfRecords(List<Long> ascending) throws IOException {
        var lines = new ArrayList<Long>();
        try (var reader = new InputStreamReader(open(), encoding.charset())) {
            var records = new RecordLines(reader, header);
            for (long record : ascending) {
                lines.add(records.lineOf(record));
            }
        }
        return lines;
    }

    /** Lines on which these byte offsets of the unpacked file lie; in ascending order. */
    List<Long> linesOfOffsets(List<Long> ascending) throws IOException {
        var lines = new ArrayList<Long>();
        try (var bytes = Encoding.unpacked(path, gzip)) {
            long line = 1;
            long offset = 0;
            int previous = 0;
            for (long target : ascending) {
                for (; offset < target; offset++) {
                    int b = bytes.read();
                    line += b == '\n' || previous == '\r' ? 1 : 0;
                    previous = b;
                }
                lines.add(line);
            }
        }
        return lines;
    }
}
