// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/**
 * A coefficient of a case-mix model on the scale of its link; {@code NaN} when another column says the same.
 *
 * @param name for example {@code (Intercept)}, {@code age}, {@code age^2}, {@code age~1}, {@code asa=3}
 */
public record Coefficient(String name, double estimate, double standardError) {

    /** 95 % confidence interval, estimate ± 1.959964 standard errors. */
    public Interval interval() {
        double half = Normal.TWO_SIDED_95 * standardError;
        return new Interval(estimate - half, estimate + half);
    }
}
