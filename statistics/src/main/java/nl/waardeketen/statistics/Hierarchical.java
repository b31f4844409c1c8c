// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The hierarchical view of a comparison: how much units truly differ, and what each may be expected to do when chance is
 * allowed for. A proportion by {@link RandomInterceptModel}, a count by {@link GammaPoisson} around the expected numbers of
 * its case-mix model, a duration or cost by {@link LinearMixedModel} by restricted maximum likelihood.
 *
 * <p>Median odds ratio exp(Φ⁻¹(0.75) √2 sd) (Larsen &amp; Merlo 2005, American Journal of Epidemiology 161:81). Intraclass
 * correlation sd²/(sd² + π²/3), of a duration or cost sd²/(sd² + residual variance). Rankability sd²/(sd² + median 1/V), the
 * share of the differences that is not chance (van Dishoeck, Lingsma, Mackenbach &amp; Steyerberg 2011), V being the
 * variance of the observed number under the case-mix model; of a duration or cost its number of rows over the residual
 * variance.
 *
 * @param sd of the true differences: of log odds, of ratios of a count, of the logarithm of a duration or cost; zero is a
 *     valid answer
 * @param medianOddsRatio {@code NaN} unless the outcome is a proportion
 * @param icc {@code NaN} of a count
 * @param rankability from 0, all chance, to 1; {@code NaN} when no unit says anything
 * @param units by code
 */
