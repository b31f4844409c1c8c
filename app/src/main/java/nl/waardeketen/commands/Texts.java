// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts for a terminal. */
final class Texts {
    private Texts() {}

    /** At most {@code width} characters, on one line, the last an ellipsis where something is left out. */
    static String shortened(String text, int width) {
        var line = text.replaceAll("\\p{Cntrl}", " ");
        return line.codePointCount(0, line.length()) <= width
                ? line
                : line.substring(0, line.offsetByCodePoints(0, width - 1)) + "…";
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.codePointCount(0, text.length())));
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

    /** "1 row", "1,495 rows". */
    static String counted(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
