// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a table as it would land, as texts by variable; nothing tells who the patients are.
 *
 * @param rows values by variable; one that is not there has none
 */
public record FirstRows(List<Map<String, String>> rows) {
    private static final SqlFile FIRST_ROWS = SqlFile.named("delivery/first_rows");

    public FirstRows {
        rows = List.copyOf(rows);
    }

    private record Cell(
            long record, String column, @Nullable String value) {}

    /** Of a file that {@link CheckedDelivery#write} made in this scratch folder. */
    public static FirstRows of(Path landed, int most, Scratch scratch) {
        try (var engine = DuckDbEngine.open(List.of(landed), scratch.folder())) {
            engine.defineLake("landed", List.of(landed));
            var rows = new ArrayList<Map<String, String>>();
            for (var cell : engine.query(FIRST_ROWS, Map.of("most", most), Cell.class)) {
                while (rows.size() < cell.record()) {
                    rows.add(new LinkedHashMap<>());
                }
                var value = cell.value();
                if (value != null) {
                    rows.get((int) cell.record() - 1).put(cell.column(), value);
                }
            }
            return new FirstRows(rows);
        }
    }
}
