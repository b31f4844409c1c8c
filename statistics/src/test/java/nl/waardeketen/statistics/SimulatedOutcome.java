// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;
import java.util.SplittableRandom;

/**
 * An outcome whose truth is known.
 *
 * @param rate share of patients with the event, or events per patient of a count, in the average region
 * @param spread standard deviation of the true differences between hospitals, on the scale of the link
 */
record SimulatedOutcome(String name, Kind kind, double rate, double spread) {
    static final double GAMMA_SHAPE = 1 / 0.64;

    /** Outcomes from rare to common, and a count, with true differences of this size. */
    static List<SimulatedOutcome> all(double spread) {
        return List.of(
                new SimulatedOutcome("3 %", Kind.PROPORTION, 0.03, spread),
                new SimulatedOutcome("10 %", Kind.PROPORTION, 0.10, spread),
                new SimulatedOutcome("30 %", Kind.PROPORTION, 0.30, spread),
                new SimulatedOutcome("65 %", Kind.PROPORTION, 0.65, spread),
                new SimulatedOutcome("90 %", Kind.PROPORTION, 0.90, spread),
                new SimulatedOutcome("count", Kind.COUNT, 0.40, spread));
    }

    /** One patient; amounts are gamma with a coefficient of variation of 0.8. */
    double draw(double predictor, SplittableRandom random) {
        return kind.isAmount()
                ? Draws.mean(kind, predictor) * Draws.gamma(GAMMA_SHAPE, random) / GAMMA_SHAPE
                : Draws.outcome(kind, predictor, 1, random);
    }
}
