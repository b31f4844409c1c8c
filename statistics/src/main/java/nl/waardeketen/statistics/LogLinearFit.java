// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.Arrays;

/**
 * Least squares on the logarithm of amounts, see {@link ModelForm#LOG_LINEAR}: mean = smearing × e^η, smearing the mean of
 * y/e^η.
 */
final class LogLinearFit {
    private static final double SINGULAR = 1e-14;

    private final Kind kind;
    private final Patterns amounts;
    private final Patterns logs;

    /**
     * @param amounts sums of amounts per pattern
     * @param logs the same of their logarithms
     */
    LogLinearFit(Kind kind, Patterns amounts, Patterns logs) {
        this.kind = kind;
        this.amounts = amounts;
        this.logs = logs;
    }

    CaseMixFit fit() {
        var identifiability = new Identifiability(kind, amounts);
        identifiability.requireVariation();
        var leftOut = identifiability.indicatorsWithoutContrast();
        var design = new Design(amounts, leftOut);
        ModelFitting.requireRows(amounts, design);
        leftOut.addAll(identifiability.requireIndependence(design, new LogLikelihood(kind, design, amounts).gram()));
        design = new Design(amounts, leftOut);
        var likelihood = new LogLikelihood(kind, design, amounts);
        var gram = new Cholesky(likelihood.gram(), SINGULAR);
        var coefficients = gram.solve(design.products(logs.observed()));
        double spare = amounts.totalRows() - design.width();
        var medians = likelihood.rates(coefficients);
        double smearing = smearing(medians);
        var rates = Arrays.stream(medians).map(median -> smearing * median).toArray();
        var reported = new ArrayList<Coefficient>();
        var estimates = design.reported(coefficients);
        var covariance = design.reported(gram.inverse());
        double variance = residualSquares(medians) / spare;
        for (int i = 0; i < estimates.length; i++) {
            reported.add(
                    new Coefficient(design.column(i).name(), estimates[i], Math.sqrt(variance * covariance[i][i])));
        }
        leftOut.forEach(name -> reported.add(new Coefficient(name, Double.NaN, Double.NaN)));
        return new CaseMixFit(
                new CaseMixModel(
                        kind,
                        reported,
                        AmountDispersion.of(amounts, rates, spare),
                        Double.NaN,
                        Math.round(amounts.totalRows()),
                        ModelForm.LOG_LINEAR,
                        null,
                        smearing),
                rates);
    }

    private double smearing(double[] medians) {
        double sum = 0;
        for (int i = 0; i < medians.length; i++) {
            sum += amounts.observed()[i] / medians[i];
        }
        return sum / amounts.totalRows();
    }

    private double residualSquares(double[] medians) {
        double sum = 0;
        for (int i = 0; i < medians.length; i++) {
            double mean = Math.log(medians[i]);
            sum += Math.max(0, logs.squares()[i] - 2 * mean * logs.observed()[i] + mean * mean * amounts.rows()[i]);
        }
        return sum;
    }
}
