// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.waardeketen.analytics.ColumnProfile;

/** How a column writes its dates, told from what it holds. */
final class DateForms {
    /** What a delivery reads without being told. */
    private static final Set<String> USUAL = Set.of("yyyy-mm-dd", "dd-mm-yyyy", "dd/mm/yyyy", "yyyymmdd");

    private static final Set<String> DAY_OR_MONTH_FIRST =
            Set.of("dd-mm-yyyy", "dd/mm/yyyy", "mm/dd/yyyy", "dd.mm.yyyy", "dd-mm-yy");
    private static final Pattern TWO_NUMBERS = Pattern.compile("([0-9]{1,2})[-/.]([0-9]{1,2})[-/.].*");
    private static final int MONTHS = 12;
    private static final double MOST = 0.5;

    private DateForms() {}

    /** The form that is to be said in a mapping; nothing where it need not be. */
    static Optional<String> toSay(ColumnProfile column) {
        var form = column.shares().dateForm();
        boolean dates = column.shares().date() > MOST
                && column.shares().date() >= column.shares().moment();
        return dates && !USUAL.contains(form) ? Optional.of(form) : Optional.empty();
    }

    /** Whether all values that are known could be read with day and month the other way round. */
    static boolean isAmbiguous(ColumnProfile column) {
        if (!(column.shares().date() > MOST)
                || !DAY_OR_MONTH_FIRST.contains(column.shares().dateForm())) {
            return false;
        }
        return Stream.concat(
                        column.examples().stream(), column.frequent().stream().map(ColumnProfile.Frequency::value))
                .allMatch(DateForms::bothWays);
    }

    private static boolean bothWays(String value) {
        var parts = TWO_NUMBERS.matcher(value);
        return !parts.matches()
                || (Integer.parseInt(parts.group(1)) <= MONTHS && Integer.parseInt(parts.group(2)) <= MONTHS);
    }
}
