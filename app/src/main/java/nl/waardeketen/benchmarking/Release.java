// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waardeketen.analytics.Period;

/**
 * An immutable set of results of one patient group.
 *
 * @param group code of the outcome set
 * @param outcomeSet version of the outcome set
 * @param reference the period whose patients, all together, are the standard of comparison
 * @param periods for which there are results, in their order
 * @param episodes all that was read
 * @param leftOut patients whose episodes were not, because they object
 * @param codeVersion the program that computed it
 */
public record Release(
        UUID id,
        String group,
        String outcomeSet,
        Period reference,
        List<Period> periods,
        long episodes,
        long leftOut,
        Instant computedAt,
        String codeVersion) {

    public Release {
        periods = List.copyOf(periods);
    }

    /** The period that a page opens with: the last year. */
    public Period current() {
        var last = reference.lastYear();
        return periods.contains(last) ? last : reference;
    }
}
