// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/** How a unit stands against what was expected of it, given its patients and its size. */
public enum Signal {
    SIGNAL_HIGH,
    SIGNAL_LOW,
    WATCH_HIGH,
    WATCH_LOW,
    NONE,
    /**
     * Shown but not judged: fewer than five expected, or fewer than five expected without the event; of a duration or cost
     * fewer than ten patients, or amounts that have no place on the scale.
     */
    TOO_FEW
}
