// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.List;
import nl.waardeketen.web.Phrase;

/**
 * Which column a variable may be.
 *
 * @param score from 0 to 1; how sure it is, no probability
 * @param reasons in words: the name, then the content
 * @param also other columns that come close
 */
record Proposal(String variable, String column, double score, List<Phrase> reasons, List<String> also) {
    Proposal {
        reasons = List.copyOf(reasons);
        also = List.copyOf(also);
    }

    /** Whether it may be taken without a look; others are to be looked at first. */
    boolean sure() {
        return score >= 0.75 && also.isEmpty();
    }
}
