// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.analytics.QuarterSums;
import nl.waardeketen.benchmarking.IndicatorModel.Differences;
import nl.waardeketen.benchmarking.IndicatorModel.PeriodComparison;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.statistics.CaseMixModel;
import nl.waardeketen.statistics.ComparedUnit;
import nl.waardeketen.statistics.Comparison;
import nl.waardeketen.statistics.ComparisonRules;
import nl.waardeketen.statistics.Hierarchical;
import nl.waardeketen.statistics.Interval;
import nl.waardeketen.statistics.Kind;
import nl.waardeketen.statistics.Limits;
import nl.waardeketen.statistics.ShrunkenUnit;
import nl.waardeketen.statistics.Signal;
import nl.waardeketen.statistics.Spread;
import nl.waardeketen.statistics.UnitTotals;

/**
 * The organisations of one period, compared with the standard. Adjusted rates are ratios times the scale: what the standard
 * expects on average of such patients in the reference period.
 */
final class PeriodUnits {
    private final Period period;
    private final String subgroup;
    private final double scale;
    private final List<QuarterSums> sums;
    private final Comparison comparison;
    private final Hierarchical hierarchical;

    private PeriodUnits(
            Period period,
            String subgroup,
            double scale,
            List<QuarterSums> sums,
            Comparison comparison,
            Hierarchical hierarchical) {
        this.period = period;
        this.subgroup = subgroup;
        this.scale = scale;
        this.sums = sums;
        this.comparison = comparison;
        this.hierarchical = hierarchical;
    }

    static PeriodUnits of(Standard standard, List<QuarterSums> sums, Period period, String subgroup, double scale) {
        var totals = sums.stream()
                .filter(sum -> sum.n() > 0)
                .map(sum -> totals(standard, sum))
                .toList();
        boolean adjusted =
                standard.model() != null && standard.model().coefficients().size() > 1;
        var rules = ComparisonRules.calibrated(standard.kind(), adjusted);
        return new PeriodUnits(
                period,
                subgroup,
                scale,
                sums,
                Comparison.of(standard.kind(), totals, rules),
                Hierarchical.ofShiftedTotals(standard.kind(), totals));
    }

    private static UnitTotals totals(Standard standard, QuarterSums sum) {
        double n = (double) sum.n();
        var spread = new Spread(sum.squares(), sum.products(), sum.expectedSquares(), null);
        double variance = variance(standard, sum);
        return new UnitTotals(
                sum.unit(),
                sum.n(),
                sum.observed(),
                n,
                sum.expected(),
                variance,
                standard.kind().isAmount() ? spread : null);
    }

    private static double variance(Standard standard, QuarterSums sum) {
        if (standard.kind() == Kind.PROPORTION) {
            return Math.max(0, sum.expected() - sum.expectedSquares());
        }
        if (standard.kind() == Kind.COUNT) {
            return sum.expected();
        }
        CaseMixModel model = standard.model();
        return model == null ? Double.NaN : model.dispersion() * sum.expectedSquares();
    }

    PeriodComparison comparison() {
        return new PeriodComparison(
                period,
                comparison.units().size(),
                comparison.overallRate(),
                comparison.dispersion(),
                comparison.overdispersion(),
                new Differences(
                        hierarchical.sd(),
                        hierarchical.medianOddsRatio(),
                        hierarchical.icc(),
                        hierarchical.rankability()));
    }

    /** One for each organisation with patients, also when all their values are missing. */
    List<Result> results(Indicator indicator) {
        Map<String, ComparedUnit> compared = comparison.units().stream()
                .collect(Collectors.toMap(unit -> unit.totals().unit(), Function.identity()));
        Map<String, ShrunkenUnit> shrunken =
                hierarchical.units().stream().collect(Collectors.toMap(ShrunkenUnit::unit, Function.identity()));
        var results = new ArrayList<Result>();
        for (var sum : sums) {
            var unit = compared.get(sum.unit());
            results.add(new Result(
                    indicator.code(),
                    period,
                    subgroup,
                    sum.missing(),
                    unit == null ? nothingKnown(sum) : onScale(unit),
                    shrunken.getOrDefault(sum.unit(), ShrunkenUnit.unknown(sum.unit()))));
        }
        return results;
    }

    private ComparedUnit onScale(ComparedUnit unit) {
        return new ComparedUnit(
                unit.totals(),
                unit.ratio(),
                unit.own(),
                unit.ratio() * scale,
                unit.z(),
                unit.zAdjusted(),
                unit.limits(),
                unit.exact(),
                unit.signal());
    }

    private static ComparedUnit nothingKnown(QuarterSums sum) {
        var none = new Limits(Interval.NONE, Interval.NONE);
        return new ComparedUnit(
                new UnitTotals(sum.unit(), 0, 0, 0, 0, 0),
                Double.NaN,
                Interval.NONE,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                none,
                none,
                Signal.TOO_FEW);
    }
}
