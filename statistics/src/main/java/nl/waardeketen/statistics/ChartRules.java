// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import org.jspecify.annotations.Nullable;

/**
 * How a control chart is made and judged.
 *
 * @param better the desired direction; {@code null} for a neutral measure
 * @param baseline centre and limits come from the first so many points of each segment; {@code null} for all
 * @param screening whether moving ranges beyond their own limit are left out of an XmR chart (Nelson 1982)
 */
public record ChartRules(
        ChartType type,
        RuleSchool school,
        @Nullable Better better,
        @Nullable Integer baseline,
        boolean screening) {

    public ChartRules {
        if (baseline != null && baseline < 2) {
            throw new IllegalArgumentException("a baseline has two points or more, not " + baseline);
        }
    }

    /** All points count, moving ranges are screened; Anhøj's rules judge a run chart, those of the NHS all others. */
    public static ChartRules defaults(ChartType type) {
        return new ChartRules(type, type == ChartType.RUN ? RuleSchool.ANHOEJ : RuleSchool.NHS, null, null, true);
    }

    public ChartRules school(RuleSchool school) {
        return new ChartRules(type, school, better, baseline, screening);
    }

    public ChartRules better(@Nullable Better better) {
        return new ChartRules(type, school, better, baseline, screening);
    }

    public ChartRules baseline(@Nullable Integer baseline) {
        return new ChartRules(type, school, better, baseline, screening);
    }

    public ChartRules screening(boolean screening) {
        return new ChartRules(type, school, better, baseline, screening);
    }
}
