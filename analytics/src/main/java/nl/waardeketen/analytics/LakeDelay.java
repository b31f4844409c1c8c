// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** How long after the event its row was delivered. */
public final class LakeDelay {
    private LakeDelay() {}

    /**
     * The median number of days between a date of the rows and the day they were received, over the newest quarter among
     * them, so that what is delivered of years ago does not count as late; not a number without dates.
     *
     * @param date a variable that is a date or a time
     */
    public static double median(Path file, Variable date, LocalDate received, Scratch scratch) {
        try (var engine = DuckDbEngine.open(List.of(file), scratch.folder())) {
            engine.defineLake("arriving", List.of(file));
            var query = new ComposedQuery(
                    "delivery/delay",
                    "SELECT CAST(median(date_diff('day', happened, DATE '" + received
                            + "')) AS DOUBLE) AS days FROM (SELECT CAST(" + date.code()
                            + " AS DATE) AS happened FROM arriving WHERE CAST(" + date.code() + " AS DATE) <= DATE '"
                            + received + "' QUALIFY date_trunc('quarter', happened)"
                            + " = max(date_trunc('quarter', happened)) OVER ())");
            return engine.numbers(query, Map.of()).column("days")[0];
        }
    }
}
