// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of every episode for one indicator.
 *
 * @param population whether the episode counts; {@code NULL} is no
 * @param measure whether it has the event, or its number; {@code NULL} is missing
 * @param periodDate variable that says to which quarter it belongs
 * @param caseMix what is adjusted for, in the order of the model
 * @param cap where larger numbers are cut, or {@code null}
 */
public record FactIndicator(
        Expression population,
        Expression measure,
        Variable periodDate,
        List<CaseMixTerm> caseMix,
        @Nullable Cap cap) {
    public FactIndicator {
        caseMix = List.copyOf(caseMix);
        if (population.kind() != Expression.Kind.CONDITION) {
            throw new IllegalArgumentException("a population is a condition, not " + population.kind());
        }
        if (periodDate.type() != Variable.Type.DATE && periodDate.type() != Variable.Type.TIME) {
            throw new IllegalArgumentException(periodDate.code() + " is no date");
        }
        if (cap != null && measure.kind() == Expression.Kind.CONDITION) {
            throw new IllegalArgumentException("an event is not cut");
        }
    }

    /** The same, cut elsewhere. */
    public FactIndicator withCap(@Nullable Cap other) {
        return new FactIndicator(population, measure, periodDate, caseMix, other);
    }

    /** Whether the measure is an event, not a number. */
    boolean isEvent() {
        return measure.kind() == Expression.Kind.CONDITION;
    }
}
