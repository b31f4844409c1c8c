// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/** How the own interval of a unit is found when the outcome is an amount. */
public enum IntervalMethod {
    /** By a formula from the sums of its patients. */
    ANALYTIC,
    /** By resampling its patients, a thousand times from a fixed seed. */
    BOOTSTRAP
}
