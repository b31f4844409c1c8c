// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.web.CsvText;

/**
 * Rows of one table that wait in quarantine, as they are kept.
 *
 * @param columns of the file, after line and reasons
 */
record QuarantinedRows(String table, List<String> columns, List<List<String>> rows) {
    private static final String REASONS = "reasons";

    QuarantinedRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Of which table a file keeps rows. */
    static String table(Path file) {
        return String.valueOf(file.getFileName()).replace(".csv", "");
    }

    static QuarantinedRows read(Path file) {
        var rows = new ArrayList<List<String>>();
        try (var reader = Files.newBufferedReader(file)) {
            for (var row = row(reader); !row.isEmpty(); row = row(reader)) {
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The engine puts names of its own above the header that was written as a row.
        while (!rows.isEmpty() && !rows.get(0).contains(REASONS)) {
            rows.remove(0);
        }
        var columns = rows.isEmpty() ? List.<String>of() : rows.remove(0);
        return new QuarantinedRows(table(file), columns, rows);
    }

    /** One record; empty at the end. */
    private static List<String> row(BufferedReader reader) throws IOException {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        boolean closed = false;
        int next = reader.read();
        if (next < 0) {
            return cells;
        }
        for (; next >= 0 && (quoted || next != '\n'); next = reader.read()) {
            if (next == '"') {
                quoted = !quoted;
                // Two in a row stand for one.
                if (quoted && closed) {
                    cell.append('"');
                }
                closed = !quoted;
                continue;
            }
            closed = false;
            if (next == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (next != '\r' || quoted) {
                cell.append((char) next);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** Those whose reasons name the rule, and in the column if one is given. */
    QuarantinedRows broken(String rule) {
        int reasons = columns.indexOf(REASONS);
        return reasons < 0
                ? this
                : new QuarantinedRows(
                        table,
                        columns,
                        rows.stream()
                                .filter(row -> row.get(reasons).contains(rule))
                                .toList());
    }

    QuarantinedRows first(int most) {
        return new QuarantinedRows(table, columns, rows.subList(0, Math.min(most, rows.size())));
    }

    /** As text in which nothing is taken for a formula. */
    byte[] csv() {
        var text = new CsvText(columns);
        rows.forEach(text::row);
        return text.bytes();
    }
}
