// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import nl.waardeketen.analytics.Period;
import nl.waardeketen.statistics.ComparedUnit;
import nl.waardeketen.statistics.ShrunkenUnit;

/**
 * One organisation on one indicator in one period.
 *
 * @param subgroup code of the subgroup of patients, empty for all of them
 * @param missing patients of the population whose value is not known
 * @param compared the comparison; its unit is the organisation
 * @param shrunken what may be expected of it when chance is allowed for
 */
public record Result(
        String indicator, Period period, String subgroup, long missing, ComparedUnit compared, ShrunkenUnit shrunken) {

    public String organisation() {
        return compared.totals().unit();
    }

    /** Share of the population whose value is known; {@code NaN} without any patient. */
    public double completeness() {
        long known = compared.totals().n();
        return known + missing == 0 ? Double.NaN : (double) known / (known + missing);
    }
}
