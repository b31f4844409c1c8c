// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import nl.waardeketen.analytics.Cut;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.statistics.CaseMixModel;
import nl.waardeketen.statistics.DispersionMethod;
import nl.waardeketen.statistics.Overdispersion;
import org.jspecify.annotations.Nullable;

/**
 * How an indicator was adjusted and judged.
 *
 * @param model {@code null} where none could be fitted
 * @param rate all events over all patients of the reference period, or the mean
 * @param cut what was cut of the largest durations or costs; {@code null} for other kinds
 * @param remarks codes of what a careful reader should know
 * @param comparisons one for each period
 */
public record IndicatorModel(
        String indicator,
        @Nullable CaseMixModel model,
        double rate,
        @Nullable Cut cut,
        List<String> remarks,
        List<PeriodComparison> comparisons) {

    public IndicatorModel {
        remarks = List.copyOf(remarks);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * What holds for all organisations in one period.
     *
     * @param units organisations with patients
     * @param overallRate all events over all patients, or the mean
     * @param overdispersion {@code null} with too few organisations to tell
     */
    public record PeriodComparison(
            Period period,
            int units,
            double overallRate,
            DispersionMethod dispersion,
            @Nullable Overdispersion overdispersion,
            Differences differences) {}

    /**
     * How much organisations truly differ; not a number where that cannot be said.
     *
     * @param sd of the true differences: of log odds, of ratios of a count, of the logarithm of a duration or cost
     * @param rankability share of the differences that is not chance
     */
    public record Differences(double sd, double medianOddsRatio, double icc, double rankability) {}
}
