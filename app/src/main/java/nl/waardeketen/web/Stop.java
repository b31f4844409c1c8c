// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

/** A place in the navigation, in its order: home, the line along which a patient group goes, and what stands beside it. */
public enum Stop {
    OVERVIEW(Track.HOME),
    NETWORK(Track.LINE),
    CONCEPTS(Track.LINE),
    DELIVERIES(Track.LINE),
    BENCHMARK(Track.LINE),
    SIGNALS(Track.LINE),
    IMPROVEMENT(Track.LINE),
    COSTS(Track.LINE),
    AGREEMENTS(Track.LINE),
    CONSULTING_ROOM(Track.BESIDE),
    REGION(Track.BESIDE),
    MATURITY(Track.BESIDE),
    ADMINISTRATION(Track.BESIDE);

    private final Track track;

    Stop(Track track) {
        this.track = track;
    }

    Track track() {
        return track;
    }

    enum Track {
        HOME,
        LINE,
        BESIDE
    }
}
