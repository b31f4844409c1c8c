// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which numbers are there more than once, among many evenly spread ones of 53 bits. Most are told apart by their first
 * bits, in a table of a few bits a number; only those that share these are sorted.
 */
final class SameNumbers {
    private static final int NUMBER_BITS = 53;
    private static final int SPARSE = 16;
    private static final int LEAST_BITS = 10;

    /** So many numbers are worth several threads. */
    private static final int MANY = 1_000_000;

    private static final int PART_BITS = 2;

    private SameNumbers() {}

    /** The numbers that are there more than once, each once, in ascending order. */
    static long[] among(List<long[]> numbers) {
        if (count(numbers) < MANY) {
            return among(numbers, 0, NUMBER_BITS);
        }
        return IntStream.range(0, 1 << PART_BITS)
                .parallel()
                .mapToObj(part -> among(numbers, part, NUMBER_BITS - PART_BITS))
                .flatMapToLong(Arrays::stream)
                .toArray();
    }

    private static long count(List<long[]> numbers) {
        return numbers.stream().mapToLong(each -> each.length).sum();
    }

    /** Among those that begin with the bits of a part, before as many others. */
    private static long[] among(List<long[]> numbers, long part, int bitsOfOthers) {
        long expected = Math.max(1, count(numbers) >> (NUMBER_BITS - bitsOfOthers));
        int bits = Math.max(LEAST_BITS, Long.SIZE - Long.numberOfLeadingZeros(expected * SPARSE));
        int shift = bitsOfOthers - bits;
        long first = part << bits;
        var seen = new long[1 << (bits - 6)];
        var shared = new long[1 << (bits - 6)];
        for (var some : numbers) {
            for (long number : some) {
                if (number >>> bitsOfOthers == part) {
                    long place = (number >>> shift) - first;
                    int word = (int) (place >>> 6);
                    long bit = 1L << place;
                    shared[word] |= seen[word] & bit;
                    seen[word] |= bit;
                }
            }
        }
        var sharing = new long[1_024];
        int count = 0;
        for (var some : numbers) {
            for (long number : some) {
                long place = (number >>> shift) - first;
                if (number >>> bitsOfOthers == part && (shared[(int) (place >>> 6)] & 1L << place) != 0) {
                    sharing = count < sharing.length ? sharing : Arrays.copyOf(sharing, 2 * count);
                    sharing[count++] = number;
                }
            }
        }
        Arrays.sort(sharing, 0, count);
        return repeated(sharing, count);
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
