// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Linear regression of the logarithm of an amount with a normal effect per unit: ln y = x′b + u + e, u ~ N(0, sd²), e ~ N(0,
 * residualSd²); with an exposure of ln(y / exposure). Exact: for a given ratio of the variances everything else has a closed
 * form, and the ratio is found in one dimension (Pinheiro &amp; Bates 2000, Mixed-Effects Models in S and S-PLUS, ch. 2).
 *
 * <p>On the scale of the amount a patient is expected to cost exp(x′b + u) times the mean of exp(residual) (Duan 1983, JASA
 * 78:605).
 *
 * <p>Limits of use: amounts of zero have no logarithm and are refused; effects are factors on the typical amount, so that a
 * unit with a few very expensive patients stands out less than by its mean.
 *
 * @param sd of the effects; zero is a valid answer: no measurable difference
 * @param residualSd of single patients
 * @param minus2LogLikelihood of ln y, at the estimates of maximum likelihood; {@code NaN} by restricted maximum likelihood
 * @param smearing mean of exp(residual)
 * @param units by code
 */
public record LinearMixedModel(
        List<Coefficient> coefficients,
        double sd,
        double residualSd,
        double minus2LogLikelihood,
        double smearing,
        List<UnitEffect> units) {

    private static final double LEAST = Math.log(1e-10);
    private static final double MOST = Math.log(1e8);

    /** How the variances are estimated. */
    public enum Estimation {
        MAXIMUM_LIKELIHOOD,
        /** Restricted maximum likelihood, which allows for the coefficients that were estimated. */
        RESTRICTED
    }

    public LinearMixedModel {
        coefficients = List.copyOf(coefficients);
        units = List.copyOf(units);
    }

    /** Fits the model to the amounts of a cohort whose cells hold rows of one amount each, with its case mix. */
    public static LinearMixedModel fit(Kind kind, Cohort cohort, Estimation estimation) {
        requirePositive(cohort.cells());
        var plain = new ModelFitting(kind, cohort.patterns(kind));
        var design = plain.requireDesign();
        var amounts = new LogAmounts(cohort, design);
        double total = Arrays.stream(amounts.rows()).sum();
        double spare = estimation == Estimation.RESTRICTED ? total - design.width() : total;
        double ratio = ratio(amounts, spare, estimation);
        var at = amounts.at(ratio);
        double variance = spare > 0 ? at.squares() / spare : 0;
        var coefficients = plain.reported(at.coefficients(), at.information().inverse(), variance);
        double criterion = estimation == Estimation.RESTRICTED ? Double.NaN : criterion(at, spare, estimation);
        var effects = effects(amounts, at, ratio);
        double smearing = smearing(cohort, amounts, at, effects);
        return new LinearMixedModel(
                coefficients,
                Math.sqrt(ratio * variance),
                Math.sqrt(variance),
                criterion,
                smearing,
                units(cohort, amounts, at, ratio, Math.sqrt(variance), effects, smearing));
    }

    private static void requirePositive(Patterns cells) {
        double zero = 0;
        for (int cell = 0; cell < cells.size(); cell++) {
            zero += cells.observed()[cell] > 0 ? 0 : cells.rows()[cell];
        }
        if (zero > 0) {
            throw ModelRefusal.of(
                    "hierarchical.zero",
                    "",
                    "the hierarchical model is of the logarithm of the outcome, which is 0 in " + Math.round(zero)
                            + (zero > 1 ? " rows" : " row")
                            + "; compare rows above 0 apart from the share of zeros, or drop --hierarchical");
        }
    }

    /** Ratio of the variance between units to that within; zero where that fits as well. */
    private static double ratio(LogAmounts amounts, double spare, Estimation estimation) {
        if (!(spare > 0) || amounts.squares() < 1e-18 * spare) {
            return 0;
        }
        double ratio =
                Math.exp(Peak.between(LEAST, MOST, log -> -criterion(amounts.at(Math.exp(log)), spare, estimation)));
        return criterion(amounts.at(ratio), spare, estimation) < criterion(amounts.at(0), spare, estimation) - 1e-9
                ? ratio
                : 0;
    }

    private static double criterion(LogAmounts.At at, double spare, Estimation estimation) {
        double value = spare * (Math.log(2 * Math.PI * at.squares() / spare) + 1) + at.logDeterminant();
        return estimation == Estimation.RESTRICTED ? value + at.information().logDeterminant() : value;
    }

    private static double[] effects(LogAmounts amounts, LogAmounts.At at, double ratio) {
        var effects = amounts.byUnit(LogAmounts.times(amounts.cellRows(), amounts.residuals(at.coefficients())));
        Arrays.setAll(effects, unit -> effects[unit] * ratio / (1 + ratio * amounts.rows()[unit]));
        return effects;
    }

    private static double smearing(Cohort cohort, LogAmounts amounts, LogAmounts.At at, double[] effects) {
        var residuals = amounts.residuals(at.coefficients());
        double sum = 0;
        for (int cell = 0; cell < residuals.length; cell++) {
            sum += amounts.cellRows()[cell] * Math.exp(residuals[cell] - effects[cohort.unitOfCell()[cell]]);
        }
        return sum / Arrays.stream(amounts.rows()).sum();
    }

    private static List<UnitEffect> units(
            Cohort cohort,
            LogAmounts amounts,
            LogAmounts.At at,
            double ratio,
            double residualSd,
            double[] effects,
            double smearing) {
        var expected = amounts.byUnit(amounts.medians(at.coefficients()));
        return IntStream.range(0, effects.length)
                .boxed()
                .sorted((left, right) -> CodePoints.ORDER.compare(
                        cohort.units().get(left), cohort.units().get(right)))
                .map(i -> {
                    double conditional = residualSd * Math.sqrt(ratio / (1 + ratio * amounts.rows()[i]));
                    double average = smearing * expected[i];
                    return new UnitEffect(
                            cohort.units().get(i),
                            effects[i],
                            conditional,
                            average * Math.exp(effects[i]),
                            average,
                            Math.exp(effects[i] - UnitEffect.BAND * conditional),
                            Math.exp(effects[i] + UnitEffect.BAND * conditional));
                })
                .toList();
    }
}
