// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gauss–Hermite rule: ∫ f(x) dx ≈ √π Σ weight × f(node), where a weight is wₖ exp(xₖ²)/√π with wₖ the weight for exp(−x²)
 * (Abramowitz &amp; Stegun 1964, 25.4.46). Nodes are the roots of the Hermite polynomial, found between those of the one
 * before it; one node lies at zero.
 *
 * @param nodes in increasing order
 * @param weights one for each node
 */
record GaussHermite(double[] nodes, double[] weights) {
    static final int MOST = 100;
    private static final double QUARTER_ROOT_OF_PI = Math.pow(Math.PI, -0.25);

    private static final Map<Integer, GaussHermite> KNOWN = new ConcurrentHashMap<>();

    static GaussHermite of(int count) {
        return KNOWN.computeIfAbsent(count, GaussHermite::found);
    }

    private static GaussHermite found(int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(count + " nodes; a rule has 1 to " + MOST);
        }
        var roots = new double[0];
        for (int degree = 1; degree <= count; degree++) {
            roots = roots(degree, roots);
        }
        var weights = new double[count];
        for (int k = 0; k < count; k++) {
            double before = function(count - 1, roots[k]);
            weights[k] = 1 / (count * before * before * Math.sqrt(Math.PI));
        }
        return new GaussHermite(roots, weights);
    }

    int size() {
        return nodes.length;
    }

    /** Roots lie between those of the degree before, the outer ones within √(2 degree + 1). */
    private static double[] roots(int degree, double[] before) {
        double bound = Math.sqrt(2 * degree + 1);
        var walls = new double[degree + 1];
        walls[0] = -bound;
        System.arraycopy(before, 0, walls, 1, degree - 1);
        walls[degree] = bound;
        var roots = new double[degree];
        Arrays.setAll(roots, i -> 2 * i + 1 == degree ? 0 : bisected(degree, walls[i], walls[i + 1]));
        return roots;
    }

    private static double bisected(int degree, double from, double to) {
        double low = from;
        double high = to;
        boolean rises = function(degree, high) > function(degree, low);
        for (double middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
            if (function(degree, middle) < 0 == rises) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Orthonormal Hermite function: the polynomial times exp(−x²/2), with unit norm. */
    private static double function(int degree, double x) {
        double before = 0;
        double current = QUARTER_ROOT_OF_PI * Math.exp(-x * x / 2);
        for (int j = 0; j < degree; j++) {
            double next = Math.sqrt(2.0 / (j + 1)) * x * current - Math.sqrt(j / (j + 1.0)) * before;
            before = current;
            current = next;
        }
        return current;
    }
}
