// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.SplittableRandom;

/**
 * Chance that can be had again: the only source of random numbers of the sample, always from a seed. Functions come from
 * {@link StrictMath}, so that every machine draws the same.
 */
final class Chance {
    private static final double POISSON_PORTION = 100;

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From 0 up to, not including, 1. */
    double uniform() {
        return random.nextDouble();
    }

    boolean happens(double probability) {
        return uniform() < probability;
    }

    /** From 0 up to, not including, {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Index of a weight, drawn in proportion to the weights. */
    int pick(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = uniform() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Standard normal, by the method of Box and Muller. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }

    /** Standard logistic. */
    double logistic() {
        double share = 1 - uniform();
        return StrictMath.log(share / (1 + 0x1p-53 - share));
    }

    /** Gamma with mean 1, for a shape of at least 1 (Marsaglia and Tsang 2000). */
    double gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = (1 + c * x) * (1 + c * x) * (1 + c * x);
            if (v > 0 && StrictMath.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v / shape;
            }
        }
    }

    /** Poisson by multiplying uniform numbers, in portions that keep the product away from zero. */
    int poisson(double mean) {
        int events = 0;
        for (double left = mean; left > 0; left -= POISSON_PORTION) {
            double end = StrictMath.exp(-Math.min(POISSON_PORTION, left));
            for (double product = uniform(); product > end; product *= uniform()) {
                events++;
            }
        }
        return events;
    }

    /** A second number that is the same with this probability: alike, while each by itself stays uniform. */
    double alike(double uniform, double probability) {
        double other = uniform();
        return happens(probability) ? uniform : other;
    }
}
