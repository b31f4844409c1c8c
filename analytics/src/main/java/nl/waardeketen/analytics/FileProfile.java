// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file of any kind that can be delivered, each with a profile; counted by the engine over all rows.
 *
 * @param file how it is called, with its sheet or entry
 * @param placeWord what places in it are called: line, row or record
 * @param notes how it was read, and which columns are left out because they have no name or one that comes twice
 * @param columns in the order of the file
 */
public record FileProfile(String file, String placeWord, List<String> notes, List<ColumnProfile> columns) {
    private static final SqlFile VALUES = SqlFile.named("profile/values");
    private static final SqlFile COLUMNS = SqlFile.named("profile/columns");
    private static final SqlFile EXAMPLES = SqlFile.named("profile/examples");
    private static final SqlFile FREQUENT = SqlFile.named("profile/frequent");

    private static final double NONE = Double.NaN;
    private static final int FEW_VALUES = 500;
    private static final int MOST_FREQUENT = 30;

    public FileProfile {
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
    }

    private record Value(String column, String value) {}

    private record Frequent(String column, String value, long rows) {}

    private record Counts(
            String column,
            long rows,
            long missing,
            long distinct,
            long longest,
            long pointNumbers,
            long commaNumbers,
            long wholeNumbers,
            long yearFirst,
            long hyphens,
            long slashes,
            long compact,
            long monthFirst,
            long points,
            long shortYears,
            long moments,
            long flags,
            long serviceNumbers,
            double least,
            double middle,
            double greatest) {

        ColumnProfile.Shares shares() {
            var date = dates().stream()
                    .max(Comparator.comparingLong(DateForm::rows))
                    .filter(form -> form.rows() > 0)
                    .orElse(new DateForm("", 0));
            return new ColumnProfile.Shares(
                    share(pointNumbers),
                    share(commaNumbers),
                    share(wholeNumbers),
                    share(date.rows()),
                    date.form(),
                    share(moments),
                    share(flags),
                    share(serviceNumbers));
        }

        private double share(long some) {
            return missing == rows ? Double.NaN : (double) some / (rows - missing);
        }

        /** The likeliest form first, as the first of the largest is taken. */
        private List<DateForm> dates() {
            return List.of(
                    new DateForm("yyyy-mm-dd", yearFirst),
                    new DateForm("dd-mm-yyyy", hyphens),
                    new DateForm("dd/mm/yyyy", slashes),
                    new DateForm("yyyymmdd", compact),
                    new DateForm("dd.mm.yyyy", points),
                    new DateForm("mm/dd/yyyy", monthFirst),
                    new DateForm("dd-mm-yy", shortYears));
        }
    }

    private record DateForm(String form, long rows) {}

    /**
     * Reads the file.
     *
     * @param name how to call it in problems
     * @param part sheet of a workbook or entry of a zip; null where there is one, or one with a table
     * @throws InvalidInput when it cannot be read, with the remedy
     */
    public static FileProfile of(Path file, String name, @Nullable String part, Scratch scratch) throws IOException {
        var found = TableFile.inspect(file, name, List.of(), part, scratch);
        var all = found.header().names();
        var names = all.stream()
                .filter(column -> !column.isEmpty() && all.indexOf(column) == all.lastIndexOf(column))
                .toList();
        if (names.isEmpty()) {
            throw DelimitedFile.refused(
                    name, "header.no-names", "no column has a name of its own", "write names above the columns");
        }
        try (var extract = Extract.of(found, Roles.numbered(names), Extract.Reading.DELIVERY, scratch)) {
            var notes = new ArrayList<>(extract.notes());
            notes.addAll(leftOut(all));
            return new FileProfile(found.name(), found.placeWord(), notes, columns(extract.engine(), names));
        }
    }

    private static List<String> leftOut(List<String> all) {
        return all.stream()
                .filter(column -> column.isEmpty() || all.indexOf(column) != all.lastIndexOf(column))
                .distinct()
                .map(column -> column.isEmpty()
                        ? "Left out: columns without a name."
                        : "Left out, as several columns have this name: " + column + ".")
                .toList();
    }

    private static List<ColumnProfile> columns(Engine engine, List<String> names) {
        engine.keep("column_value", VALUES, Map.of("columns", "^c[0-9]+$"));
        var counts = engine.query(COLUMNS, Map.of(), Counts.class);
        var examples = engine.query(EXAMPLES, Map.of(), Value.class);
        var frequent = engine.query(FREQUENT, Map.of("few", FEW_VALUES, "most", MOST_FREQUENT), Frequent.class);
        return IntStream.range(0, names.size())
                .mapToObj(i -> column("c" + i, names.get(i), counts, examples, frequent))
                .toList();
    }

    private static ColumnProfile column(
            String role, String name, List<Counts> counts, List<Value> examples, List<Frequent> frequent) {
        var counted = counts.stream()
                .filter(each -> each.column().equals(role))
                .findFirst()
                .orElse(new Counts(role, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NONE, NONE, NONE));
        return new ColumnProfile(
                name,
                examples.stream()
                        .filter(each -> each.column().equals(role))
                        .map(Value::value)
                        .toList(),
                counted.rows(),
                counted.missing(),
                counted.distinct(),
                counted.longest(),
                counted.shares(),
                new ColumnProfile.Spread(counted.least(), counted.middle(), counted.greatest()),
                frequent.stream()
                        .filter(each -> each.column().equals(role))
                        .map(each -> new ColumnProfile.Frequency(each.value(), each.rows()))
                        .toList());
    }
}
