// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/**
 * What a unit, or several units together, tell about a rate on the natural scale: the score estimate of the shift is
 * (O − E)/V with variance 1/V.
 */
record Evidence(Chance chance, double observed, double expected, double information) {
    private static final double RAREST = 1e-9;

    static Evidence of(Kind kind, UnitTotals unit) {
        var chance = Chance.of(kind);
        double scale = chance == Chance.GAMMA ? unit.variance() / unit.expected() : 1;
        return new Evidence(
                chance, unit.observed() / scale, unit.expected() / scale, unit.variance() / (scale * scale));
    }

    /** Whether it says anything. */
    boolean isPlaced() {
        return (observed > 0 || chance != Chance.GAMMA)
                && expected > 0
                && information > 0
                && Double.isFinite(expected)
                && Double.isFinite(information);
    }

    /** Both together, or this one without the other where {@code sign} is −1. */
    Evidence plus(Evidence other, int sign) {
        return new Evidence(
                chance,
                observed + sign * other.observed,
                expected + sign * other.expected,
                information + sign * other.information);
    }

    Evidence observing(double otherObserved) {
        return new Evidence(chance, otherObserved, expected, information);
    }

    /** Trials of the binomial with this mean and variance. */
    double trials() {
        return expected / Math.max(RAREST, 1 - information / expected);
    }

    double deviation() {
        return (observed - expected) / information;
    }

    /**
     * The same as a normal score times its standard error: the signed root of the deviance plus a sixth of the skewness
     * (Pierce &amp; Schafer 1986, JASA 81:977), which is close to normal also with few events.
     */
    double normalDeviation() {
        double mean = chance.expected(this, 0);
        double root = Math.sqrt(Math.max(0, chance.deviance(this, mean)));
        double score = Math.copySign(root, observed - expected);
        return score / Math.sqrt(information) + chance.asymmetry(this, mean) / (6 * information);
    }
}
