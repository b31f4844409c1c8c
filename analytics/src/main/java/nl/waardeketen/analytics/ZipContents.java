// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What is in a zip that a stranger made. Names that lead out of a folder, links, locked entries, names that come twice and
 * what unpacks to far more than it seems are refused before or while unpacking.
 */
final class ZipContents implements Closeable {
    private static final int MOST_ENTRIES = 1_000;
    private static final long MOST_BYTES = 20L << 30;
    private static final long MODEST_BYTES = 64L << 20;
    private static final long MOST_TIMES = 300;

    private static final Pattern NOISE =
            Pattern.compile("(.*/)?(__MACOSX/.*|\\.DS_Store|Thumbs\\.db|desktop\\.ini|\\._[^/]*)");
    private static final Pattern NO_TABLE =
            Pattern.compile("(?i).*\\.(json|ya?ml|md|pdf|html?|docx?|xml|sql)|.*readme.*");
    private static final Pattern UNSAFE =
            Pattern.compile("(?s)/.*|.*[\\\\\\p{Cntrl}].*|[A-Za-z]:.*|(.*/)?\\.{1,2}(/.*)?|.*//.*|.{400,}");

    private final ZipFile zip;
    private final String name;
    private final long allowed;
    private final List<ZipArchiveEntry> entries;
    private long unpacked;

    private ZipContents(ZipFile zip, Path path, String name) throws IOException {
        this.zip = zip;
        this.name = name;
        allowed = Math.min(MOST_BYTES, Math.max(MODEST_BYTES, MOST_TIMES * Files.size(path)));
        entries = Collections.list(zip.getEntries());
    }

    /** Opens a zip and looks at its list of entries. */
    static ZipContents open(Path path, String name) throws IOException {
        ZipFile zip;
        try {
            zip = ZipFile.builder().setPath(path).setIgnoreLocalFileHeader(true).get();
        } catch (IOException | RuntimeException e) {
            throw damaged(name);
        }
        try {
            var contents = new ZipContents(zip, path, name);
            contents.checkEntries();
            return contents;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void checkEntries() {
        if (entries.size() > MOST_ENTRIES) {
            throw refused(
                    "zip.too-many",
                    "the zip holds " + entries.size() + " entries; at most " + MOST_ENTRIES + " are read",
                    "deliver the tables alone");
        }
        Set<String> seen = new HashSet<>();
        for (var entry : entries) {
            check(entry);
            if (!seen.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw refused("zip.twice", "the zip holds " + shown(entry) + " twice", "give each its own name");
            }
        }
    }

    private void check(ZipArchiveEntry entry) {
        if (UNSAFE.matcher(entry.getName()).matches()) {
            throw refused(
                    "zip.path",
                    "the name " + shown(entry) + " in the zip leads out of it, or is no plain name",
                    "make the zip again of files in one folder");
        }
        if (entry.isUnixSymlink()) {
            throw refused("zip.link", shown(entry) + " in the zip is a link", "put the file itself into the zip");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw refused("zip.locked", "the zip has a password", "make it without one");
        }
        if (!zip.canReadEntryData(entry)) {
            throw refused("zip.method", shown(entry) + " is packed in an unusual way", "make an ordinary zip");
        }
    }

    private static String shown(ZipArchiveEntry entry) {
        var plain = entry.getName().replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }

    /** Whether this is the workbook of a spreadsheet program; of one that is not read, it says so. */
    boolean isWorkbook() {
        if (zip.getEntry("xl/workbook.bin") != null || zip.getEntry("content.xml") != null) {
            throw refused(
                    "file.kind",
                    "this is a binary workbook (.xlsb) or an OpenDocument file",
                    "save it as Excel workbook (.xlsx) or the sheet as CSV");
        }
        if (zip.getEntry("word/document.xml") != null || zip.getEntry("ppt/presentation.xml") != null) {
            throw refused("file.kind", "this is a document or presentation", "deliver the table as workbook or CSV");
        }
        return zip.getEntry("[Content_Types].xml") != null;
    }

    /** Names of the entries, without folders and what operating systems leave behind. */
    List<String> files() {
        return entries.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipArchiveEntry::getName)
                .filter(entry -> !NOISE.matcher(entry).matches())
                .toList();
    }

    /** Entries that may be a table: the one of this name, or all. */
    List<String> tables(@Nullable String part) {
        var tables = files().stream()
                .filter(entry -> !NO_TABLE.matcher(entry).matches())
                .toList();
        if (tables.isEmpty()) {
            throw refused(
                    "zip.empty", "the zip holds no table", "put the CSV files, workbook or Parquet files into it");
        }
        if (part == null || tables.size() == 1) {
            return tables;
        }
        if (!tables.contains(part)) {
            throw refused("zip.no-entry", "the zip holds no " + part + "; it has " + list(tables), "name one of these");
        }
        return List.of(part);
    }

    InvalidInput undecided(List<String> tables) {
        return refused(
                "zip.which",
                "the zip holds " + tables.size() + " tables, and not just one has the columns: " + list(tables),
                "name the entry, or deliver that table alone");
    }

    private static String list(List<String> names) {
        int shown = Math.min(names.size(), 12);
        return String.join(", ", names.subList(0, shown))
                + (shown < names.size() ? " and " + (names.size() - shown) + " more" : "");
    }

    /** How to call an entry in problems. */
    String name(String entry) {
        return name + "/" + entry;
    }

    /** Unpacks an entry to a file of its own. */
    Path unpack(String entry, Scratch scratch) throws IOException {
        var file = scratch.fresh(".unpacked");
        unpack(entry, file);
        return file;
    }

    /** Unpacks an entry to this file. */
    void unpack(String entryName, Path file) throws IOException {
        var entry = zip.getEntry(entryName);
        var sum = new CRC32();
        try (var bytes = new CheckedInputStream(zip.getInputStream(entry), sum);
                var out = Files.newOutputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int read = read(bytes, buffer); read >= 0; read = read(bytes, buffer)) {
                unpacked += read;
                if (unpacked > allowed) {
                    throw refused(
                            "zip.too-large",
                            "the zip unpacks to more than " + (allowed >> 20) + " MB, far more than its own size",
                            "deliver the tables in smaller files");
                }
                out.write(buffer, 0, read);
            }
        }
        if (entry.getCrc() >= 0 && sum.getValue() != entry.getCrc()) {
            throw damaged(name);
        }
        refuseNested(entryName, file);
    }

    private int read(InputStream bytes, byte[] buffer) throws IOException {
        try {
            return bytes.read(buffer);
        } catch (IOException e) {
            throw damaged(name);
        }
    }

    private void refuseNested(String entry, Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            if (!Encoding.startsWith(bytes.readNBytes(4), 'P', 'K', 3, 4)) {
                return;
            }
        }
        try (var inner = open(file, name(entry))) {
            if (!inner.isWorkbook()) {
                throw refused("zip.nested", "the zip holds another zip, " + entry, "put the files into one zip");
            }
        }
    }

    private InvalidInput refused(String rule, String text, String remedy) {
        return DelimitedFile.refused(name, rule, text, remedy);
    }

    private static InvalidInput damaged(String name) {
        return DelimitedFile.refused(
                name, "file.damaged", "the zip or workbook is damaged or cut off", "make or send it again");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
