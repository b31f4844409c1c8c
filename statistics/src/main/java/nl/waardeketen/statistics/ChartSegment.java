// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/**
 * A part of a control chart with a centre and limits of its own.
 *
 * @param from index of its first point
 * @param until index after its last point
 * @param basis points from which centre and limits were computed
 * @param sigmaZ of events: how many times as much as chance alone the points vary (Laney's sigma of z); else {@code NaN}
 * @param runs its runs and crossings
 */
public record ChartSegment(int from, int until, int basis, double centre, double sigmaZ, RunsAnalysis runs) {
    /** With fewer points, limits say little. */
    public static final int FEWEST_POINTS = 12;

    /** Whether centre and limits rest on fewer than twelve points. */
    public boolean isProvisional() {
        return basis < FEWEST_POINTS;
    }
}
