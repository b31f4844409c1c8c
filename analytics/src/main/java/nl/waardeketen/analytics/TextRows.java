// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small delimited file, read whole. */
public final class TextRows {
    private TextRows() {}

    private record Row(String texts) {}

    /**
     * The rows of a file, each with its trimmed values of these columns in this order; empty where missing.
     *
     * @throws InvalidInput when it cannot be read, or lacks a column
     */
    public static List<List<String>> read(Path file, String name, List<String> columns, Scratch scratch)
            throws IOException {
        var found = TableFile.inspect(file, name, columns, scratch);
        try (var extract = Extract.of(found, Roles.numbered(columns), Extract.Reading.DELIVERY, scratch)) {
            var texts = IntStream.range(0, columns.size())
                    .mapToObj(i -> "coalesce(given(c" + i + "), '')")
                    .collect(Collectors.joining(", "));
            var query = new ComposedQuery(
                    "text rows",
                    "SELECT concat_ws(?, " + texts + ") AS texts FROM extract ORDER BY record",
                    List.of("mark"));
            return extract.engine().query(query, Map.of("mark", Extract.MARK), Row.class).stream()
                    .map(row -> List.of(row.texts().split(Extract.MARK, -1)))
                    .toList();
        }
    }
}
