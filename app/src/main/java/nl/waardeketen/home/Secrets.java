// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.waardeketen.shared.Refused;

/**
 * Keys and passwords: each from the environment ({@code WAARDEKETEN_KEY_<NAME>}, hexadecimal), else from a file with
 * owner-only rights in the home folder, made at first use. They are never logged, stored in the database or shown.
 */
public final class Secrets {
    private static final int BYTES = 32;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Path folder;
    private final Map<String, String> environment;
    private final SecureRandom random = new SecureRandom();
    private final List<Path> created = new ArrayList<>();

    Secrets(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * The key of that name, 32 bytes.
     *
     * @throws Refused {@code key.open} when others may read its file, {@code key.unreadable} when it is no key
     */
    public synchronized byte[] key(String name) {
        var variable = variable(name);
        var given = environment.get(variable);
        return given != null ? bytes(given, variable) : fromFile(folder.resolve(name + ".key"));
    }

    /**
     * The key of that name, 32 bytes, which must be there: another one in its place would make other pseudonyms.
     *
     * @throws Refused {@code key.missing}, or as {@link #key}
     */
    public synchronized byte[] existing(String name) {
        var file = folder.resolve(name + ".key");
        if (!environment.containsKey(variable(name)) && !Files.exists(file)) {
            throw new Refused("key.missing", file);
        }
        return key(name);
    }

    /** Whether there is a key of that name. */
    public synchronized boolean has(String name) {
        return environment.containsKey(variable(name)) || Files.exists(folder.resolve(name + ".key"));
    }

    private static String variable(String name) {
        return "WAARDEKETEN_KEY_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** A password, as text. */
    String password(String name) {
        return HexFormat.of().formatHex(key(name));
    }

    /** A new password that a person can type, of 20 letters and digits (99 bits). */
    public String newPassword() {
        var password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /**
     * Makes a new key of 32 bytes in a file that only its owner may read.
     *
     * @throws Refused {@code key.there} when there is such a file already
     */
    public static void make(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new Refused("key.there", file);
        }
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        OwnerOnly.write(file, HexFormat.of().formatHex(key) + "\n");
    }

    /** Key files that this process made. */
    public synchronized List<Path> created() {
        return List.copyOf(created);
    }

    private byte[] fromFile(Path file) {
        try {
            if (!Files.exists(file)) {
                var key = new byte[BYTES];
                random.nextBytes(key);
                OwnerOnly.write(file, HexFormat.of().formatHex(key) + "\n");
                created.add(file);
            }
            if (OwnerOnly.isOpenToOthers(file)) {
                throw new Refused("key.open", file);
            }
            return bytes(Files.readString(file).strip(), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text, String place) {
        if (!text.matches("[0-9a-fA-F]{" + 2 * BYTES + "}")) {
            throw new Refused("key.unreadable", place, BYTES);
        }
        return HexFormat.of().parseHex(text);
    }
}
