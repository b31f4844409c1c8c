// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.random.RandomGenerator;

/** Random outcomes of a model whose truth is known. */
final class Draws {
    private Draws() {}

    static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /** Mean of one patient, or per unit of exposure. */
    static double mean(Kind kind, double predictor) {
        return kind == Kind.PROPORTION ? logistic(predictor) : Math.exp(predictor);
    }

    /** Events of so many trials or amount in so much exposure; an amount may be zero. */
    static double outcome(Kind kind, double predictor, double weight, RandomGenerator random) {
        double mean = mean(kind, predictor);
        if (kind.isAmount()) {
            return random.nextInt(12) == 0 ? 0 : -weight * mean * Math.log(1 - random.nextDouble());
        }
        return kind == Kind.PROPORTION ? binomial((int) weight, mean, random) : poisson(weight * mean, random);
    }

    static int binomial(int trials, double probability, RandomGenerator random) {
        int events = 0;
        for (int i = 0; i < trials; i++) {
            events += random.nextDouble() < probability ? 1 : 0;
        }
        return events;
    }

    /** By multiplying uniform numbers (Knuth), in portions that keep the product away from zero. */
    static int poisson(double mean, RandomGenerator random) {
        int events = 0;
        for (double left = mean; left > 0; left -= 100) {
            double end = Math.exp(-Math.min(100, left));
            for (double product = random.nextDouble(); product > end; product *= random.nextDouble()) {
                events++;
            }
        }
        return events;
    }

    /** Of this shape of at least one third, with scale 1: Marsaglia &amp; Tsang (2000), ACM TOMS 26:363. */
    static double gamma(double shape, RandomGenerator random) {
        double d = shape - 1 / 3.0;
        for (; ; ) {
            double x = random.nextGaussian();
            double root = 1 + x / Math.sqrt(9 * d);
            double v = root * root * root;
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
