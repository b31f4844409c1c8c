// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.Set;

/**
 * One row of a delivery.
 *
 * @param extracted day up to which anything is known
 * @param missing columns whose value got lost
 */
record Episode<J extends Journey>(J journey, int extracted, Set<Column<J>> missing) {
    /** Of the episodes of a quarter, so many come with the delivery of the next. */
    static final double LATE = 0.03;

    private static final long LATE_STREAM = 7;

    /** The day, unless it lies after the extraction. */
    int known(int day) {
        return day <= extracted ? day : Moments.NONE;
    }

    boolean isKnown(int day) {
        return known(day) != Moments.NONE;
    }

    /** From the register: may have become known at a later admission. */
    int death() {
        return known(journey.person().death());
    }

    String value(Column<J> column) {
        return missing.contains(column) ? "" : column.value(this);
    }

    /** Whether it was not ready when its quarter was delivered. */
    boolean late() {
        return chance(LATE_STREAM).happens(LATE);
    }

    /** Chance of its own, which leaves that of the region as it is: the same at every call. */
    Chance chance(long stream) {
        return new Chance(
                stream * 0x9E3779B97F4A7C15L + ((long) journey.person().number << Integer.SIZE) + journey.day());
    }
}
