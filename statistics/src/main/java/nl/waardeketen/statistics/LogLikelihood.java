// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Log-likelihood of a logistic or Poisson model at given coefficients, with its gradient X′(y − wμ) and information
 * X′ diag(w v(μ)) X; or of a gamma model with log link and dispersion 1, Σ(−y/μ − ln μ), with gradient X′(y/μ − w) and
 * information X′ diag(y/μ) X.
 *
 * <p>Patterns are summed in a fixed number of stripes that are added in a fixed order, so that the result does not
 * depend on the number of processors.
 */
final class LogLikelihood {
    private static final int STRIPES = 16;
    private static final int WORTH_SHARING = 4_000;

    private final Kind kind;
    private final Design design;
    private final Patterns patterns;

    LogLikelihood(Kind kind, Design design, Patterns patterns) {
        this.kind = kind;
        this.design = design;
        this.patterns = patterns;
    }

    /** Value, gradient and the lower triangle of the information. */
    record Evaluation(double value, double[] gradient, double[][] information) {}

    Evaluation at(double[] coefficients) {
        return at(coefficients, false);
    }

    /**
     * The same; when careful, a gamma model has the information X′ diag(max(w, y/μ)) X, whose steps are never too long
     * where μ is far from y.
     */
    Evaluation at(double[] coefficients, boolean careful) {
        var sums = inStripes((part, from, to) -> addLikelihood(coefficients, careful, part, from, to));
        return new Evaluation(sums.value, sums.gradient, sums.lowerTriangle());
    }

    /** X′ diag(rows) X, which shows collinear columns whatever the outcome. */
    double[][] gram() {
        return inStripes(this::addRows).lowerTriangle();
    }

    /** Fitted rate of every pattern: probability, or mean per unit of exposure. */
    double[] rates(double[] coefficients) {
        var rates = new double[design.rows()];
        var index = new int[design.entries()];
        var value = new double[design.entries()];
        for (int row = 0; row < rates.length; row++) {
            rates[row] = rate(predictor(coefficients, index, value, design.gather(row, index, value)));
        }
        return rates;
    }

    /** Sums over some of the patterns; {@code products} is square, its entries on either side of the diagonal. */
    private static final class Sums {
        private final int width;
        private double value;
        private final double[] gradient;
        private final double[] products;

        Sums(int width) {
            this.width = width;
            gradient = new double[width];
            products = new double[width * width];
        }

        void addProducts(int[] index, double[] value, int filled, double weight) {
            for (int i = 0; i < filled; i++) {
                double weighted = weight * value[i];
                int row = index[i] * width;
                for (int j = 0; j <= i; j++) {
                    products[row + index[j]] += weighted * value[j];
                }
            }
        }

        Sums plus(Sums other) {
            value += other.value;
            Arrays.setAll(gradient, i -> gradient[i] + other.gradient[i]);
            Arrays.setAll(products, i -> products[i] + other.products[i]);
            return this;
        }

        double[][] lowerTriangle() {
            var triangle = new double[width][];
            for (int i = 0; i < width; i++) {
                triangle[i] = new double[i + 1];
                for (int j = 0; j <= i; j++) {
                    triangle[i][j] = products[i * width + j] + (i == j ? 0 : products[j * width + i]);
                }
            }
            return triangle;
        }
    }

    private interface Stripe {
        void addTo(Sums sums, int from, int to);
    }

    private Sums inStripes(Stripe stripe) {
        int rows = design.rows();
        var stripes = IntStream.range(0, STRIPES);
        return (rows < WORTH_SHARING ? stripes : stripes.parallel())
                        .mapToObj(i -> {
                            var sums = new Sums(design.width());
                            stripe.addTo(
                                    sums, (int) ((long) rows * i / STRIPES), (int) ((long) rows * (i + 1) / STRIPES));
                            return sums;
                        })
                        .toList()
                        .stream()
                        .reduce(new Sums(design.width()), Sums::plus);
    }

    private void addLikelihood(double[] coefficients, boolean careful, Sums sums, int from, int to) {
        var index = new int[design.entries()];
        var value = new double[design.entries()];
        for (int row = from; row < to; row++) {
            int filled = design.gather(row, index, value);
            double eta = predictor(coefficients, index, value, filled);
            double rate = rate(eta);
            double weight = patterns.weight()[row];
            double observed = patterns.observed()[row];
            double residual;
            double information;
            if (kind.isAmount()) {
                double share = observed / rate;
                sums.value -= share + weight * eta;
                residual = share - weight;
                information = careful ? Math.max(weight, share) : share;
            } else {
                sums.value += observed * eta - weight * cumulant(eta, rate);
                residual = observed - weight * rate;
                information = weight * (kind == Kind.PROPORTION ? rate * (1 - rate) : rate);
            }
            for (int i = 0; i < filled; i++) {
                sums.gradient[index[i]] += value[i] * residual;
            }
            sums.addProducts(index, value, filled, information);
        }
    }

    private void addRows(Sums sums, int from, int to) {
        var index = new int[design.entries()];
        var value = new double[design.entries()];
        for (int row = from; row < to; row++) {
            sums.addProducts(index, value, design.gather(row, index, value), patterns.rows()[row]);
        }
    }

    /** ln(1 + e^η) or e^η, of which the rate is the derivative. */
    private double cumulant(double eta, double rate) {
        if (kind == Kind.COUNT) {
            return rate;
        }
        return eta > 0 ? eta - Math.log(rate) : -Math.log1p(-rate);
    }

    private double rate(double eta) {
        return kind == Kind.PROPORTION ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta);
    }

    private static double predictor(double[] coefficients, int[] index, double[] value, int filled) {
        double eta = 0;
        for (int i = 0; i < filled; i++) {
            eta += coefficients[index[i]] * value[i];
        }
        return eta;
    }
}
