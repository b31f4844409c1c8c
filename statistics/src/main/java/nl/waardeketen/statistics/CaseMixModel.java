// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param form how it was fitted
 * @param quality how well probabilities agree with events; {@code null} unless a proportion was fitted here
 * @param smearing factor that brings a log-linear model back to amounts, else 1
 */
public record CaseMixModel(
        Kind kind,
        List<Coefficient> coefficients,
        double dispersion,
        double cStatistic,
        long rowsUsed,
        ModelForm form,
        @Nullable ModelQuality quality,
        double smearing) {

    /** A model by maximum likelihood. */
    public CaseMixModel(
            Kind kind, List<Coefficient> coefficients, double dispersion, double cStatistic, long rowsUsed) {
        this(kind, coefficients, dispersion, cStatistic, rowsUsed, ModelForm.LIKELIHOOD, null, 1);
    }

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

    /**
     * Fits a logistic model with Firth's penalty, which has an answer where {@link #fit} refuses separation; see
     * {@link ModelForm#PENALISED}.
     */
    public static CaseMixFit fitPenalised(Patterns patterns) {
        return new PenalisedFit(patterns).fit();
    }

    static CaseMixModel ofEvents(
            ModelForm form, List<Coefficient> coefficients, Patterns patterns, double[] rates, int width) {
        double spare = patterns.totalRows() - width;
        return new CaseMixModel(
                Kind.PROPORTION,
                coefficients,
                spare > 0 ? ModelFitting.pearson(Kind.PROPORTION, patterns, rates) / spare : Double.NaN,
                CStatistic.of(rates, patterns.observed(), patterns.weight()),
                Math.round(patterns.totalRows()),
                form,
                ModelQuality.of(patterns, rates),
                1);
    }
}
