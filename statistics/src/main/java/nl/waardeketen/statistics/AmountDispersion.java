// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;

/**
 * How much amounts vary around what is expected of each patient: Pearson χ²/(N − p) = Σ((y − μ)/μ)²/(N − p) over single
 * rows, the squared coefficient of variation (McCullagh &amp; Nelder 1989, Generalized Linear Models, §8.3). It comes from
 * sums per group of rows with one μ, as a sum of squares within groups and one between.
 */
final class AmountDispersion {
    private static final double ROUNDING = 1e-13;
    private static final double NOTHING = 1e-18;

    private AmountDispersion() {}

    /** Of groups with these means per row; zero when nothing varies but rounding, {@code NaN} without spare rows. */
    static double of(Patterns groups, double[] means, double spareRows) {
        if (!(spareRows > 0)) {
            return Double.NaN;
        }
        var chiSquared = new double[means.length];
        Arrays.setAll(chiSquared, i -> chiSquared(groups, i, means[i]));
        double dispersion = Arrays.stream(chiSquared).sum() / spareRows;
        return dispersion > NOTHING ? dispersion : 0;
    }

    private static double chiSquared(Patterns groups, int group, double mean) {
        double rows = groups.rows()[group];
        double observed = groups.observed()[group];
        double squares = groups.squares()[group];
        double within = squares - observed * observed / rows;
        double between = observed / (rows * mean) - 1;
        return (within > ROUNDING * squares ? within / (mean * mean) : 0) + rows * between * between;
    }
}
