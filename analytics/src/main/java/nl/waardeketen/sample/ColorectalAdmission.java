// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

/**
 * A patient who is operated on for colorectal cancer.
 *
 * @param day of the operation, from 1970
 */
record ColorectalAdmission(Participant participant, Person person, int day, ColorectalCaseMix mix) implements Journey {
    @Override
    public int age() {
        return mix.age();
    }

    boolean rectum() {
        return mix.location() == ColorectalCaseMix.RECTUM;
    }
}
