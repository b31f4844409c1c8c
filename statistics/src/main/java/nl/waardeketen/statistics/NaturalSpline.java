// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;

/**
 * Natural cubic spline with four degrees of freedom: knots at the quartiles, boundaries at the smallest and largest
 * value. The basis equals that of R's {@code splines::ns(x, df = 4)}, so that coefficients can be compared: B-splines
 * without the first, projected on the null space of the second derivatives at the boundaries by the Householder
 * decomposition that R's default {@code qr} uses (LINPACK dqrdc). Hastie (1992) in Chambers &amp; Hastie, Statistical
 * Models in S, ch. 7.
 *
 * <p>Limits of use: not defined outside the boundaries.
 */
final class NaturalSpline {
    static final int DEGREES_OF_FREEDOM = 4;
    private static final int ORDER = 4;
    private static final double[] QUARTILES = {0.25, 0.5, 0.75};

    private final double[] knots;
    private final double[][] householder;

    /** A spline for values that each occur a whole number of times. */
    static NaturalSpline of(double[] values, double[] times) {
        var quartiles = Quantiles.type7(values, times, QUARTILES);
        return new NaturalSpline(
                quartiles,
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow());
    }

    private NaturalSpline(double[] inner, double low, double high) {
        knots = new double[inner.length + 2 * ORDER];
        Arrays.fill(knots, 0, ORDER, low);
        System.arraycopy(inner, 0, knots, ORDER, inner.length);
        Arrays.fill(knots, ORDER + inner.length, knots.length, high);
        for (int i = ORDER; i <= ORDER + inner.length; i++) {
            if (!(knots[i - 1] < knots[i])) {
                throw new IllegalArgumentException("boundaries and quartiles of a spline must all differ: "
                        + Arrays.toString(Arrays.copyOfRange(knots, ORDER - 1, ORDER + inner.length + 1)));
            }
        }
        householder = decompose(secondDerivatives(low), secondDerivatives(high));
    }

    /** Values of the four basis functions at x; beyond a boundary those of the boundary. */
    double[] basis(double x) {
        double inside = Math.max(knots[0], Math.min(knots[knots.length - 1], x));
        var values = withoutFirst(bsplines(inside, ORDER));
        for (var reflection : householder) {
            reflect(reflection, values);
        }
        return Arrays.copyOfRange(values, 2, values.length);
    }

    private double[] bsplines(double x, int order) {
        var values = new double[knots.length - 1];
        values[intervalOf(x)] = 1;
        for (int k = 2; k <= order; k++) {
            for (int i = 0; i < knots.length - k; i++) {
                values[i] = ratio(x - knots[i], knots[i + k - 1] - knots[i]) * values[i]
                        + ratio(knots[i + k] - x, knots[i + k] - knots[i + 1]) * values[i + 1];
            }
        }
        return Arrays.copyOf(values, knots.length - order);
    }

    private int intervalOf(double x) {
        int last = knots.length - ORDER - 1;
        for (int i = ORDER - 1; i < last; i++) {
            if (x < knots[i + 1]) {
                return i;
            }
        }
        return last;
    }

    /** B″ of order 4 from B-splines of order 2, applying the derivative rule twice. */
    private double[] secondDerivatives(double x) {
        var derived = bsplines(x, ORDER - 2);
        for (int k = ORDER - 1; k <= ORDER; k++) {
            var next = new double[derived.length - 1];
            for (int i = 0; i < next.length; i++) {
                next[i] = (k - 1)
                        * (ratio(derived[i], knots[i + k - 1] - knots[i])
                                - ratio(derived[i + 1], knots[i + k] - knots[i + 1]));
            }
            derived = next;
        }
        return withoutFirst(derived);
    }

    private static double[][] decompose(double[] first, double[] second) {
        var one = reflection(first, 0);
        reflect(one, second);
        return new double[][] {one, reflection(second, 1)};
    }

    private static double[] reflection(double[] column, int pivot) {
        double squares = 0;
        for (int i = pivot; i < column.length; i++) {
            squares += column[i] * column[i];
        }
        double norm = Math.sqrt(squares);
        if (column[pivot] < 0) {
            norm = -norm;
        }
        var vector = new double[column.length];
        for (int i = pivot; i < column.length; i++) {
            vector[i] = column[i] / norm;
        }
        vector[pivot] += 1;
        return vector;
    }

    private static void reflect(double[] reflection, double[] values) {
        double product = 0;
        double pivot = 0;
        for (int i = 0; i < values.length; i++) {
            product += reflection[i] * values[i];
            pivot = pivot == 0 ? reflection[i] : pivot;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= product / pivot * reflection[i];
        }
    }

    private static double[] withoutFirst(double[] values) {
        return Arrays.copyOfRange(values, 1, values.length);
    }

    private static double ratio(double numerator, double denominator) {
        return denominator == 0 ? 0 : numerator / denominator;
    }
}
