// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

/** A patient who is operated on for colorectal cancer, and what became of it. */
record ColorectalJourney(ColorectalAdmission admission, ColorectalCourse course) implements Journey {
    @Override
    public Participant participant() {
        return admission.participant();
    }

    @Override
    public Person person() {
        return admission.person();
    }

    @Override
    public int day() {
        return admission.day();
    }

    @Override
    public int age() {
        return admission.age();
    }
}
