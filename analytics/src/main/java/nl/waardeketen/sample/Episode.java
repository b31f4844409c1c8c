// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.Set;

/**
 * One row of a delivery.
 *
 * @param extracted day up to which anything is known
 * @param missing columns whose value got lost
 */
record Episode(Admission admission, Course course, int extracted, Set<Column> missing) {

    /** The day, unless it lies after the extraction. */
    int known(int day) {
        return day <= extracted ? day : Moments.NONE;
    }

    /** From the register: may have become known at a later admission. */
    int death() {
        return known(admission.person().death());
    }

    boolean isFollowedUp() {
        return known(course.followUp().day()) != Moments.NONE;
    }

    boolean isDischarged() {
        return known(course.stay().discharge()) != Moments.NONE;
    }

    String value(Column column) {
        return missing.contains(column) ? "" : column.value(this);
    }
}
