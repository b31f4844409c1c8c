// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.Arrays;

/**
 * Which numbers are there more than once, among many evenly spread ones of 53 bits. Most are told apart by their first
 * bits, in a table of a few bits a number; only those that share these are sorted.
 */
final class SameNumbers {
    private static final int NUMBER_BITS = 53;
    private static final int SPARSE = 16;
    private static final int LEAST_BITS = 10;

    private SameNumbers() {}

    /** The numbers that are there more than once, each once, in ascending order. */
    static long[] among(long[] numbers) {
        int bits = Math.max(LEAST_BITS, Long.SIZE - Long.numberOfLeadingZeros((long) numbers.length * SPARSE));
        int shift = NUMBER_BITS - bits;
        var seen = new long[1 << (bits - 6)];
        var shared = new long[1 << (bits - 6)];
        for (long number : numbers) {
            long place = number >>> shift;
            int word = (int) (place >>> 6);
            long bit = 1L << place;
            shared[word] |= seen[word] & bit;
            seen[word] |= bit;
        }
        var candidates = Arrays.stream(numbers)
                .filter(number -> (shared[(int) (number >>> shift >>> 6)] & 1L << (number >>> shift)) != 0)
                .sorted()
                .toArray();
        int found = 0;
        for (int i = 1; i < candidates.length; i++) {
            if (candidates[i] == candidates[i - 1] && (found == 0 || candidates[found - 1] != candidates[i])) {
                candidates[found++] = candidates[i];
            }
        }
        return Arrays.copyOf(candidates, found);
    }
}
