// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What all units share in a model with an effect per unit: predictor offset + Xb of every pattern. Sums over patterns are
 * made in stripes that are added in a fixed order, so that they do not depend on the number of processors.
 */
final class FixedPart {
    private static final int STRIPES = 16;
    private static final int WORTH_SHARING = 4_000;

    private final @Nullable Design design;
    private final double[] offset;

    private FixedPart(@Nullable Design design, double[] offset) {
        this.design = design;
        this.offset = offset;
    }

    static FixedPart of(Design design) {
        return new FixedPart(design, new double[design.rows()]);
    }

    /** A predictor from elsewhere, without coefficients to estimate. */
    static FixedPart given(double[] offset) {
        return new FixedPart(null, offset);
    }

    int width() {
        return design == null ? 0 : design.width();
    }

    int entries() {
        return design == null ? 0 : design.entries();
    }

    int gather(int pattern, int[] index, double[] value) {
        return design == null ? 0 : design.gather(pattern, index, value);
    }

    double[] predictors(double[] coefficients) {
        var predictors = offset.clone();
        inStripes((from, to) -> {
            var index = new int[entries()];
            var value = new double[entries()];
            for (int row = from; row < to; row++) {
                int filled = gather(row, index, value);
                for (int i = 0; i < filled; i++) {
                    predictors[row] += coefficients[index[i]] * value[i];
                }
            }
            return new double[0];
        });
        return predictors;
    }

    /** X′r. */
    double[] crossed(double[] residuals) {
        return inStripes((from, to) -> {
            var sums = new double[width()];
            var index = new int[entries()];
            var value = new double[entries()];
            for (int row = from; row < to; row++) {
                int filled = gather(row, index, value);
                for (int i = 0; i < filled; i++) {
                    sums[index[i]] += value[i] * residuals[row];
                }
            }
            return sums;
        });
    }

    /** X′ diag(w) X, whole. */
    double[][] information(double[] weights) {
        int width = width();
        var products = inStripes((from, to) -> {
            var sums = new double[width * width];
            var index = new int[entries()];
            var value = new double[entries()];
            for (int row = from; row < to; row++) {
                int filled = gather(row, index, value);
                for (int i = 0; i < filled; i++) {
                    double weighted = weights[row] * value[i];
                    for (int j = 0; j < filled; j++) {
                        sums[index[i] * width + index[j]] += weighted * value[j];
                    }
                }
            }
            return sums;
        });
        return IntStream.range(0, width)
                .mapToObj(i -> Arrays.copyOfRange(products, i * width, (i + 1) * width))
                .toArray(double[][]::new);
    }

    private interface Stripe {
        double[] sums(int from, int to);
    }

    private double[] inStripes(Stripe stripe) {
        int rows = offset.length;
        var stripes = IntStream.range(0, STRIPES);
        return (rows < WORTH_SHARING ? stripes : stripes.parallel())
                        .mapToObj(i ->
                                stripe.sums((int) ((long) rows * i / STRIPES), (int) ((long) rows * (i + 1) / STRIPES)))
                        .toList()
                        .stream()
                        .reduce((left, right) -> {
                            Arrays.setAll(left, i -> left[i] + right[i]);
                            return left;
                        })
                        .orElseThrow();
    }
}
