// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.List;

/**
 * A region with its patient groups.
 *
 * @param extracted day up to which anything is known
 */
record Region(SampleSize size, Hospitals hospitals, int extracted, List<Arrived<?>> groups) {
    /** Long enough for deaths within 30 days, too short for the follow-up of the last patients. */
    private static final int DAYS_TO_EXTRACTION = 45;

    /** Sets the chance of the second patient group apart from that of the first. */
    private static final long SECOND_GROUP = 0x5DEECE66DL;

    static Region draw(SampleSize size) {
        var hospitals = Hospitals.of(size);
        int extracted = size.last().lastDay() + DAYS_TO_EXTRACTION;
        var chance = new Chance(size.seed());
        var numbers = new Person.Numbers(chance.below(Integer.MAX_VALUE));
        return new Region(
                size,
                hospitals,
                extracted,
                List.of(
                        Arrived.draw(new HipFracture(), hospitals, size, extracted, numbers, chance),
                        Arrived.draw(
                                new ColorectalCancer(),
                                hospitals,
                                size,
                                extracted,
                                numbers,
                                new Chance(size.seed() ^ SECOND_GROUP))));
    }

    long count() {
        return groups.stream().mapToLong(Arrived::count).sum();
    }
}
