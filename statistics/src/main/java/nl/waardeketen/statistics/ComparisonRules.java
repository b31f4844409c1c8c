// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import org.jspecify.annotations.Nullable;

/**
 * How units are compared.
 *
 * @param dispersion {@code null} for additive at ten units or more, else none
 * @param expectedDecimals decimals to which expected values are rounded, half to even, before use; {@code null} for none
 * @param calibrated whether every unit is judged by the others and intervals hold what they promise, see {@link #calibrated}
 */
public record ComparisonRules(
        @Nullable DispersionMethod dispersion,
        Transform transform,
        Extremes extremes,
        @Nullable Integer expectedDecimals,
        boolean calibrated) {

    public ComparisonRules {
        if (calibrated && dispersion == DispersionMethod.MULTIPLICATIVE) {
            throw new IllegalArgumentException("calibrated limits allow for overdispersion additively or not at all");
        }
    }

    /** Rules that judge every unit by the standard, of which it is a part itself. */
    public ComparisonRules(
            @Nullable DispersionMethod dispersion,
            Transform transform,
            Extremes extremes,
            @Nullable Integer expectedDecimals) {
        this(dispersion, transform, extremes, expectedDecimals, false);
    }

    /**
     * The field's defaults: winsorised at 10 %; arcsine for proportions without case mix, log for durations and costs, else
     * square root.
     */
    public static ComparisonRules defaults(Kind kind, boolean caseMix) {
        var transform = kind.isAmount()
                ? Transform.LOG
                : kind == Kind.PROPORTION && !caseMix ? Transform.ARCSINE : Transform.SQUARE_ROOT;
        return new ComparisonRules(null, transform, Extremes.winsorise(0.1), null);
    }

    /**
     * Every unit is judged by the others, left without those that clearly do not belong to them; differences between units
     * are estimated from the others and their uncertainty counts (from ten units on), so that signals come as often as
     * promised. Own intervals of amounts allow for few patients. The scale serves {@code z} alone.
     */
    public static ComparisonRules calibrated(Kind kind, boolean caseMix) {
        return defaults(kind, caseMix).calibrated(null);
    }

    /** These rules, calibrated. */
    public ComparisonRules calibrated(@Nullable DispersionMethod method) {
        return new ComparisonRules(method, transform, extremes, expectedDecimals, true);
    }

    DispersionMethod dispersionFor(int units) {
        if (dispersion != null) {
            return dispersion;
        }
        return units < Overdispersion.FEWEST_UNITS ? DispersionMethod.NONE : DispersionMethod.ADDITIVE;
    }
}
