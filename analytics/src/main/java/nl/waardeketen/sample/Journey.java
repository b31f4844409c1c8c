// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

/** What became of a patient: one episode of a patient group, before it is written down. */
interface Journey {
    Participant participant();

    Person person();

    /** Day by which the episode belongs to a quarter, from 1970. */
    int day();

    /** Age on that day. */
    int age();
}
