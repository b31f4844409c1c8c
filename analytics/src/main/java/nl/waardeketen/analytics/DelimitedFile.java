// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
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
    private static final long BEGINNING = 8L << 20;

    private final Path path;
    private final String name;
    private final boolean gzip;
    private final Encoding encoding;
    private final Header header;
    private final Places places;
    private final List<String> notes;

    private DelimitedFile(
            Path path, String name, boolean gzip, Encoding encoding, Header header, Places places, List<String> notes) {
        this.path = path;
        this.name = name;
        this.gzip = gzip;
        this.encoding = encoding;
        this.header = header;
        this.places = places;
        this.notes = List.copyOf(notes);
    }

    /**
     * A table of another kind of file, written as text.
     *
     * @param copy in UTF-8, with commas and a line for the header
     * @param name of the delivered file
     * @param columns names of the columns
     * @param notes what the sender should know of how it was read
     */
    static DelimitedFile written(Path copy, String name, List<String> columns, Places places, List<String> notes) {
        return new DelimitedFile(copy, name, false, Encoding.UTF_8, new Header(columns, ',', '"', 0), places, notes);
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
        var header = Header.read(text, wanted);
        return new DelimitedFile(path, name, gzip, encoding, header, new Places.Lines(), List.of());
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
                    name,
                    "file.kind",
                    "this is a spreadsheet workbook or zip file inside another packing",
                    "unpack it first, or save the sheet as CSV");
        }
        if (Encoding.startsWith(head, 'P', 'A', 'R', '1')) {
            throw refused(name, "file.kind", "this is a Parquet file inside another packing", "unpack it first");
        }
        if (Encoding.of(head) == Encoding.UTF_8) {
            for (byte b : head) {
                if (b == 0) {
                    throw refused(
                            name,
                            "file.kind",
                            "the file holds zero bytes, so it is no text file",
                            "save it as CSV in UTF-8");
                }
            }
        }
    }

    private static Encoding encodingOf(byte[] head) {
        var marked = Encoding.of(head);
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

    /** What its places are called: line, row or record. */
    String placeWord() {
        return places.word();
    }

    List<String> notes() {
        return notes;
    }

    /** Whether reading it costs much; packed files are larger than they seem. */
    boolean large() throws IOException {
        return Files.size(path) > (gzip ? BEGINNING : 8 * BEGINNING);
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
        return new DelimitedFile(path, name, gzip, Encoding.WINDOWS_1252, header, places, notes);
    }

    /**
     * A copy in UTF-8 with one kind of line end. Lines before the header are left blank in it, as the engine counts lines
     * within quotes otherwise than it should.
     */
    DelimitedFile rewritten(Scratch scratch) throws IOException {
        return rewritten(scratch, Long.MAX_VALUE);
    }

    /** The same of the first lines only, about eight million characters; the last record may be cut off. */
    DelimitedFile beginning(Scratch scratch) throws IOException {
        return rewritten(scratch, BEGINNING);
    }

    private DelimitedFile rewritten(Scratch scratch, long most) throws IOException {
        var copy = scratch.fresh(".csv");
        try (var reader = new InputStreamReader(open(), encoding.charset());
                var writer = Files.newBufferedWriter(copy)) {
            rewrite(reader, writer, most);
        } catch (EOFException | ZipException e) {
            throw damaged(name);
        }
        return new DelimitedFile(copy, name, false, Encoding.UTF_8, header, places, notes);
    }

    private void rewrite(Reader reader, Writer writer, long most) throws IOException {
        var buffer = new char[1 << 16];
        boolean afterReturn = false;
        int blank = header.skippedLines();
        long written = 0;
        for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
            for (int i = 0; i < read; i++) {
                char c = buffer[i];
                if (c == '\n' && afterReturn) {
                    afterReturn = false;
                    continue;
                }
                afterReturn = c == '\r';
                boolean end = afterReturn || c == '\n';
                if (end || blank == 0) {
                    writer.write(end ? '\n' : c);
                }
                blank -= end && blank > 0 ? 1 : 0;
                written++;
                if (end && written > most) {
                    return;
                }
            }
        }
    }

    private InputStream open() throws IOException {
        return encoding.open(path, gzip);
    }

    /** Lines (rows, records) on which records start, for records counted from 0 after the header; in ascending order. */
    List<Long> linesOfRecords(List<Long> ascending) throws IOException {
        if (places instanceof Places.Rows rows) {
            return ascending.stream().map(rows::rowOf).toList();
        }
        if (places instanceof Places.Records) {
            return ascending.stream().map(record -> record + 1).toList();
        }
        var lines = new ArrayList<Long>();
        try (var reader = new InputStreamReader(open(), encoding.charset())) {
            var records = new RecordLines(reader, header);
            for (long record : ascending) {
                lines.add(records.lineOf(record));
            }
        }
        return lines;
    }

    /** Lines on which these byte offsets of the unpacked file lie, in ascending order; 0 in a file without lines. */
    List<Long> linesOfOffsets(List<Long> ascending) throws IOException {
        if (!(places instanceof Places.Lines)) {
            return ascending.stream().map(offset -> 0L).toList();
        }
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
