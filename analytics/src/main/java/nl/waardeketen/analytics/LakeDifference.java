// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a correction does to the delivery that it replaces. Episodes are the same when organisation, patient and dates are.
 *
 * @param added episodes that only the correction has
 * @param changed episodes of both whose other values differ
 * @param gone episodes that only the replaced delivery has
 * @param same episodes of both that say the same
 */
public record LakeDifference(long added, long changed, long gone, long same) {

    /**
     * Compares two files of episodes.
     *
     * @param dates variables that tell the episodes of one patient apart
     * @param compared codes of variables that both files have
     */
    public static LakeDifference of(
            Path arriving, Path replaced, List<Variable> dates, List<String> compared, Scratch scratch) {
        try (var engine = DuckDbEngine.open(List.of(arriving, replaced), scratch.folder())) {
            engine.defineLake("arriving", List.of(arriving));
            engine.defineLake("replaced", List.of(replaced));
            var counts = engine.numbers(query(dates, compared), Map.of());
            return new LakeDifference(
                    count(counts, "added"), count(counts, "changed"), count(counts, "gone"), count(counts, "same"));
        }
    }

    private static long count(NumberTable counts, String name) {
        return Math.round(counts.column(name)[0]);
    }

    /** Rows of one key are taken together, in any order, so that one that is there twice counts once. */
    private static ComposedQuery query(List<Variable> dates, List<String> compared) {
        var key = new ArrayList<>(List.of("organisation", "patient"));
        dates.forEach(date -> key.add(date.code()));
        var all = new ArrayList<>(key);
        compared.stream().filter(code -> !key.contains(code)).forEach(all::add);
        var episodes = "(SELECT hash(" + String.join(", ", key) + ") AS episode, bit_xor(hash(" + String.join(", ", all)
                + ")) AS says FROM ";
        return new ComposedQuery(
                "delivery/difference",
                "SELECT count(*) FILTER (r.episode IS NULL) AS added, count(*) FILTER (a.episode IS NULL) AS gone,"
                        + " count(*) FILTER (a.says <> r.says) AS changed, count(*) FILTER (a.says = r.says) AS same FROM "
                        + episodes + "arriving GROUP BY ALL) a FULL JOIN " + episodes
                        + "replaced GROUP BY ALL) r ON a.episode = r.episode");
    }
}
