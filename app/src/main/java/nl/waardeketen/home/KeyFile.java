// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.waardeketen.shared.Refused;

/** A key outside a home folder, in a file of its own or in the environment; in hexadecimal digits. */
public final class KeyFile {
    private static final int FEWEST_BYTES = 16;
    private static final int MOST_BYTES = 64;

    private KeyFile() {}

    /**
     * The key in a file.
     *
     * @throws Refused {@code key.open} when others may read it, {@code key.missing} when it is not there, {@code key.short}
     *     when it is no key of 16 to 64 bytes
     */
    public static byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refused("key.missing", file);
        }
        if (OwnerOnly.isOpenToOthers(file)) {
            throw new Refused("key.open", file);
        }
        return parse(Files.readString(file).strip(), file.toString());
    }

    /**
     * The key that a text spells.
     *
     * @param place where it stands, for a refusal
     */
    public static byte[] parse(String text, String place) {
        int digits = text.length();
        if (!text.matches("[0-9a-fA-F]*") || digits % 2 != 0 || digits < 2 * FEWEST_BYTES || digits > 2 * MOST_BYTES) {
            throw new Refused("key.short", place, FEWEST_BYTES, MOST_BYTES);
        }
        return HexFormat.of().parseHex(text);
    }

    /** By which a key is known again without telling anything of it. */
    public static String fingerprint(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var hash = mac.doFinal("waardeketen fingerprint".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
