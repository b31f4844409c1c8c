// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;

/** Writes the rows of a sheet below its header as delimited text; blank rows are no records. */
final class SheetWriter implements SheetParser.Receiver, Closeable {
    private final Writer writer;
    private final long headerRow;
    private final int width;
    private final SheetProblems problems;
    private final Places.Rows rows = new Places.Rows();
    private long records;

    SheetWriter(Path file, long headerRow, int width, SheetProblems problems) throws IOException {
        writer = Files.newBufferedWriter(file);
        this.headerRow = headerRow;
        this.width = width;
        this.problems = problems;
    }

    void header(List<String> names) throws IOException {
        write(names);
    }

    @Override
    public void row(SheetParser.Row row) {
        if (row.number() <= headerRow || isBlank(row.cells())) {
            return;
        }
        problems.look(row);
        rows.put(records++, row.number());
        try {
            write(row.cells());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isBlank(List<String> cells) {
        for (int i = 0; i < Math.min(width, cells.size()); i++) {
            if (!cells.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private void write(List<String> cells) throws IOException {
        for (int i = 0; i < width; i++) {
            if (i > 0) {
                writer.write(',');
            }
            write(i < cells.size() ? cells.get(i) : "");
        }
        writer.write('\n');
    }

    private void write(String cell) throws IOException {
        boolean plain = true;
        for (int i = 0; i < cell.length() && plain; i++) {
            char c = cell.charAt(i);
            plain = c > ' ' && c != ',' && c != '"' && c != '\'';
        }
        writer.write(plain ? cell : '"' + cell.replace("\"", "\"\"") + '"');
    }

    @Override
    public void merged(CellRangeAddress cells) {
        problems.look(cells, headerRow + 1, rows);
    }

    Places.Rows rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