public record Hierarchical(
        Kind kind, double sd, double medianOddsRatio, double icc, double rankability, List<ShrunkenUnit> units) {
    private static final double UPPER_QUARTILE = 0.6744897501960817;
    private static final double LOGISTIC_VARIANCE = Math.PI * Math.PI / 3;

    public Hierarchical {
        units = List.copyOf(units);
    }

    /**
     * With the case mix of the cohort. What the model without effects refuses is refused: an outcome that does not vary (see
     * {@link #none}), collinear or separating columns. Cells of a duration or cost hold rows of one amount each, above zero.
     *
     * @param nodes of the quadrature of a proportion
     */
    public static Hierarchical of(Kind kind, Cohort cohort, int nodes) {
        return of(kind, cohort, cohort.totals(cohort.fit(kind), IntervalMethod.ANALYTIC), nodes);
    }

    /**
     * The same when the model without effects has been fitted already.
     *
     * @param totals of the units by that model
     */
    public static Hierarchical of(Kind kind, Cohort cohort, List<UnitTotals> totals, int nodes) {
        return switch (kind) {
            case PROPORTION -> ofProportion(RandomInterceptModel.fit(cohort, nodes), totals);
            case COUNT -> ofCounts(totals);
            case DURATION, COST -> ofAmounts(kind, cohort);
        };
    }

    /**
     * Around expected values from elsewhere, which are never rescaled: effects are deviations from them, not from the average
     * of these units.
     *
     * @param totals of the units by these expected values
     * @param expected of each cell of the cohort
     */
    public static Hierarchical given(Kind kind, Cohort cohort, List<UnitTotals> totals, double[] expected, int nodes) {
        if (kind.isAmount()) {
            throw new IllegalArgumentException("a hierarchical model of a " + kind + " has expected values of its own");
        }
        return kind == Kind.COUNT
                ? ofCounts(totals)
                : ofProportion(RandomInterceptModel.given(cohort, expected, nodes), totals);
    }

    /**
     * From observed, expected and variance of the units alone, as a release has them for every period, around expected values
     * that are not rescaled. A proportion as if all patients of a unit had one risk p = 1 − V/E and there were n = E/p of them,
     * which keeps expectation and variance (as exact limits do); a count by {@link GammaPoisson}; a duration or cost by normal
     * effects on ln(O/E) with variance V/E².
     *
     * <p>Limits of use: an approximation for proportions, close where risks within a unit do not differ wildly.
     */
    public static Hierarchical ofTotals(Kind kind, List<UnitTotals> totals) {
        var byUnit = totals.stream().sorted(UnitTotals.BY_UNIT).toList();
        return switch (kind) {
            case PROPORTION -> TotalsOfEvents.shrunken(byUnit);
            case COUNT -> ofCounts(byUnit);
            case DURATION, COST -> TotalsOfAmounts.shrunken(kind, byUnit);
        };
    }

    /**
     * The same when all units together may lie elsewhere than expected, as those of one quarter or of a subgroup do: expected
     * values are first scaled to what is observed in all, so that a common shift is not taken for differences. Ratios remain
     * predicted over the expected values that were given.
     */
    public static Hierarchical ofShiftedTotals(Kind kind, List<UnitTotals> totals) {
        double observed = totals.stream().mapToDouble(UnitTotals::observed).sum();
        double expected = totals.stream().mapToDouble(UnitTotals::expected).sum();
        double shift = observed / expected;
        if (!(shift > 0) || !Double.isFinite(shift)) {
            return ofTotals(kind, totals);
        }
        var around = ofTotals(
                kind, totals.stream().map(unit -> shifted(kind, unit, shift)).toList());
        var units = around.units().stream()
                .map(unit -> new ShrunkenUnit(
                        unit.unit(),
                        unit.predicted(),
                        unit.expected() / shift,
                        unit.ratio() * shift,
                        unit.low() * shift,
                        unit.high() * shift))
                .toList();
        return new Hierarchical(kind, around.sd(), around.medianOddsRatio(), around.icc(), around.rankability(), units);
    }

    /** The variance follows the expected value as it does for patients who are alike. */
    private static UnitTotals shifted(Kind kind, UnitTotals unit, double shift) {
        double expected = unit.expected() * shift;
        double variance = switch (kind) {
            case PROPORTION -> {
                double risk = Math.min(1, (1 - unit.variance() / unit.expected()) * shift);
                yield unit.expected() > 0 ? expected * (1 - risk) : 0;
            }
            case COUNT -> expected;
            case DURATION, COST -> unit.variance() * shift * shift;
        };
        return unit.withExpected(expected, variance);
    }

    /** The same with a standard deviation between units that is from elsewhere too. */
    static Hierarchical given(
            Kind kind, Cohort cohort, List<UnitTotals> totals, double[] expected, int nodes, double sd) {
        return kind == Kind.COUNT
                ? ofCounts(new GammaPoisson(1 / (sd * sd)), totals)
                : ofProportion(RandomInterceptModel.given(cohort, expected, nodes, sd), totals);
    }

    /** Of an outcome that nobody or everybody has, which says nothing about differences. */
    public static Hierarchical none(Kind kind, List<UnitTotals> totals) {
        var units = totals.stream()
                .map(unit -> new ShrunkenUnit(
                        unit.unit(), unit.expected(), unit.expected(), Double.NaN, Double.NaN, Double.NaN))
                .toList();
        return new Hierarchical(kind, Double.NaN, Double.NaN, Double.NaN, Double.NaN, units);
    }

    private static Hierarchical ofProportion(RandomInterceptModel model, List<UnitTotals> totals) {
        return withSd(
                Kind.PROPORTION,
                model.sd(),
                totals,
                model.units().stream().map(UnitEffect::shrunken).toList());
    }

    private static Hierarchical ofCounts(List<UnitTotals> totals) {
        var model = GammaPoisson.fit(
                totals.stream().mapToDouble(UnitTotals::observed).toArray(),
                totals.stream().mapToDouble(UnitTotals::expected).toArray());
        return ofCounts(model, totals);
    }

    private static Hierarchical ofCounts(GammaPoisson model, List<UnitTotals> totals) {
        return withSd(
                Kind.COUNT,
                model.sd(),
                totals,
                totals.stream().map(unit -> ofCount(model, unit)).toList());
    }

    /** Of a proportion or count. */
    static Hierarchical withSd(Kind kind, double sd, List<UnitTotals> totals, List<ShrunkenUnit> units) {
        boolean odds = kind == Kind.PROPORTION;
        return new Hierarchical(
                kind,
                sd,
                odds ? Math.exp(UPPER_QUARTILE * Math.sqrt(2) * sd) : Double.NaN,
                odds ? sd * sd / (sd * sd + LOGISTIC_VARIANCE) : Double.NaN,
                Rankability.of(sd, precisions(totals)),
                units);
    }

    private static ShrunkenUnit ofCount(GammaPoisson model, UnitTotals unit) {
        double expected = unit.expected();
        if (!(expected > 0)) {
            return new ShrunkenUnit(unit.unit(), expected, expected, Double.NaN, Double.NaN, Double.NaN);
        }
        double ratio = model.ratio(unit.observed(), expected);
        var interval = model.interval(unit.observed(), expected);
        return new ShrunkenUnit(unit.unit(), ratio * expected, expected, ratio, interval.low(), interval.high());
    }

    private static Hierarchical ofAmounts(Kind kind, Cohort cohort) {
        var model = LinearMixedModel.fit(kind, cohort, LinearMixedModel.Estimation.RESTRICTED);
        double variance = model.sd() * model.sd();
        double residual = model.residualSd() * model.residualSd();
        var rows = Cohort.sum(
                cohort.cells().rows(), cohort.unitOfCell(), cohort.units().size());
        var precisions = IntStream.range(0, rows.length)
                .mapToDouble(unit -> rows[unit] / residual)
                .toArray();
        return new Hierarchical(
                kind,
                model.sd(),
                Double.NaN,
                variance == 0 ? 0 : variance / (variance + residual),
                Rankability.of(model.sd(), precisions),
                model.units().stream().map(UnitEffect::shrunken).toList());
    }

    private static double[] precisions(List<UnitTotals> totals) {
        return totals.stream().mapToDouble(UnitTotals::variance).toArray();
    }
}
