// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;
import java.util.Map;

/**
 * The keys of the two stages of a pseudonym: HMAC-SHA-256 (RFC 2104) of the identifier under the senders' key, then of
 * that under the region's key of a data set; the first 16 bytes are kept. Each later version of the region's key is used
 * on the pseudonym of the version before. The keys reach the engine as bound values.
 *
 * @param sender key of the first stage, at most 64 bytes; empty where senders make the first stage themselves
 * @param region key of the second stage, at most 64 bytes
 * @param later versions of the region's key after the first, in their order
 */
public record PseudonymKeys(byte[] sender, byte[] region, List<byte[]> later) {
    private static final int BLOCK = 64;
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5c;

    public PseudonymKeys {
        later = List.copyOf(later);
        requireLength(region);
        later.forEach(PseudonymKeys::requireLength);
        if (sender.length > BLOCK) {
            throw new IllegalArgumentException("a key of " + sender.length + " bytes");
        }
    }

    /** With the first version of the region's key. */
    public PseudonymKeys(byte[] sender, byte[] region) {
        this(sender, region, List.of());
        requireLength(sender);
    }

    private static void requireLength(byte[] key) {
        if (key.length == 0 || key.length > BLOCK) {
            throw new IllegalArgumentException("a key of " + key.length + " bytes");
        }
    }

    Map<String, Object> parameters() {
        return Map.of(
                "sender_inner", block(sender, INNER),
                "sender_outer", block(sender, OUTER),
                "region_inner", block(region, INNER),
                "region_outer", block(region, OUTER));
    }

    /** What the second stage alone takes. */
    Map<String, Object> secondStage() {
        return Map.of("region_inner", block(region, INNER), "region_outer", block(region, OUTER));
    }

    /** What the first stage alone takes. */
    static Map<String, Object> firstStage(byte[] sender) {
        return Map.of("sender_inner", block(sender, INNER), "sender_outer", block(sender, OUTER));
    }

    /** What one more version takes. */
    static Map<String, Object> nextVersion(byte[] key) {
        requireLength(key);
        return Map.of("key_inner", block(key, INNER), "key_outer", block(key, OUTER));
    }

    private static byte[] block(byte[] key, int pad) {
        var block = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) ((i < key.length ? key[i] : 0) ^ pad);
        }
        return block;
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "PseudonymKeys";
    }
}
