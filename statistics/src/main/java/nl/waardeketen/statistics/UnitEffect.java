// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/**
 * The effect of one unit in a hierarchical model, and what it means for its own patients.
 *
 * @param unit its code, a text
 * @param effect its deviation from the average unit on the scale of the predictor: the conditional mode
 * @param conditionalSd standard deviation of that effect given the data, by the curvature at the mode
 * @param predicted sum of the outcomes of its patients with its own effect
 * @param expected the same at the average unit, effect zero
 * @param low {@code predicted / expected} at effect − 1.96 conditional standard deviations
 * @param high the same at effect + 1.96
 */
public record UnitEffect(
        String unit, double effect, double conditionalSd, double predicted, double expected, double low, double high) {
    static final double BAND = 1.96;

    ShrunkenUnit shrunken() {
        return new ShrunkenUnit(unit, predicted, expected, predicted / expected, low, high);
    }
}
