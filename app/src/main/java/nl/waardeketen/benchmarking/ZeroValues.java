// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.analytics.ZeroDelivery;
import nl.waardeketen.concepts.OutcomeSet;

/**
 * Durations or costs of an organisation that are all zero, almost surely because they were not recorded. They count as
 * missing, so that they lower neither the organisation's result nor what is expected of others. By name, for the hub alone.
 *
 * @param period in which all are zero
 * @param episodes how many
 */
public record ZeroValues(String indicator, String organisation, Period period, long episodes) {

    static List<ZeroValues> of(OutcomeSet set, Period reference, List<ZeroDelivery> found) {
        return found.stream()
                .map(zero -> new ZeroValues(
                        set.indicators().get(zero.indicator()).code(),
                        zero.unit(),
                        zero.quarter() == null ? reference : zero.quarter(),
                        zero.episodes()))
                .toList();
    }
}
