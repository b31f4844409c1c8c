// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Episodes that are in the lake already: the same organisation, patient and dates. */
public final class LakeOverlap {
    private LakeOverlap() {}

    /**
     * How many episodes of a file that is about to land are in other files.
     *
     * @param dates variables that tell the episodes of one patient apart
     */
    public static long count(Path arriving, List<Path> landed, List<Variable> dates, Scratch scratch) {
        if (landed.isEmpty()) {
            return 0;
        }
        var files = new ArrayList<>(landed);
        files.add(arriving);
        try (var engine = DuckDbEngine.open(files, scratch.folder())) {
            engine.defineLake("arriving", List.of(arriving));
            engine.defineLake("landed", landed);
            var overlap = engine.numbers(query(dates), Map.of());
            return Math.round(overlap.column("episodes")[0]);
        }
    }

    private static ComposedQuery query(List<Variable> dates) {
        var key = new ArrayList<>(List.of("organisation", "patient"));
        dates.forEach(date -> key.add(date.code()));
        var columns = String.join(", ", key);
        return new ComposedQuery(
                "delivery/overlap",
                "SELECT count(*) AS episodes FROM (SELECT DISTINCT " + columns + " FROM arriving) arriving"
                        + " JOIN (SELECT DISTINCT " + columns + " FROM landed) landed USING (" + columns + ")");
    }
}
