// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

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
}
