// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.Arrays;
import java.util.List;

/**
 * Which numbers are there more than once, among many evenly spread ones of 53 bits. Most are told apart by their first
 * bits, in tables of a few bits a number; only those that share these are sorted.
 */
final class SameNumbers {
    private static final int NUMBER_BITS = 53;
    private static final int SPARSE = 8;
    private static final int LEAST_BITS = 10;

    private SameNumbers() {}

    /** The numbers that are there more than once, each once, in ascending order. Every array is looked at by a thread. */
    static long[] among(List<long[]> numbers) {
        long count = numbers.stream().mapToLong(each -> each.length).sum();
        int bits = Math.max(LEAST_BITS, Long.SIZE - Long.numberOfLeadingZeros(count * SPARSE));
        int shift = NUMBER_BITS - bits;
        var shared = numbers.parallelStream()
                .map(some -> Beginnings.of(some, shift, bits))
                .reduce(Beginnings::with)
                .map(Beginnings::shared)
                .orElse(new long[0]);
        var sharing = numbers.parallelStream()
                .map(some -> in(shared, some, shift))
                .flatMapToLong(Arrays::stream)
                .toArray();
        Arrays.parallelSort(sharing);
        return repeated(sharing, sharing.length);
    }

    /**
     * First bits of numbers: a bit for each that they can be.
     *
     * @param seen those of at least one number
     * @param shared those of at least two
     */
    private record Beginnings(long[] seen, long[] shared) {
        static Beginnings of(long[] numbers, int shift, int bits) {
            var seen = new long[1 << (bits - 6)];
            var shared = new long[1 << (bits - 6)];
            for (long number : numbers) {
                long place = number >>> shift;
                int word = (int) (place >>> 6);
                long bit = 1L << place;
                if ((seen[word] & bit) != 0) {
                    shared[word] |= bit;
                }
                seen[word] |= bit;
            }
            return new Beginnings(seen, shared);
        }

        /** Those of all numbers; this one is used up. */
        Beginnings with(Beginnings others) {
            for (int i = 0; i < seen.length; i++) {
                shared[i] |= others.shared[i] | (seen[i] & others.seen[i]);
                seen[i] |= others.seen[i];
            }
            return this;
        }
    }

    private static long[] in(long[] shared, long[] numbers, int shift) {
        var found = new long[1_024];
        int count = 0;
        for (long number : numbers) {
            long place = number >>> shift;
            if ((shared[(int) (place >>> 6)] & 1L << place) != 0) {
                found = count < found.length ? found : Arrays.copyOf(found, 2 * count);
                found[count++] = number;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static long[] repeated(long[] ascending, int count) {
        int found = 0;
        for (int i = 1; i < count; i++) {
            if (ascending[i] == ascending[i - 1] && (found == 0 || ascending[found - 1] != ascending[i])) {
                ascending[found++] = ascending[i];
            }
        }
        return Arrays.copyOf(ascending, found);
    }
}
