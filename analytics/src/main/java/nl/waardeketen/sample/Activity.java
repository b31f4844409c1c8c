// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.List;

/**
 * Something that was done for a patient.
 *
 * @param started minutes from the start of 1970
 * @param ended minutes from the start of 1970
 * @param quantity in the units of the service
 */
record Activity(Service service, int started, int ended, int quantity) {
    private static final int QUARTER_OF_AN_HOUR = 15;

    /** So many minutes of a service that goes by the minute. */
    static Activity minutes(Service service, int started, int minutes) {
        return new Activity(service, started, started + minutes, minutes);
    }

    /** At least one day of a service that goes by the day, from noon to the end of the morning. */
    static Activity days(Service service, int first, int last) {
        return new Activity(
                service, Moments.at(first, Moments.NOON), Moments.at(last, Moments.NOON), Math.max(1, last - first));
    }

    /** Once, in a quarter of an hour. */
    static Activity once(Service service, int started) {
        return new Activity(service, started, started + QUARTER_OF_AN_HOUR, 1);
    }

    private int cost() {
        return service.price() * quantity;
    }

    /** Of all of them, in euros. */
    static int cost(List<Activity> activities) {
        return activities.stream().mapToInt(Activity::cost).sum();
    }
}
