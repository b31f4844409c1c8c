// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.waardeketen.analytics.DuckDbEngine;
import nl.waardeketen.analytics.EngineOpening;
import nl.waardeketen.analytics.Facts;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.analytics.QuarterSums;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.benchmarking.IndicatorModel.PeriodComparison;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.concepts.IndicatorFacts;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.statistics.CodePoints;

/**
 * Computes a release: facts in one pass over the lake, a case-mix model per indicator on all organisations and the whole
 * reference period together, and the comparison of organisations in every period with what that model expects.
 */
final class ReleaseComputation {
    private final OutcomeSet set;
    private final Facts facts;
    private final List<Period> periods;
    private final List<IndicatorModel> models = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();

    /** What was computed; results by indicator, period and organisation. */
    record Computed(List<Period> periods, long episodes, List<IndicatorModel> models, List<Result> results) {}

    private ReleaseComputation(OutcomeSet set, Facts facts, Period reference) {
        this.set = set;
        this.facts = facts;
        this.periods = periods(set, reference);
    }

    static Computed compute(OutcomeSet set, List<Path> episodes, Period reference, Scratch scratch) {
        return compute(set, episodes, reference, scratch, DuckDbEngine::open);
    }

    static Computed compute(
            OutcomeSet set, List<Path> episodes, Period reference, Scratch scratch, EngineOpening opening) {
        var engine = opening.open(episodes, scratch.folder());
        try (var facts = Facts.of(engine, episodes, IndicatorFacts.of(set), reference)) {
            return new ReleaseComputation(set, facts, reference).compute();
        }
    }

    /** The reference period, its last four quarters, its years and its quarters; no quarters where dates are years only. */
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
            periods.add(reference.lastYear());
            periods.addAll(reference.quarters());
        }
        return List.copyOf(periods);
    }

    private Computed compute() {
        for (int i = 0; i < set.indicators().size(); i++) {
            compute(i, set.indicators().get(i));
        }
        return new Computed(periods, facts.episodes(), List.copyOf(models), List.copyOf(results));
    }

    private void compute(int number, Indicator indicator) {
        var patterns = facts.patterns(number);
        var standard = Standard.of(indicator, patterns.patterns());
        var sums = facts.sums(number, patterns, standard.rates());
        var comparisons = new ArrayList<PeriodComparison>();
        for (var period : periods) {
            var units = PeriodUnits.of(standard, inPeriod(sums, period), period);
            results.addAll(units.results(indicator));
            comparisons.add(units.comparison());
        }
        models.add(new IndicatorModel(
                indicator.code(), standard.model(), standard.rate(), standard.remarks(), comparisons));
    }

    private static List<QuarterSums> inPeriod(List<QuarterSums> sums, Period period) {
        Map<String, QuarterSums> byUnit = new TreeMap<>(CodePoints.ORDER);
        sums.stream()
                .filter(sum -> !sum.quarter().from().isBefore(period.from())
                        && sum.quarter().from().isBefore(period.until()))
                .sorted(Comparator.comparing((QuarterSums sum) -> sum.quarter().from()))
                .forEach(sum -> byUnit.merge(sum.unit(), sum, QuarterSums::plus));
        return List.copyOf(byUnit.values());
    }
}
