// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Comparator;

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
    static final Comparator<ShrunkenUnit> BY_UNIT = Comparator.comparing(ShrunkenUnit::unit, CodePoints.ORDER);
}
