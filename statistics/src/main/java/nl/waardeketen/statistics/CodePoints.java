// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.Comparator;

/** Order of texts by Unicode code point, the same on every machine and in every language setting. */
public final class CodePoints {
    public static final Comparator<String> ORDER = (left, right) ->
            Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());

    private CodePoints() {}
}
