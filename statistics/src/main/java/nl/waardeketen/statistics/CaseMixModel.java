// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;

/**
 * A case-mix model fitted on all units together, without a term for the unit: logistic regression for a proportion,
 * Poisson regression with log link (and the log of the exposure as offset) for a count, gamma regression with the same
 * link and offset for a duration or a cost.
 *
 * <p>Maximum likelihood by Newton's method (McCullagh &amp; Nelder 1989, Generalized Linear Models, §2.5). The links of
 * the first two are canonical, hence their expected numbers add up to the observed; those of a gamma model need not.
 *
 * <p>The gamma model solves Σ x(y/μ − 1) = 0 (ibid., ch. 8), an estimating equation that asks no more than a variance
 * in proportion to μ², and so allows y = 0. Its standard errors are √(dispersion × (X′X)⁻¹), as R has them.
 *
 * <p>Limits of use: adjusts for what is recorded at admission; never give it what care itself determines.
 *
 * @param dispersion Pearson χ²/(N − p) over single rows; of a gamma model Σ((y − μ)/μ)²/(N − p)
 * @param cStatistic concordance for a proportion, else {@code NaN}
 * @param rowsUsed rows in the fit
 */
public record CaseMixModel(
        Kind kind, List<Coefficient> coefficients, double dispersion, double cStatistic, long rowsUsed) {

    public CaseMixModel {
        coefficients = List.copyOf(coefficients);
    }

    /**
     * Fits the model; without case-mix columns it has an intercept only. The patterns of an amount with an exposure hold its
     * rates, amount per exposure; {@link Cohort#fit} sees to that.
     */
    public static CaseMixFit fit(Kind kind, Patterns patterns) {
        return new ModelFitting(kind, patterns).fit();
    }
}
