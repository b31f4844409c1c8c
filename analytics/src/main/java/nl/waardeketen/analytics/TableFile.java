// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Finds the table in a delivered file of any kind: delimited text, a sheet of an Excel workbook, Parquet, or one of these
 * in a zip. What is no text is written as text, in one pass that needs little memory; places stay those of the file.
 */
final class TableFile {
    private TableFile() {}

    /** The table of a file that holds one, or the only one with the wanted columns. */
    static DelimitedFile inspect(Path path, String name, Collection<String> wanted, Scratch scratch)
            throws IOException {
        return inspect(path, name, wanted, null, scratch);
    }

    /**
     * Looks at the file.
     *
     * @param name how to call it in problems
     * @param wanted columns that will be read; with none, all are
     * @param part sheet of a workbook, or entry of a zip
     * @throws InvalidInput when it cannot be read, with the remedy
     */
    static DelimitedFile inspect(
            Path path, String name, Collection<String> wanted, @Nullable String part, Scratch scratch)
            throws IOException {
        byte[] start;
        try (var bytes = Files.newInputStream(path)) {
            start = bytes.readNBytes(8);
        }
        if (Encoding.startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw Workbook.old(path, name);
        }
        if (Encoding.startsWith(start, 'P', 'K', 3, 4) || Encoding.startsWith(start, 'P', 'K', 5, 6)) {
            try (var contents = ZipContents.open(path, name)) {
                if (!contents.isWorkbook()) {
                    return inZip(contents, wanted, part, scratch);
                }
            }
            return Sheets.read(path, name, wanted, part, scratch);
        }
        if (Encoding.startsWith(start, 'P', 'A', 'R', '1') || Encoding.startsWith(start, 'P', 'A', 'R', 'E')) {
            return ParquetTexts.read(path, name, wanted, scratch);
        }
        return DelimitedFile.inspect(path, name, wanted);
    }

    private static DelimitedFile inZip(
            ZipContents contents, Collection<String> wanted, @Nullable String part, Scratch scratch)
            throws IOException {
        var tables = contents.tables(part);
        var inside = tables.size() == 1 ? part : null;
        DelimitedFile fitting = null;
        for (var entry : tables) {
            var file = contents.unpack(entry, scratch);
            var only = entry.equals(inside) ? null : inside;
            if (tables.size() == 1) {
                return inspect(file, contents.name(entry), wanted, only, scratch);
            }
            var table = inspect(file, contents.name(entry), wanted, null, scratch);
            if (table.header().names().containsAll(wanted)) {
                if (fitting != null) {
                    throw contents.undecided(tables);
                }
                fitting = table;
            }
        }
        if (fitting == null || wanted.isEmpty()) {
            throw contents.undecided(tables);
        }
        return fitting;
    }
}
