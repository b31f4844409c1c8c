// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/** What a point of a control chart says. */
public enum Judgement {
    COMMON_CAUSE,
    IMPROVEMENT,
    CONCERN,
    /** More than common variation, of a measure without desired direction or in neither direction. */
    SPECIAL_CAUSE,
    /** Left out of centre, limits and runs. */
    EXCLUDED
}
