// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;

/**
 * Concordance statistic: the chance that a patient with the event had a higher fitted probability than one without,
 * ties counting one half; equal to the area under the ROC curve (Hanley &amp; McNeil 1982, Radiology 143:29).
 */
final class CStatistic {
    private CStatistic() {}

    /** Of groups of patients with the same probability; {@code NaN} when all or none have the event. */
    static double of(double[] probability, double[] events, double[] patients) {
        var ascending = probability.clone();
        Arrays.parallelSort(ascending);
        var eventsAt = new double[ascending.length];
        var eventFreeAt = new double[ascending.length];
        for (int i = 0; i < probability.length; i++) {
            int place = Arrays.binarySearch(ascending, probability[i]);
            eventsAt[place] += events[i];
            eventFreeAt[place] += patients[i] - events[i];
        }
        double concordant = 0;
        double eventFree = 0;
        double allEvents = 0;
        for (int place = 0; place < ascending.length; place++) {
            concordant += eventsAt[place] * (eventFree + eventFreeAt[place] / 2);
            eventFree += eventFreeAt[place];
            allEvents += eventsAt[place];
        }
        return concordant / (allEvents * eventFree);
    }
}
