// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts for a terminal. */
final class Texts {
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private Texts() {}

    /** The text on one line, without characters that steer a terminal. */
    static String plain(String text) {
        return STEERING.matcher(text).replaceAll(" ");
    }

    /** At most {@code width} cells, on one line, the last an ellipsis where something is left out. */
    static String shortened(String text, int width) {
        var line = plain(text);
        if (cells(line) <= width) {
            return line;
        }
        int end = 0;
        int used = 1;
        while (used + cells(line.codePointAt(end)) <= width) {
            used += cells(line.codePointAt(end));
            end += Character.charCount(line.codePointAt(end));
        }
        return line.substring(0, end) + "…";
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - cells(text)));
    }

    /** Cells that a text takes on a terminal: East-Asian characters and emoji two, combining marks none. */
    static int cells(String text) {
        return text.codePoints().map(Texts::cells).sum();
    }

    private static int cells(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (character >= 0x1100 && character <= 0x115F)
                || (character >= 0x2E80 && character <= 0xA4CF)
                || (character >= 0xAC00 && character <= 0xD7A3)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFE30 && character <= 0xFE6F)
                || (character >= 0xFF00 && character <= 0xFF60)
                || (character >= 0x1F300 && character <= 0x1FAFF)
                || (character >= 0x20000 && character <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    /** The same words on lines of at most {@code width} characters, unless a word is longer. */
    static String wrapped(String text, int width) {
        var lines = new StringBuilder();
        int used = 0;
        for (var word : (Iterable<String>) Pattern.compile(" ").splitAsStream(text)::iterator) {
            boolean fits = used + 1 + word.length() <= width;
            lines.append(used == 0 ? "" : fits ? " " : "\n").append(word);
            used = used == 0 || !fits ? word.length() : used + 1 + word.length();
        }
        return lines.toString();
    }

    /** A duration or a sum of money in at most eight characters: 46, 9.85, 12345.7, 0.00125, 1.23e+09. */
    static String amount(double amount) {
        var pattern = !(amount < 1e8)
                ? "%.3g"
                : amount == Math.rint(amount) || amount >= 1e5
                        ? "%.0f"
                        : amount >= 1e3 ? "%.1f" : amount >= 1 ? "%.2f" : "%.3g";
        return String.format(Locale.ROOT, pattern, amount);
    }

    /** "1 row", "1,495 rows". */
    static String counted(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
