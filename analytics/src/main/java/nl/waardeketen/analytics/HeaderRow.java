// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.Collection;
import java.util.List;

/** Finds the row with column names among the first rows of a table, which may start with a title. */
final class HeaderRow {
    /** How far below the start a header is looked for. */
    static final int MOST_ABOVE = 50;

    private HeaderRow() {}

    /**
     * The earliest row that holds most of the wanted names. Where no row holds any, the first one, unless that is a title:
     * a lone value above two rows that are alike and wider.
     */
    static int among(List<List<String>> rows, Collection<String> wanted) {
        int best = 0;
        long most = 0;
        for (int i = 0; i < rows.size(); i++) {
            long found = wanted.stream().filter(rows.get(i)::contains).count();
            if (found > most) {
                best = i;
                most = found;
            }
        }
        return most > 0 || filled(rows, 0) > 1 ? best : belowTitles(rows);
    }

    private static int belowTitles(List<List<String>> rows) {
        for (int i = 1; i + 1 < rows.size(); i++) {
            if (filled(rows, i) > 1
                    && filled(rows, i + 1) > 1
                    && rows.get(i).size() == rows.get(i + 1).size()) {
                return i;
            }
        }
        return 0;
    }

    private static long filled(List<List<String>> rows, int row) {
        return row < rows.size()
                ? rows.get(row).stream().filter(name -> !name.isBlank()).count()
                : 0;
    }
}
