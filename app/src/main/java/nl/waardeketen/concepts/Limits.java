// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

/**
 * How much of a delivery may be out of the ordinary, as shares between 0 and 1.
 *
 * @param broken share of rows in quarantine above which nothing lands
 * @param unchanged share of the given values of a variable that are one and the same, above which it is told
 * @param jump relative change of a count or mean against the previous delivery above which it is told
 */
public record Limits(double broken, double unchanged, double jump) {
    public static final Limits USUAL = new Limits(0.05, 0.98, 0.3);
}
