// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/** Whether the process as it runs now can be relied on to meet a target. */
public enum Assurance {
    CONSISTENTLY_PASSES,
    CONSISTENTLY_FAILS,
    HIT_AND_MISS
}
