// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.Comparator;

/**
 * Something wrong with the input, with its place and what to do about it.
 *
 * @param file name of the file, without its folder
 * @param line line of the file, from 1; 0 when it concerns the whole file
 * @param column name of the column as the file spells it, or empty
 * @param value the value at that place, or empty
 * @param rule stable code of the rule that is broken, for example {@code outcome.not-a-number}
 * @param text what is wrong and in how many rows
 * @param remedy what to do
 * @param table the table of a delivery, or empty
 * @param rows how many rows break the rule in this column; 0 where rows are not what it is about
 * @param owner who can repair it
 */
public record Problem(
        String file,
        long line,
        String column,
        String value,
        String rule,
        String text,
        String remedy,
        String table,
        Severity severity,
        long rows,
        Owner owner) {

    static final Comparator<Problem> IN_FILE_ORDER = Comparator.comparingLong(Problem::line)
            .thenComparing(Problem::column)
            .thenComparing(Problem::rule);

    /** A problem because of which a file is not used. */
    public Problem(String file, long line, String column, String value, String rule, String text, String remedy) {
        this(file, line, column, value, rule, text, remedy, "", Severity.STOP, 0, Owner.DATA_STEWARD);
    }

    /** What a problem of a delivery as a whole is about: a variable, the code of a rule, or nothing in particular. */
    String subject() {
        return rule.equals(Threshold.Measure.RULE.rule()) ? value.substring("rule.".length()) : column;
    }

    /** The same problem at another line. */
    Problem at(long place) {
        return new Problem(file, place, column, value, rule, text, remedy, table, severity, rows, owner);
    }

    /** The same problem in a table of a delivery. */
    Problem in(String place) {
        return new Problem(file, line, column, value, rule, text, remedy, place, severity, rows, owner);
    }
}
