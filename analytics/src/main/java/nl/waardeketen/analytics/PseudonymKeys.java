// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The keys of the two stages of a pseudonym: HMAC-SHA-256 (RFC 2104) of the identifier under the senders' key, then of
 * that under the region's key of a data set; the first 16 bytes are kept. Each later version of the region's key is used
 * on the pseudonym of the version before. The keys never reach an engine, only functions that use them.
 *
 * @param sender key of the first stage, at most 64 bytes; empty where senders make the first stage themselves
 * @param region key of the second stage, at most 64 bytes
 * @param later versions of the region's key after the first, in their order
 */
public record PseudonymKeys(byte[] sender, byte[] region, List<byte[]> later) {
    private static final int KEPT = 16;
    private static final HexFormat HEX = HexFormat.of();

    public PseudonymKeys {
        later = List.copyOf(later);
        requireLength(region);
        later.forEach(PseudonymKeys::requireLength);
        if (sender.length > KeyedHash.BLOCK) {
            throw new IllegalArgumentException("a key of " + sender.length + " bytes");
        }
    }

    /** With the first version of the region's key. */
    public PseudonymKeys(byte[] sender, byte[] region) {
        this(sender, region, List.of());
        requireLength(sender);
    }

    private static void requireLength(byte[] key) {
        new KeyedHash(key);
    }

    /** Makes a pseudonym, in hexadecimal digits, of what a column of patients holds: of an identifier, or of a first stage. */
    UnaryOperator<String> pseudonyms(DeliveryPlan.Stage stage) {
        var second = new KeyedHash(region);
        var others = later.stream().map(KeyedHash::new).toList();
        var first = stage == DeliveryPlan.Stage.IDENTIFIERS ? new KeyedHash(sender) : null;
        return patient -> {
            var message = first == null ? HEX.parseHex(patient) : first.of(patient.getBytes(UTF_8));
            var hash = second.of(message);
            for (var other : others) {
                hash = other.of(Arrays.copyOf(hash, KEPT));
            }
            return HEX.formatHex(hash, 0, KEPT);
        };
    }

    /** Makes a first stage, in hexadecimal digits, of an identifier. */
    static UnaryOperator<String> firstStage(byte[] sender) {
        var hash = new KeyedHash(sender);
        return patient -> HEX.formatHex(hash.of(patient.getBytes(UTF_8)));
    }

    /** Makes a pseudonym under the next version of the region's key of one under the version before, both in hexadecimal digits. */
    static UnaryOperator<String> nextVersion(byte[] key) {
        var hash = new KeyedHash(key);
        return pseudonym -> HEX.formatHex(hash.of(HEX.parseHex(pseudonym)), 0, KEPT);
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "PseudonymKeys";
    }
}
