// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the wanted columns of a Parquet file as the texts that intake expects. */
final class ParquetTexts {
    private static final SqlFile COLUMNS = SqlFile.named("extract/table_columns");
    private static final String ROWS = "parquet_rows";

    private record Column(String name, String type) {
        boolean isNested() {
            return type.endsWith("]")
                    || type.startsWith("STRUCT")
                    || type.startsWith("MAP")
                    || type.startsWith("UNION")
                    || type.equals("VARIANT");
        }

        boolean isBytes() {
            return type.equals("BLOB") || type.equals("BIT") || type.startsWith("GEOMETRY");
        }
    }

    private ParquetTexts() {}

    static DelimitedFile read(Path path, String name, Collection<String> wanted, Scratch scratch) throws IOException {
        refuseIncomplete(path, name);
        var readable = plainlyNamed(path, scratch);
        try (var engine = DuckDbEngine.open(List.of(readable), scratch.folder())) {
            engine.defineLake(ROWS, List.of(readable));
            var columns = engine.query(COLUMNS, Map.of("table", ROWS), Column.class);
            refuse(columns, name, wanted);
            var copy = scratch.fresh(".csv");
            engine.write(copy, texts(columns, wanted));
            return DelimitedFile.written(
                    copy,
                    name,
                    columns.stream().map(Column::name).toList(),
                    new Places.Records(),
                    notes(columns, wanted));
        } catch (EngineFailure e) {
            if (e.outOfMemory()) {
                throw e;
            }
            throw damaged(name);
        }
    }

    private static void refuseIncomplete(Path path, String name) throws IOException {
        var end = new byte[4];
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.length() < 12) {
                throw damaged(name);
            }
            file.seek(file.length() - 4);
            file.readFully(end);
        }
        if (Encoding.startsWith(end, 'P', 'A', 'R', 'E')) {
            throw DelimitedFile.refused(name, "file.locked", "the Parquet file is encrypted", "write it without a key");
        }
        if (!Encoding.startsWith(end, 'P', 'A', 'R', '1')) {
            throw damaged(name);
        }
    }

    private static InvalidInput damaged(String name) {
        return DelimitedFile.refused(
                name, "file.damaged", "the Parquet file is damaged or cut off", "write or send it again");
    }

    /** The engine takes some characters of a path for a pattern. */
    private static Path plainlyNamed(Path path, Scratch scratch) throws IOException {
        return path.toAbsolutePath().toString().matches(".*[*?\\[].*")
                ? Files.copy(path, scratch.fresh(".parquet"))
                : path;
    }

    private static void refuse(List<Column> columns, String name, Collection<String> wanted) {
        var problems = new ArrayList<Problem>();
        for (var column : columns) {
            if ((column.isNested() || column.isBytes()) && isWanted(column, wanted)) {
                problems.add(new Problem(
                        name,
                        0,
                        column.name(),
                        "",
                        column.isNested() ? "column.nested" : "column.bytes",
                        column.isNested()
                                ? "the column holds lists or records within a row"
                                : "the column holds bytes, not text",
                        column.isNested() ? "give each of its values a column" : "write it as text"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static boolean isWanted(Column column, Collection<String> wanted) {
        return wanted.isEmpty() || wanted.contains(column.name());
    }

    private static ComposedQuery texts(List<Column> columns, Collection<String> wanted) {
        var texts = IntStream.range(0, columns.size())
                .mapToObj(i ->
                        (isWanted(columns.get(i), wanted) ? text(columns.get(i).type(), "p" + i) : "''") + " AS c" + i)
                .collect(Collectors.joining(", "));
        var names = IntStream.range(0, columns.size()).mapToObj(i -> "p" + i).collect(Collectors.joining(", "));
        return new ComposedQuery("parquet texts", "SELECT " + texts + " FROM " + ROWS + " AS delivered(" + names + ")");
    }

    private static String text(String type, String column) {
        if (type.equals("TIMESTAMP WITH TIME ZONE")) {
            return moment("timezone('Europe/Amsterdam', " + column + ")");
        }
        if (type.startsWith("TIMESTAMP")) {
            return moment("CAST(" + column + " AS TIMESTAMP)");
        }
        return switch (type) {
            case "FLOAT", "DOUBLE" -> "regexp_replace(CAST(" + column + " AS VARCHAR), '\\.0$', '')";
            case "TIME", "TIME_NS", "TIME WITH TIME ZONE" ->
                "regexp_replace(substr(CAST(" + column + " AS VARCHAR), 1, 8), ':00$', '')";
            default -> "CAST(" + column + " AS VARCHAR)";
        };
    }

    private static String moment(String value) {
        return "CASE WHEN second(" + value + ") = 0 THEN strftime(" + value + ", '%Y-%m-%d %H:%M') ELSE strftime("
                + value + ", '%Y-%m-%d %H:%M:%S') END";
    }

    private static List<String> notes(List<Column> columns, Collection<String> wanted) {
        var zoned = columns.stream()
                .filter(column -> column.type().equals("TIMESTAMP WITH TIME ZONE") && isWanted(column, wanted))
                .map(Column::name)
                .toList();
        return zoned.isEmpty()
                ? List.of()
                : List.of("Moments that are stored in world time were read as Dutch time: " + String.join(", ", zoned)
                        + ".");
    }
}
