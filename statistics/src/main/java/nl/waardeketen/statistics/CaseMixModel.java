// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;

/**
 * A case-mix model fitted on all units together, without a term for the unit: logistic regression for a proportion,
 * Poisson regression with log link (and the log of the exposure as offset) for a count.
 *
 * <p>Maximum likelihood by Newton's method, which is iteratively reweighted least squares as both links are canonical
 * (McCullagh &amp; Nelder 1989, Generalized Linear Models, §2.5). Hence the expected numbers add up to the observed.
 *
 * <p>Limits of use: adjusts for what is recorded at admission; never give it what care itself determines.
 *
 * @param dispersion Pearson χ²/(N − p) over single rows
 * @param cStatistic concordance for a proportion, else {@code NaN}
 * @param rowsUsed rows in the fit
 */
public record CaseMixModel(
        Kind kind, List<Coefficient> coefficients, double dispersion, double cStatistic, long rowsUsed) {

    public CaseMixModel {
        coefficients = List.copyOf(coefficients);
    }

    /** Fits the model; without case-mix columns it has an intercept only. */
    public static CaseMixFit fit(Kind kind, Patterns patterns) {
        return new ModelFitting(kind, patterns).fit();
    }
}
