// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/** Kinds of control chart. */
public enum ChartType {
    /** Individual values, with limits from moving ranges. */
    XMR,
    /** Individual values around their median, without limits. */
    RUN,
    /** Events out of so many cases, with binomial limits. */
    P,
    /** Events per exposure, with Poisson limits. */
    U,
    /** Events in equal exposures, with Poisson limits. */
    C,
    /** As {@link #P}, with limits that also hold variation between times (Laney's p′). */
    P_LANEY,
    /** As {@link #U}, with limits that also hold variation between times (Laney's u′). */
    U_LANEY;

    /** Whether values are counts of events, not measurements. */
    public boolean countsEvents() {
        return this != XMR && this != RUN;
    }

    /** Whether every value comes with the number of cases or the exposure in which it was counted. */
    public boolean needsDenominator() {
        return countsEvents() && this != C;
    }

    /** Whether events are out of cases, so that there cannot be more of them. */
    public boolean isProportion() {
        return this == P || this == P_LANEY;
    }

    boolean isLaney() {
        return this == P_LANEY || this == U_LANEY;
    }

    /** The values that can occur at all, as far as the kind of chart tells. */
    Interval possible() {
        return new Interval(
                countsEvents() ? 0 : Double.NEGATIVE_INFINITY, isProportion() ? 1 : Double.POSITIVE_INFINITY);
    }
}
