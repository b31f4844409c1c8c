// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file under the names that questions use: {@code unit}, {@code outcome}, {@code weight},
 * {@code expected} and {@code x1}, {@code x2} … for case mix. Questions therefore never hold a name that a user typed.
 */
final class Roles {
    private static final String CASE_MIX = "x";
    private static final int MOST_DIGITS = 5;

    private final List<String> names;
    private final List<String> columns;

    private Roles(List<String> names, List<String> columns) {
        this.names = names;
        this.columns = columns;
    }

    static Roles of(CohortColumns wanted) {
        var names = new ArrayList<String>();
        var columns = new ArrayList<String>();
        add(names, columns, "unit", wanted.unit());
        add(names, columns, "outcome", wanted.outcome());
        add(names, columns, "weight", wanted.weight());
        add(names, columns, "expected", wanted.expected());
        for (int i = 0; i < wanted.caseMix().size(); i++) {
            add(names, columns, CASE_MIX + (i + 1), wanted.caseMix().get(i).column());
        }
        return new Roles(names, columns);
    }

    /** Columns under the names {@code c0}, {@code c1} … in this order. */
    static Roles numbered(List<String> columns) {
        return new Roles(
                IntStream.range(0, columns.size()).mapToObj(i -> "c" + i).toList(), columns);
    }

    /** Columns under names that a question uses. */
    static Roles named(List<String> names, List<String> columns) {
        return new Roles(List.copyOf(names), List.copyOf(columns));
    }

    private static void add(List<String> names, List<String> columns, String name, @Nullable String column) {
        if (column != null) {
            names.add(name);
            columns.add(column);
        }
    }

    List<String> columns() {
        return columns;
    }

    /** The file's own name for the column in this role. */
    String column(String role) {
        return columns.get(names.indexOf(role));
    }

    /** These roles in the order of the file, which is that of the engine's tables. */
    List<String> inFileOrder(List<String> roles, Header header) {
        return roles.stream()
                .sorted(Comparator.comparingInt(role -> header.names().indexOf(column(role))))
                .toList();
    }

    /** Roles of the case-mix columns, in the order they were asked for. */
    List<String> caseMix() {
        return names.stream().filter(Roles::isCaseMix).toList();
    }

    static boolean isCaseMix(String role) {
        return role.startsWith(CASE_MIX);
    }

    /** A pattern that matches the wanted columns as the file is read. */
    String pattern() {
        return pattern(names);
    }

    /** A pattern that matches these roles exactly. */
    static String pattern(Collection<String> roles) {
        return "^(" + String.join("|", roles) + ")$";
    }

    /** A pattern for these roles, or for an empty column if there are none, as a pattern must match something. */
    static String pattern(String empty, Collection<String> roles) {
        return pattern(roles.isEmpty() ? List.of(empty) : roles);
    }

    /** The names under which all columns of the file are read. */
    CsvColumns named(Header header) {
        return new CsvColumns(IntStream.range(0, header.names().size())
                .mapToObj(i -> {
                    int role = columns.indexOf(header.names().get(i));
                    return role < 0 ? "unused" + i : names.get(role);
                })
                .toList());
    }

    /** Columns that the file lacks or has twice. */
    List<Problem> missing(DelimitedFile file) {
        var present = file.header().names();
        var problems = new ArrayList<Problem>();
        for (var column : columns) {
            long times = present.stream().filter(column::equals).count();
            if (times == 0) {
                problems.add(new Problem(
                        file.name(),
                        0,
                        column,
                        "",
                        "column.missing",
                        "there is no column " + column + "; the file has " + list(present),
                        nearest(column, present)));
            } else if (times > 1) {
                problems.add(new Problem(
                        file.name(),
                        file.header().skippedLines() + 1L,
                        column,
                        "",
                        "column.twice",
                        "there are " + times + " columns " + column,
                        "give each its own name"));
            }
        }
        return problems;
    }

    private static String list(List<String> present) {
        int shown = Math.min(present.size(), 12);
        var names = present.subList(0, shown).stream().map(Roles::plain).collect(Collectors.joining(", "));
        return shown < present.size() ? names + " and " + (present.size() - shown) + " more" : names;
    }

    /** A row in the place of the header may hold identifiers; a name with so many digits is not shown. */
    private static String plain(String name) {
        return name.chars().filter(Character::isDigit).count() < MOST_DIGITS ? name : "…";
    }

    private static String nearest(String column, List<String> present) {
        int colon = column.lastIndexOf(':');
        if (colon > 0 && present.contains(column.substring(0, colon))) {
            return "a form after the colon is factor, quadratic or spline";
        }
        return present.stream()
                .filter(name -> plain(name).equals(name) && distance(name, column) <= column.length() / 3)
                .min(Comparator.comparingInt(name -> distance(name, column)))
                .map(name -> "did you mean " + name + "?")
                .orElse("name one of these, spelled the same");
    }

    /** Levenshtein distance, ignoring case. */
    private static int distance(String left, String right) {
        var a = left.toLowerCase(Locale.ROOT);
        var b = right.toLowerCase(Locale.ROOT);
        var row = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
