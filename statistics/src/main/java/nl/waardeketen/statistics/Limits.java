// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/** Funnel limits of one unit on the ratio scale, around target 1: 95 % to watch, 99.8 % to signal. */
public record Limits(Interval watch, Interval signal) {

    static final Limits NONE = new Limits(Interval.NONE, Interval.NONE);
}
