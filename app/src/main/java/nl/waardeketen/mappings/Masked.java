// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.List;
import nl.waardeketen.analytics.ColumnProfile;

/** Values as a page may show them: of columns that may tell who somebody is only how they begin. */
final class Masked {
    private static final int SHOWN = 2;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 60;
    private static final double ALL_DIFFERENT = 0.9;
    private static final double SOME = 0.2;

    private Masked() {}

    /** Examples of a column. */
    static List<String> examples(ColumnProfile column, boolean patient) {
        boolean hide = patient || identifies(column);
        return column.examples().stream()
                .map(value -> hide ? hidden(value) : shortened(value))
                .toList();
    }

    /** Citizen service numbers, and texts or long numbers of which nearly every row has its own. */
    static boolean identifies(ColumnProfile column) {
        var shares = column.shares();
        long given = column.rows() - column.missing();
        boolean readable = shares.date() > SOME || shares.moment() > SOME;
        boolean own = column.distinct() > ALL_DIFFERENT * given && column.longest() >= SHORTEST;
        boolean decimal = shares.pointNumber() + shares.commaNumber() > ALL_DIFFERENT && shares.whole() < ALL_DIFFERENT;
        return shares.serviceNumber() > SOME || (own && !readable && !decimal);
    }

    static String hidden(String value) {
        return value.codePoints()
                        .limit(Math.min(SHOWN, value.length() / 3))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                + "•".repeat(4);
    }

    private static String shortened(String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    }
}
