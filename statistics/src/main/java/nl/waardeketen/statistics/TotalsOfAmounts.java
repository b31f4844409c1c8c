// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;

/**
 * Shrunken durations and costs from totals of units: ln(O/E) ~ N(μ, V/E²), μ ~ N(0, τ²), τ² by maximum likelihood.
 *
 * <p>The derivative of the likelihood falls where it crosses zero last, so that the largest root is sought by halving.
 */
final class TotalsOfAmounts {
    private static final int HALVINGS = 60;
    private static final double LARGEST = 16;
    private static final double BAND = 1.96;

    private TotalsOfAmounts() {}

    static Hierarchical shrunken(Kind kind, List<UnitTotals> totals) {
        var telling = totals.stream().filter(TotalsOfAmounts::tells).toList();
        if (telling.isEmpty()) {
            return Hierarchical.none(kind, totals);
        }
        double tau2 = betweenUnits(telling);
        var precisions =
                telling.stream().mapToDouble(unit -> 1 / variance(unit)).toArray();
        var units = totals.stream().map(unit -> shrunken(unit, tau2)).toList();
        double sd = Math.sqrt(tau2);
        return new Hierarchical(kind, sd, Double.NaN, Double.NaN, Rankability.of(sd, precisions), units);
    }

    private static boolean tells(UnitTotals unit) {
        return unit.observed() > 0 && unit.expected() > 0 && unit.variance() > 0;
    }

    private static double distance(UnitTotals unit) {
        return Math.log(unit.observed() / unit.expected());
    }

    private static double variance(UnitTotals unit) {
        return unit.variance() / (unit.expected() * unit.expected());
    }

    private static double betweenUnits(List<UnitTotals> units) {
        double low = 0;
        double high = LARGEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (rises(units, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether the log-likelihood still rises with τ² there. */
    private static boolean rises(List<UnitTotals> units, double tau2) {
        double slope = 0;
        for (var unit : units) {
            double total = variance(unit) + tau2;
            slope += (distance(unit) * distance(unit) / total - 1) / total;
        }
        return slope > 0;
    }

    private static ShrunkenUnit shrunken(UnitTotals unit, double tau2) {
        if (!tells(unit)) {
            return new ShrunkenUnit(unit.unit(), unit.expected(), unit.expected(), Double.NaN, Double.NaN, Double.NaN);
        }
        double variance = variance(unit);
        double weight = tau2 / (tau2 + variance);
        double effect = weight * distance(unit);
        double half = BAND * Math.sqrt(weight * variance);
        return new ShrunkenUnit(
                unit.unit(),
                unit.expected() * Math.exp(effect),
                unit.expected(),
                Math.exp(effect),
                Math.exp(effect - half),
                Math.exp(effect + half));
    }
}
