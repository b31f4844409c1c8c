// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

/** Between log-odds and shares. */
final class Logit {
    private Logit() {}

    static double share(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
