// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Logistic regression with a normal effect per unit: logit P(y = 1) = x′b + u, u ~ N(0, sd²), by maximum likelihood. The
 * effects are integrated out by adaptive Gauss–Hermite quadrature around their modes (Pinheiro &amp; Bates 1995), one node
 * being the approximation of Laplace. Coefficients, standard deviation and effects are those of lme4's {@code glmer}.
 *
 * <p>Standard errors are by the information of coefficients and standard deviation together, by the identity of Louis (1982)
 * with eight nodes; with a standard deviation of zero those of the model without effects.
 *
 * <p>Limits of use: effects are taken as normal; the band of a unit takes coefficients and standard deviation as known, and
 * from few units the latter hardly is.
 *
 * @param sd of the effects; zero is a valid answer: no measurable difference
 * @param minus2LogLikelihood of single patients, as lme4 has it for one row per patient. For rows of trials lme4 adds −2 Σ ln
 *     (n over y) with one node, and with more nodes reports it relative to the saturated model
 * @param nodes of the quadrature
 * @param units by code
 */
public record RandomInterceptModel(
        List<Coefficient> coefficients, double sd, double minus2LogLikelihood, int nodes, List<UnitEffect> units) {
    /** Nodes unless asked otherwise. */
    public static final int NODES = 15;

    public RandomInterceptModel {
        coefficients = List.copyOf(coefficients);
        units = List.copyOf(units);
    }

    /** Fits the model to a proportion, with the case mix of the cohort. */
    public static RandomInterceptModel fit(Cohort cohort, int nodes) {
        var cells = UnitCells.of(cohort, cohort.patternOfCell());
        var plain = new ModelFitting(Kind.PROPORTION, cohort.patterns());
        var design = plain.requireDesign();
        var start = plain.summit().coefficients();
        var likelihood = new MarginalLikelihood(
                FixedPart.of(design), cells, cohort.patterns().size(), GaussHermite.of(nodes));
        var summit = new RandomInterceptFitting(likelihood).from(start);
        return of(
                cohort,
                nodes,
                summit,
                plain.reported(summit.coefficients(), summit.covariance(), 1),
                new double[cohort.units().size()]);
    }

    /**
     * Estimates the standard deviation alone, around expected numbers from elsewhere that are not rescaled: the predictor of
     * a cell is the logit of its expected share, without coefficients.
     *
     * @param expected number of events of each cell of the cohort
     */
    public static RandomInterceptModel given(Cohort cohort, double[] expected, int nodes) {
        return given(cohort, expected, nodes, Double.NaN);
    }

    /** The same with a standard deviation from elsewhere; {@code NaN} to estimate it. */
    static RandomInterceptModel given(Cohort cohort, double[] expected, int nodes, double sd) {
        int size = cohort.cells().size();
        var cells = UnitCells.of(cohort, IntStream.range(0, size).toArray());
        var predictors = new double[size];
        var certain = new double[cohort.units().size()];
        for (int place = 0; place < size; place++) {
            int cell = cells.pattern()[place];
            double share = expected[cell] / cells.trials()[place];
            predictors[cell] = Math.log(share / (1 - share));
            if (!Double.isFinite(predictors[cell])) {
                predictors[cell] = 0;
                certain[cohort.unitOfCell()[cell]] += expected[cell];
                cells.trials()[place] = 0;
                cells.events()[place] = 0;
            }
        }
        var likelihood = new MarginalLikelihood(FixedPart.given(predictors), cells, size, GaussHermite.of(nodes));
        var fitting = new RandomInterceptFitting(likelihood);
        var none = new double[0];
        var summit = Double.isNaN(sd) ? fitting.from(none) : fitting.at(none, sd);
        return of(cohort, nodes, summit, List.of(), certain);
    }

    private static RandomInterceptModel of(
            Cohort cohort,
            int nodes,
            RandomInterceptFitting.Summit summit,
            List<Coefficient> coefficients,
            double[] certain) {
        var integrals = summit.evaluation().units();
        var units = IntStream.range(0, integrals.size())
                .boxed()
                .sorted((left, right) -> CodePoints.ORDER.compare(
                        cohort.units().get(left), cohort.units().get(right)))
                .map(i -> effect(cohort.units().get(i), summit.sd(), integrals.get(i), certain[i]))
                .toList();
        double value = summit.evaluation().value();
        return new RandomInterceptModel(coefficients, summit.sd(), -2 * value, nodes, units);
    }

    private static UnitEffect effect(String unit, double sd, UnitIntegral integral, double certain) {
        double expected = integral.expected() + certain;
        return new UnitEffect(
                unit,
                sd * integral.mode(),
                sd * integral.scale(),
                integral.predicted(0) + certain,
                expected,
                (integral.predicted(-UnitEffect.BAND) + certain) / expected,
                (integral.predicted(UnitEffect.BAND) + certain) / expected);
    }
}
