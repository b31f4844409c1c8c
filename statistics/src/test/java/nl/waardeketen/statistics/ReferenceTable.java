// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** A CSV table of reference values, as R writes it: columns by name, texts perhaps quoted, an empty cell or NA missing. */
record ReferenceTable(List<String> columns, List<Row> rows) {

    /** A row that knows the names of its columns. */
    record Row(List<String> columns, List<String> cells) {

        String text(String column) {
            int index = columns.indexOf(column);
            if (index < 0) {
                throw new IllegalArgumentException("no column " + column + " among " + columns);
            }
            return cells.get(index);
        }

        double number(String column) {
            var text = text(column);
            return missing(text) ? Double.NaN : Double.parseDouble(text);
        }

        /** Whether R wrote 1, for true. */
        boolean flag(String column) {
            return number(column) == 1;
        }
    }

    /** A table that lies beside the tests, with the R script that made it. */
    static ReferenceTable of(String resource) {
        var url = Objects.requireNonNull(ReferenceTable.class.getResource("/reference/" + resource), resource);
        try (var stream = url.openStream()) {
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReferenceTable of(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean missing(String text) {
        return text.isEmpty() || text.equals("NA");
    }

    ReferenceTable where(String column, String value) {
        return where(row -> row.text(column).equals(value));
    }

    ReferenceTable where(String column, double value) {
        return where(row -> row.number(column) == value);
    }

    ReferenceTable where(Predicate<Row> condition) {
        return new ReferenceTable(columns, rows.stream().filter(condition).toList());
    }

    /** The one row in which a column has this value. */
    Row row(String column, String value) {
        var found = where(column, value).rows;
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " rows with " + column + " " + value);
        }
        return found.get(0);
    }

    List<String> texts(String column) {
        return rows.stream().map(row -> row.text(column)).toList();
    }

    double[] numbers(String column) {
        return rows.stream().mapToDouble(row -> row.number(column)).toArray();
    }

    private static ReferenceTable parse(String csv) {
        var lines = csv.lines().map(ReferenceTable::cells).toList();
        var columns = lines.get(0);
        var rows = lines.stream().skip(1).map(cells -> new Row(columns, cells)).toList();
        return new ReferenceTable(columns, rows);
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return List.copyOf(cells);
    }
}
