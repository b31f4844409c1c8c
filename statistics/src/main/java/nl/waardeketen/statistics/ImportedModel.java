// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A case-mix model that was fitted elsewhere, on a whole country say, for a group too small for a model of its own. Nothing is
 * fitted and nothing rescaled: expected Σ h(a + x′b), h the inverse link, a the average intercept; predicted Σ h(a + u + x′b)
 * with the effect u of the unit. Their ratio is the excess ratio of the American readmission programme (Horwitz et al. 2011,
 * CMS hospital-wide readmission measure), whose effect of a hospital is a + u.
 *
 * <p>The effect of a unit comes along, as a coefficient named after unit column and unit; or it follows from the unit's own
 * patients and the standard deviation between units, named {@value #SD}, or, without that, the one that these units show
 * around their expected values.
 *
 * <p>Limits of use: coefficients belong to the definitions, the patients and the years that they were fitted on. A missing
 * number counts as the mean of these data.
 *
 * @param unitColumn name of the unit of comparison
 * @param coefficients by name, as {@link CaseMixModel} names them
 */
public record ImportedModel(Kind kind, String unitColumn, Map<String, Double> coefficients) {
    public static final String INTERCEPT = "(Intercept)";

    /** Name of the standard deviation between units, of log odds or of ratios of a count. */
    public static final String SD = "(sd)";

    public ImportedModel {
        coefficients = Map.copyOf(coefficients);
        if (!(coefficients.getOrDefault(SD, 0.0) >= 0)) {
            throw ModelRefusal.of(
                    "coefficients.sd", "", "a standard deviation between units is not negative; repair " + SD);
        }
    }

    /** Expected rate of every pattern. */
    public double[] rates(Patterns patterns) {
        return Arrays.stream(predictors(patterns)).map(this::inverseLink).toArray();
    }

    private double[] predictors(Patterns patterns) {
        var known = coefficients.keySet().stream()
                .filter(name -> name.equals(SD) || isEffect(name))
                .collect(Collectors.toSet());
        return new ImportedPredictor(coefficients).of(patterns, known);
    }

    private boolean isEffect(String name) {
        return name.startsWith(unitColumn + "=");
    }

    /** Expected value of every cell of a cohort. */
    public double[] expected(Cohort cohort) {
        var rates = rates(cohort.patterns());
        var expected = new double[cohort.cells().size()];
        Arrays.setAll(expected, cell -> cohort.cells().weight()[cell] * rates[cohort.patternOfCell()[cell]]);
        return expected;
    }

    /** Observed and expected per unit, sorted by unit; the variance of a proportion is Σp(1 − p). */
    public List<UnitTotals> totals(Cohort cohort, IntervalMethod interval) {
        return kind.isAmount()
                ? cohort.givenTotals(kind, expected(cohort), interval)
                : cohort.totals(kind, rates(cohort.patterns()));
    }

    /** Shrunken estimates around the expected values. */
    public Hierarchical hierarchical(Cohort cohort, List<UnitTotals> totals, int nodes) {
        if (coefficients.keySet().stream().anyMatch(this::isEffect)) {
            return withEffects(cohort, totals);
        }
        var expected = expected(cohort);
        var sd = coefficients.get(SD);
        return sd == null
                ? Hierarchical.given(kind, cohort, totals, expected, nodes)
                : Hierarchical.given(kind, cohort, totals, expected, nodes, sd);
    }

    private Hierarchical withEffects(Cohort cohort, List<UnitTotals> totals) {
        requireEffects(totals);
        var predictors = predictors(cohort.patterns());
        var predicted = new double[cohort.cells().size()];
        Arrays.setAll(predicted, cell -> {
            var unit = cohort.units().get(cohort.unitOfCell()[cell]);
            double effect = coefficients.getOrDefault(unitColumn + "=" + unit, 0.0);
            return cohort.cells().weight()[cell] * inverseLink(predictors[cohort.patternOfCell()[cell]] + effect);
        });
        var ofUnit = Cohort.sum(predicted, cohort.unitOfCell(), cohort.units().size());
        var units = totals.stream()
                .map(unit -> {
                    double sum = ofUnit[cohort.units().indexOf(unit.unit())];
                    double ratio = sum / unit.expected();
                    return new ShrunkenUnit(unit.unit(), sum, unit.expected(), ratio, Double.NaN, Double.NaN);
                })
                .toList();
        return Hierarchical.withSd(kind, coefficients.getOrDefault(SD, Double.NaN), totals, units);
    }

    private void requireEffects(List<UnitTotals> totals) {
        var without = totals.stream()
                .map(unit -> unitColumn + "=" + unit.unit())
                .filter(name -> !coefficients.containsKey(name))
                .map(name -> new ModelRefusal.Finding(
                        "coefficients.missing",
                        unitColumn,
                        "there is no effect " + name + ", though other units have one; add it to the file"))
                .toList();
        if (!without.isEmpty()) {
            throw new ModelRefusal(without);
        }
    }

    private double inverseLink(double predictor) {
        return kind == Kind.PROPORTION ? 1 / (1 + Math.exp(-predictor)) : Math.exp(predictor);
    }
}
