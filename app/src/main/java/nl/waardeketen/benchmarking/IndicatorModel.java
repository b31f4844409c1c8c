// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import java.util.Map;
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
 * @param subgroupRates what the standard expects of an average patient of each subgroup, over the reference period
 * @param cut what was cut of the largest durations or costs; {@code null} for other kinds
 * @param remarks codes of what a careful reader should know
 * @param comparisons one for each period
 */
public record IndicatorModel(
        String indicator,
        @Nullable CaseMixModel model,
        double rate,
        Map<String, Double> subgroupRates,
        @Nullable Cut cut,
        List<String> remarks,
        List<PeriodComparison> comparisons) {

    public IndicatorModel {
        subgroupRates = Map.copyOf(subgroupRates);
        remarks = List.copyOf(remarks);
        comparisons = List.copyOf(comparisons);
    }

    /** The value of ratio one: the scale of adjusted values of all periods. */
    double rate(String subgroup) {
        return subgroupRates.getOrDefault(subgroup, rate);
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
