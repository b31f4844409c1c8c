// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/**
 * A share of hospitals over many simulated regions. Hospitals of one region share a model, so its Monte-Carlo error is
 * that between regions.
 */
final class Share {
    private double hits;
    private double of;
    private double hitsSquared;
    private double ofSquared;
    private double products;

    /** Adds a region: this many hospitals out of so many. */
    void add(double hit, double out) {
        hits += hit;
        of += out;
        hitsSquared += hit * hit;
        ofSquared += out * out;
        products += hit * out;
    }

    void add(Share other) {
        hits += other.hits;
        of += other.of;
        hitsSquared += other.hitsSquared;
        ofSquared += other.ofSquared;
        products += other.products;
    }

    double hospitals() {
        return of;
    }

    double value() {
        return hits / of;
    }

    double error() {
        double p = value();
        return Math.sqrt(Math.max(0, hitsSquared - 2 * p * products + p * p * ofSquared)) / of;
    }
}
