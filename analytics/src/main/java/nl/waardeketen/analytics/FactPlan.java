// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;

/**
 * What is counted of every episode of a patient group.
 *
 * @param subgroups conditions by which results are also given apart, at most {@link #MOST_SUBGROUPS}
 * @param reference episodes outside it do not count
 */
public record FactPlan(List<FactIndicator> indicators, List<Expression> subgroups, Period reference) {
    /** So that which of them an episode belongs to fits a number. */
    public static final int MOST_SUBGROUPS = 20;

    public FactPlan {
        indicators = List.copyOf(indicators);
        subgroups = List.copyOf(subgroups);
        if (subgroups.size() > MOST_SUBGROUPS) {
            throw new IllegalArgumentException(subgroups.size() + " subgroups are too many");
        }
        if (subgroups.stream().anyMatch(subgroup -> subgroup.kind() != Expression.Kind.CONDITION)) {
            throw new IllegalArgumentException("a subgroup is a condition");
        }
    }
}
