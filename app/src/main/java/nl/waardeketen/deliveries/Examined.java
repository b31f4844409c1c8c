// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.analytics.Compared;
import nl.waardeketen.analytics.LakeDifference;
import nl.waardeketen.analytics.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a delivery before anybody accepts it.
 *
 * @param problems all that were found, also those of the delivery as a whole
 * @param delays median days between the date of an episode and its delivery, by variable
 * @param compared numbers beside those of the delivery before
 * @param overlaps deliveries that hold some of its episodes already
 */
public record Examined(
        CheckReport report,
        List<Problem> problems,
        Map<String, Double> delays,
        List<Compared> compared,
        List<Overlap> overlaps) {

    public Examined {
        problems = List.copyOf(problems);
        delays = Map.copyOf(delays);
        compared = List.copyOf(compared);
        overlaps = List.copyOf(overlaps);
    }

    /**
     * A delivery with episodes that are in this one too.
     *
     * @param delivery its number; {@code null} when it is of another sender
     * @param difference what replacing it would do; {@code null} when it is of another sender
     * @param effects the indicators that would change by it
     */
    public record Overlap(
            @Nullable UUID delivery,
            long episodes,
            @Nullable LakeDifference difference,
            List<IndicatorEffect> effects) {

        public Overlap {
            effects = List.copyOf(effects);
        }
    }
}
