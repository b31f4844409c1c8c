// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Changes bytes by chance: the same seed makes the same of the same bytes. */
final class Tampering {
    private static final List<String> WORDS = List.of(
            "\0",
            "\n",
            "\r\n",
            ",",
            ";",
            "\"",
            "'",
            "\t",
            "\ufeff",
            "{",
            "}",
            "[",
            "]",
            ":",
            "&a ",
            "*a",
            "!!",
            "- ",
            "#",
            "%",
            "null",
            "-1",
            "1e999",
            "NaN",
            "9999999999999999999",
            "0000-00-00",
            "../",
            "\\u0000",
            "<!DOCTYPE x [",
            "PAR1",
            "PK\u0003\u0004",
            "\u0085");

    private final SplittableRandom chance;

    Tampering(long seed) {
        chance = new SplittableRandom(seed);
    }

    /** One to four changes. */
    byte[] of(byte[] sound) {
        var bytes = sound;
        for (int left = 1 + chance.nextInt(4); left > 0; left--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        if (bytes.length == 0) {
            return word();
        }
        int at = chance.nextInt(bytes.length);
        int end = at + chance.nextInt(Math.min(64, bytes.length - at) + 1);
        return switch (chance.nextInt(8)) {
            case 0, 1 -> flipped(bytes, at);
            case 2 -> joined(bytes, at, word(), at);
            case 3 -> joined(bytes, at, new byte[0], end);
            case 4 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, end), at);
            case 5 -> joined(bytes, at, word(), end);
            case 6 -> spliced(bytes, at, end);
            default -> chance.nextInt(3) == 0 ? Arrays.copyOf(bytes, at) : flipped(bytes, at);
        };
    }

    private byte[] word() {
        return WORDS.get(chance.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] flipped(byte[] bytes, int at) {
        var flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << chance.nextInt(8));
        return flipped;
    }

    /** A piece of the bytes at another place of them. */
    private byte[] spliced(byte[] bytes, int from, int end) {
        int at = chance.nextInt(bytes.length);
        return joined(bytes, at, Arrays.copyOfRange(bytes, from, end), at);
    }

    private static byte[] joined(byte[] bytes, int until, byte[] between, int from) {
        var joined = Arrays.copyOf(bytes, until + between.length + bytes.length - from);
        System.arraycopy(between, 0, joined, until, between.length);
        System.arraycopy(bytes, from, joined, until + between.length, bytes.length - from);
        return joined;
    }
}
