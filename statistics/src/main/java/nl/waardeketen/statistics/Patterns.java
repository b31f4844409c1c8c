// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Distinct case-mix patterns with the sums that the likelihood of a case-mix model needs. The number of patients does
 * not matter to the cost of a fit, only the number of patterns.
 *
 * <p>Arrays are taken over, not copied. Per pattern: {@code rows}, the number of data rows; {@code weight}, the sum of
 * trials or exposure (of ones where there is neither); {@code observed}, the sum of the outcome y; {@code squares}, the
 * sum of y²/weight over the rows, from which the Pearson statistic over single rows follows.
 */
public record Patterns(
        List<CaseMixColumn> columns, double[] rows, double[] weight, double[] observed, double[] squares) {

    public Patterns {
        columns = List.copyOf(columns);
        if (weight.length != rows.length || observed.length != rows.length || squares.length != rows.length) {
            throw new IllegalArgumentException("patterns with sums of unequal length: " + rows.length + ", "
                    + weight.length + ", " + observed.length + ", " + squares.length);
        }
    }

    /**
     * Groups of rows that hold one amount each.
     *
     * @param exposure of one row of each group, one where there is none
     * @param amount of one row of each group
     */
    public static Patterns ofAmounts(List<CaseMixColumn> columns, double[] rows, double[] exposure, double[] amount) {
        var weight = new double[rows.length];
        var observed = new double[rows.length];
        var squares = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            weight[i] = rows[i] * exposure[i];
            observed[i] = rows[i] * amount[i];
            squares[i] = observed[i] * amount[i] / exposure[i];
        }
        return new Patterns(columns, rows, weight, observed, squares);
    }

    /**
     * These patterns, followed by those of others without their patients: a model fitted on them is that of these patients,
     * with a fitted value for the others too. Columns are matched by their place.
     */
    public Patterns withoutPatientsOf(Patterns others) {
        var joined = new ArrayList<CaseMixColumn>();
        for (int i = 0; i < columns.size(); i++) {
            joined.add(columns.get(i).followedBy(others.columns.get(i)));
        }
        int all = size() + others.size();
        return new Patterns(
                joined,
                Arrays.copyOf(rows, all),
                Arrays.copyOf(weight, all),
                Arrays.copyOf(observed, all),
                Arrays.copyOf(squares, all));
    }

    int size() {
        return rows.length;
    }

    double totalRows() {
        return Arrays.stream(rows).sum();
    }

    /** Events per trial or exposure, over all patterns together. */
    public double overallRate() {
        return Arrays.stream(observed).sum() / Arrays.stream(weight).sum();
    }
}
