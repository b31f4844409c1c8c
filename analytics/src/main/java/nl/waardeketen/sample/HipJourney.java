// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

/** A patient with a hip fracture, and what became of it. */
record HipJourney(HipAdmission admission, HipCourse course) implements Journey {
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
