// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;

/**
 * What is to be expected of one unit when chance is allowed for: its own result, pulled towards the average the more, the less
 * it says. Not a number where nothing is expected.
 *
 * @param unit its code, a text
 * @param predicted sum of the outcomes of its patients with its own estimated effect
 * @param expected the same at the average unit
 * @param ratio predicted over expected
 * @param low end of the 95 % band of the ratio
 * @param high end of the 95 % band of the ratio
 */
public record ShrunkenUnit(String unit, double predicted, double expected, double ratio, double low, double high) {
    /** Names of {@link #numbers}, in the order in which results are written everywhere. */
    public static final List<String> NUMBERS =
            List.of("predicted", "shrunken_expected", "shrunken_ratio", "shrunken_low", "shrunken_high");

    /** Of a unit about which nothing is known. */
    public static ShrunkenUnit unknown(String unit) {
        return new ShrunkenUnit(unit, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** The unit that was written as these values of {@link #NUMBERS}. */
    public static ShrunkenUnit read(String unit, double[] numbers) {
        return new ShrunkenUnit(unit, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    public double[] numbers() {
        return new double[] {predicted, expected, ratio, low, high};
    }
}
