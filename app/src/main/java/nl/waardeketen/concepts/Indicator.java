// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import java.util.List;
import nl.waardeketen.analytics.CaseMixTerm;
import nl.waardeketen.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * What is compared, as an outcome set declares it.
 *
 * @param version goes up when the definition changes
 * @param unit of a count, duration or cost; {@code null} for others
 * @param periodDate variable that decides to which period an episode belongs
 * @param population condition over the variables, as written; empty for a composite
 * @param measure condition of a proportion, number of other kinds, as written; empty for a composite
 * @param parts indicators that must all have their desired outcome; empty unless composite
 * @param caseMix variables that the comparison adjusts for; empty for none
 * @param minimumVolume fewest patients for which the field reports it; 0 for no rule
 * @param target value to reach, as a fraction for a proportion, or {@code null}
 * @param numeratorWords the measure in words
 * @param source where the definition comes from
 * @param confirmed whether the definition was seen in its source
 */
public record Indicator(
        String code,
        int version,
        Domain domain,
        Measure kind,
        Words title,
        @Nullable Words unit,
        String periodDate,
        String population,
        String measure,
        List<String> parts,
        Better better,
        List<CaseMixTerm> caseMix,
        int minimumVolume,
        @Nullable Double target,
        Words populationWords,
        Words numeratorWords,
        @Nullable Words excludedWords,
        String source,
        boolean confirmed) {

    public Indicator {
        parts = List.copyOf(parts);
        caseMix = List.copyOf(caseMix);
    }

    /** What side of care it tells about, in the order of a page. */
    public enum Domain {
        OUTCOME,
        /** Reported by patients. */
        REPORTED,
        PROCESS,
        COSTS
    }

    /** What is measured. */
    public enum Measure {
        PROPORTION,
        COUNT,
        DURATION,
        COST,
        /** Share of patients with the desired outcome of every part. */
        COMPOSITE;

        /** Whether its value is a share of patients. */
        public boolean isShare() {
            return this == PROPORTION || this == COMPOSITE;
        }

        /** Whether its value is a duration or a cost, of which the largest are cut. */
        public boolean isAmount() {
            return this == DURATION || this == COST;
        }
    }

    /** Desired direction. */
    public enum Better {
        LOWER,
        HIGHER
    }
}
