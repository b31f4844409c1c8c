// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import org.jspecify.annotations.Nullable;

/**
 * How units are compared.
 *
 * @param dispersion {@code null} for additive at ten units or more, else none
 * @param expectedDecimals decimals to which expected values are rounded, half to even, before use; {@code null} for none
 */
public record ComparisonRules(
        @Nullable DispersionMethod dispersion,
        Transform transform,
        Extremes extremes,
        @Nullable Integer expectedDecimals) {

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

    DispersionMethod dispersionFor(int units) {
        if (dispersion != null) {
            return dispersion;
        }
        return units < Overdispersion.FEWEST_UNITS ? DispersionMethod.NONE : DispersionMethod.ADDITIVE;
    }
}
