// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Concordance statistic: the chance that a patient with the event had a higher fitted probability than one without,
 * ties counting one half; equal to the area under the ROC curve (Hanley &amp; McNeil 1982, Radiology 143:29).
 */
final class CStatistic {
    private static final long LAST_BITS = 0xFFF;

    private final double[] ascending;
    private final double[] eventsUpTo;

    /** The groups with events, by probability. */
    private CStatistic(double[] probability, double[] events) {
        ascending = IntStream.range(0, events.length)
                .filter(i -> events[i] > 0)
                .mapToDouble(i -> probability[i])
                .toArray();
        Arrays.parallelSort(ascending);
        eventsUpTo = new double[ascending.length + 1];
        for (int i = 0; i < events.length; i++) {
            if (events[i] > 0) {
                eventsUpTo[firstFrom(probability[i]) + 1] += events[i];
            }
        }
        Arrays.parallelPrefix(eventsUpTo, Double::sum);
    }

    /** Of groups of patients with the same probability; {@code NaN} when all or none have the event. */
    static double of(double[] probability, double[] events, double[] patients) {
        var rounded = Arrays.stream(probability).map(CStatistic::rounded).toArray();
        var withEvents = new CStatistic(rounded, events);
        double concordant = 0;
        double eventFree = 0;
        for (int i = 0; i < events.length; i++) {
            double without = patients[i] - events[i];
            if (without > 0) {
                concordant += without * withEvents.above(rounded[i]);
                eventFree += without;
            }
        }
        return concordant / (withEvents.eventsUpTo[withEvents.ascending.length] * eventFree);
    }

    /** Events at a higher probability, and half of those at the same. */
    private double above(double probability) {
        int from = firstFrom(probability);
        double below = eventsUpTo[from];
        boolean tied = from < ascending.length && ascending[from] == probability;
        double belowOrTied = tied ? eventsUpTo[from + 1] : below;
        return eventsUpTo[ascending.length] - (below + belowOrTied) / 2;
    }

    /** Where this probability, or the first higher one, stands for the first time. */
    private int firstFrom(double probability) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < probability) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** To twelve digits, so that equal probabilities that were computed in different ways are tied. */
    static double rounded(double probability) {
        long bits = Double.doubleToLongBits(probability) + (LAST_BITS + 1) / 2;
        return Double.longBitsToDouble(bits & ~LAST_BITS);
    }
}
