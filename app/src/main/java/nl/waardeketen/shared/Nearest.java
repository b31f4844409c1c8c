// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.shared;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody may have meant by a name that is not known: the name that takes the fewest letters to add, drop, replace or
 * swap (Damerau 1964, with each swap of neighbours once), case and signs left aside.
 */
public final class Nearest {
    private Nearest() {}

    /** The nearest name, where one is near: at most one letter in three differs. */
    public static Optional<String> to(String name, Collection<String> known) {
        var wanted = plain(name);
        String nearest = null;
        int fewest = Math.max(1, wanted.length() / 3) + 1;
        for (var each : known) {
            int steps = steps(wanted, plain(each));
            if (steps < fewest) {
                fewest = steps;
                nearest = each;
            }
        }
        return wanted.isEmpty() ? Optional.empty() : Optional.ofNullable(nearest);
    }

    /** "did you mean x? " before a remedy, or nothing. */
    public static String question(String name, Collection<String> known) {
        return to(name, known).map(near -> "did you mean " + near + "? ").orElse("");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static int steps(String from, String to) {
        var rows = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                rows[i][j] = i == 0 ? j : j == 0 ? i : fewest(rows, from, to, i, j);
            }
        }
        return rows[from.length()][to.length()];
    }

    private static int fewest(int[][] rows, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int steps = Math.min(rows[i - 1][j - 1] + (same ? 0 : 1), Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(steps, rows[i - 2][j - 2] + 1) : steps;
    }
}
