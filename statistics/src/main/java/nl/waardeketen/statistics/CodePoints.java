// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Comparator;

/** Order of texts by Unicode code point, the same on every machine and in every language setting. */
public final class CodePoints {
    public static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            if (left.charAt(i) != right.charAt(i)) {
                return Integer.compare(place(left.charAt(i)), place(right.charAt(i)));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /** Halves of characters beyond the first 65,536 go after all that are whole. */
    private static int place(char unit) {
        return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
    }
}
