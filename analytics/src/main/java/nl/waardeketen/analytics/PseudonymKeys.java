// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.Map;

/**
 * The keys of the two stages of a pseudonym: HMAC-SHA-256 (RFC 2104) of the identifier under the senders' key, then of
 * that under the region's key of a data set; the first 16 bytes are kept. The keys reach the engine as bound values.
 *
 * @param sender key of the first stage, at most 64 bytes
 * @param region key of the second stage, at most 64 bytes
 */
public record PseudonymKeys(byte[] sender, byte[] region) {
    private static final int BLOCK = 64;
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5c;

    public PseudonymKeys {
        if (sender.length == 0 || sender.length > BLOCK || region.length == 0 || region.length > BLOCK) {
            throw new IllegalArgumentException("keys of " + sender.length + " and " + region.length + " bytes");
        }
    }

    Map<String, Object> parameters() {
        return Map.of(
                "sender_inner", block(sender, INNER),
                "sender_outer", block(sender, OUTER),
                "region_inner", block(region, INNER),
                "region_outer", block(region, OUTER));
    }

    Map<String, Object> secondStage() {
        return Map.of("region_inner", block(region, INNER), "region_outer", block(region, OUTER));
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
