// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import nl.waardeketen.analytics.Cut;
import nl.waardeketen.analytics.DuckDbEngine;
import nl.waardeketen.analytics.EngineOpening;
import nl.waardeketen.analytics.Facts;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.analytics.QuarterSums;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.analytics.ZeroDelivery;
import nl.waardeketen.benchmarking.IndicatorModel.PeriodComparison;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.concepts.IndicatorFacts;
import nl.waardeketen.concepts.OutcomeSet;
import org.jspecify.annotations.Nullable;

/**
 * Computes a release: facts in one pass over the lake, a case-mix model per indicator on all organisations and the whole
 * reference period together, and the comparison of organisations in every period with what that model expects.
 */
final class ReleaseComputation {
    /** Remark with the number of organisations whose durations or costs are all zero. */
    static final String ONLY_ZEROS = "amount.only-zeros";

    private final OutcomeSet set;
    private final Facts facts;
    private final List<Period> periods;
    private final ReleaseWatch watch;

    /**
     * What was computed; results by indicator, subgroup, period and organisation.
     *
     * @param zeroDeliveries durations and costs that were taken for missing, as all of an organisation are zero
     */
    record Computed(
            List<Period> periods,
            long episodes,
            List<IndicatorModel> models,
            List<Result> results,
            List<ZeroDelivery> zeroDeliveries) {}

    private record Compared(IndicatorModel model, List<Result> results) {}

    private ReleaseComputation(OutcomeSet set, Facts facts, Period reference, ReleaseWatch watch) {
        this.set = set;
        this.facts = facts;
        this.watch = watch;
        this.periods = periods(set, reference);
    }

    static Computed compute(OutcomeSet set, List<Path> episodes, Period reference, Scratch scratch) {
        return compute(set, episodes, reference, DuckDbEngine::open, scratch.folder(), ReleaseWatch.NOBODY);
    }

    static Computed compute(
            OutcomeSet set,
            List<Path> episodes,
            Period reference,
            EngineOpening opening,
            Path scratch,
            ReleaseWatch watch) {
        var plan = IndicatorFacts.plan(set, reference);
        try (var facts = Facts.of(opening.open(episodes, scratch), episodes, plan)) {
            return new ReleaseComputation(set, facts, reference, watch).compute();
        }
    }

    /**
     * The reference period, its years, the four quarters that end with each quarter, and its quarters; no quarters where
     * dates are years only.
     */
    static List<Period> periods(OutcomeSet set, Period reference) {
        var periods = new TreeSet<Period>();
        periods.add(reference);
        for (int year = reference.from().getYear(); year < reference.until().getYear(); year++) {
            var whole = Period.year(year);
            if (!whole.from().isBefore(reference.from()) && !whole.until().isAfter(reference.until())) {
                periods.add(whole);
            }
        }
        if (set.resolution() == OutcomeSet.Resolution.QUARTER) {
            periods.addAll(reference.quarters());
            periods.addAll(reference.rollingYears());
        }
        return List.copyOf(periods);
    }

    private Computed compute() {
        var indicators = set.indicators();
        var standards = eachOf(ReleaseWatch.Step.MODELS, i -> {
            var patterns = facts.patterns(i);
            return Standard.of(indicators.get(i), patterns.patterns()).spread(patterns);
        });
        watch.reached(ReleaseWatch.Step.SUMS, 0, 1);
        var sums = facts.sums(standards.stream().map(Standard::rates).toList());
        var cuts = facts.cuts();
        var compared = eachOf(
                ReleaseWatch.Step.COMPARISONS,
                i -> compare(indicators.get(i), standards.get(i), cuts.get(i), sums.get(i)));
        return new Computed(
                periods,
                facts.episodes(),
                compared.stream().map(Compared::model).toList(),
                compared.stream().flatMap(each -> each.results().stream()).toList(),
                facts.zeroDeliveries());
    }

    /** Without names, as whoever may see the model reads it. */
    private List<String> remarks(Indicator indicator, Standard standard) {
        int number = set.indicators().indexOf(indicator);
        long organisations = facts.zeroDeliveries().stream()
                .filter(zero -> zero.indicator() == number)
                .map(ZeroDelivery::unit)
                .distinct()
                .count();
        return organisations == 0
                ? standard.remarks()
                : Stream.concat(Stream.of(ONLY_ZEROS + ":" + organisations), standard.remarks().stream())
                        .toList();
    }

    private <T> List<T> eachOf(ReleaseWatch.Step step, IntFunction<T> question) {
        return watch.eachOf(step, set.indicators().size(), question);
    }

    private Compared compare(Indicator indicator, Standard standard, @Nullable Cut cut, List<QuarterSums> sums) {
        var comparisons = new ArrayList<PeriodComparison>();
        var subgroupRates = new HashMap<String, Double>();
        var results = new ArrayList<Result>();
        for (int subgroup = -1; subgroup < set.subgroups().size(); subgroup++) {
            var code = subgroup < 0 ? "" : set.subgroups().get(subgroup).code();
            int bit = subgroup < 0 ? 0 : 1 << subgroup;
            var ofSubgroup =
                    sums.stream().filter(sum -> (sum.subgroups() & bit) == bit).toList();
            double scale = subgroup < 0 ? standard.rate() : expectedOnAverage(ofSubgroup);
            if (subgroup >= 0) {
                subgroupRates.put(code, scale);
            }
            for (var period : periods) {
                var units = PeriodUnits.of(standard, inPeriod(ofSubgroup, period), period, code, scale);
                results.addAll(units.results(indicator));
                if (subgroup < 0) {
                    comparisons.add(units.comparison());
                }
            }
        }
        var model = new IndicatorModel(
                indicator.code(),
                standard.model(),
                standard.rate(),
                subgroupRates,
                cut,
                remarks(indicator, standard),
                comparisons);
        return new Compared(model, results);
    }

    /** Of the whole reference period, so that values of all its periods are on one scale. */
    private static double expectedOnAverage(List<QuarterSums> sums) {
        double expected = sums.stream().mapToDouble(QuarterSums::expected).sum();
        return expected / sums.stream().mapToLong(QuarterSums::n).sum();
    }

    /**
     * Sums of every unit over the quarters of a period, by unit.
     *
     * @param sums by unit, then by quarter
     */
    static List<QuarterSums> inPeriod(List<QuarterSums> sums, Period period) {
        var byUnit = new LinkedHashMap<String, QuarterSums>();
        for (var sum : sums) {
            var quarter = sum.quarter().from();
            if (!quarter.isBefore(period.from()) && quarter.isBefore(period.until())) {
                byUnit.merge(sum.unit(), sum, QuarterSums::plus);
            }
        }
        return List.copyOf(byUnit.values());
    }
}
