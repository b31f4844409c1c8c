// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The quarters from which a file of the lake has episodes. */
public final class LakeQuarters {
    private LakeQuarters() {}

    /** Its quarters, oldest first; none without dates. */
    public static List<Period> of(Path file, Variable date, Scratch scratch) {
        try (var engine = DuckDbEngine.open(List.of(file), scratch.folder())) {
            engine.defineLake("landed", List.of(file));
            var query = new ComposedQuery(
                    "delivery/quarters",
                    "SELECT DISTINCT CAST(year(" + date.code() + ") AS DOUBLE) AS year, CAST(quarter(" + date.code()
                            + ") AS DOUBLE) AS quarter FROM landed WHERE " + date.code() + " IS NOT NULL ORDER BY ALL");
            var found = engine.numbers(query, Map.of());
            var quarters = new ArrayList<Period>();
            for (int i = 0; i < found.column("year").length; i++) {
                quarters.add(Period.quarter((int) found.column("year")[i], (int) found.column("quarter")[i]));
            }
            return List.copyOf(quarters);
        }
    }
}
