// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a delimited file as series in time, one row per point, in any order. Every problem is reported, with its line.
 */
public final class SeriesReader {
    private static final SqlFile POINTS = SqlFile.named("series/points");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9][0-9]{0,2},[0-9]{3}");
    private static final double LARGEST = 1e100;

    private final SeriesColumns wanted;
    private final Extract extract;
    private final SeriesProblems problems;
    private final List<Row> rows;
    private final TimeKind kind;

    private record Row(
            long record,
            String series,
            String moment,
            String measure,
            String denominator,
            double y,
            double n,
            long noSeries,
            long noMoment,
            long noMeasure,
            long noDenominator) {

        boolean isCounted() {
            return noMeasure == 0;
        }
    }

    private SeriesReader(SeriesColumns wanted, Extract extract) {
        this.wanted = wanted;
        this.extract = extract;
        problems = new SeriesProblems(extract);
        rows = extract.engine().query(POINTS, Map.of(), Row.class);
        kind = TimeKind.of(
                rows.stream().filter(row -> row.noMoment == 0).map(Row::moment).toList());
    }

    /**
     * Reads the file.
     *
     * @param name how to call the file in problems
     * @throws InvalidInput with all problems of the file
     * @throws IOException when the file cannot be opened
     */
    public static SeriesReading read(Path file, String name, SeriesColumns wanted, Scratch scratch) throws IOException {
        var roles = wanted.roles();
        var found = TableFile.inspect(file, name, roles.columns(), scratch);
        try (var extract = Extract.of(found, roles, Extract.Reading.SERIES, scratch)) {
            return new SeriesReader(wanted, extract).reading();
        }
    }

    private SeriesReading reading() throws IOException {
        checkWhole();
        rows.forEach(this::check);
        var places = places();
        problems.refuse();
        long withoutValue = rows.stream().filter(row -> !row.isCounted()).count();
        long withoutDenominator = rows.stream().filter(this::isNothing).count();
        var notes = new ArrayList<>(extract.notes());
        var series = new ArrayList<SeriesReading.Series>();
        places.forEach((name, ordered) -> {
            var points = points(ordered);
            if (points.isEmpty()) {
                notes.add("Not shown, as none of its rows has a value: " + name + ".");
            } else {
                series.add(new SeriesReading.Series(
                        name,
                        points,
                        ordered.stream()
                                .map(placed -> new SeriesReading.Moment(placed.row.moment, placed.time))
                                .toList()));
            }
        });
        return new SeriesReading(kind, series, withoutValue, withoutDenominator, notes);
    }

    private void checkWhole() {
        if (rows.isEmpty()) {
            problems.add("file.no-rows", "", "the file has a header but no rows", "add the rows");
        } else if (rows.stream().noneMatch(row -> row.isCounted() && !isNothing(row))) {
            problems.add(
                    "value.all-missing",
                    wanted.value(),
                    "the value is missing in all " + rows.size() + " rows",
                    "name the column that holds the value");
        }
        checkNotation(wanted.value(), Row::measure);
        checkNotation(wanted.denominator(), Row::denominator);
    }

    private void checkNotation(@Nullable String column, Function<Row, String> text) {
        var texts = rows.stream().map(text).toList();
        var withComma = texts.stream().filter(value -> value.contains(",")).toList();
        if (column == null || withComma.isEmpty()) {
            return;
        }
        if (texts.stream().anyMatch(value -> value.contains("."))) {
            addNotation(column, "some numbers have a decimal comma and others a decimal point");
        } else if (extract.file().header().separator() == ','
                && withComma.stream().allMatch(value -> THOUSANDS.matcher(value).matches())) {
            addNotation(column, "numbers such as 1,234 may be thousands or have a decimal comma");
        }
    }

    private void addNotation(String column, String text) {
        problems.add(
                "number.notation",
                column,
                text,
                "write all numbers with a decimal point and without thousands separators");
    }

    private void check(Row row) {
        if (!row.isCounted() && row.noMoment == 1) {
            return;
        }
        if (wanted.by() != null && row.noSeries == 1) {
            problems.add(row.record, SeriesRule.SERIES_MISSING, wanted.by(), row.series);
        }
        if (row.noMoment == 1) {
            problems.add(row.record, SeriesRule.TIME_MISSING, wanted.time(), row.moment);
        } else if (Double.isNaN(kind.place(row.moment))) {
            problems.add(row.record, SeriesRule.TIME_UNREADABLE, wanted.time(), row.moment);
        }
        if (row.isCounted()) {
            var broken = valueRule(row.y);
            addIf(broken, row, wanted.value(), row.measure);
            var denominator = wanted.denominator();
            if (denominator != null) {
                addIf(denominatorRule(row), row, denominator, row.denominator);
                addIf(broken == null ? aboveRule(row) : null, row, wanted.value(), row.measure);
            }
        }
    }

    private void addIf(@Nullable SeriesRule rule, Row row, String column, String value) {
        if (rule != null) {
            problems.add(row.record, rule, column, value);
        }
    }

    private @Nullable SeriesRule valueRule(double y) {
        if (!Double.isFinite(y)) {
            return SeriesRule.VALUE_NOT_A_NUMBER;
        }
        if (Math.abs(y) > LARGEST) {
            return SeriesRule.VALUE_TOO_LARGE;
        }
        if (wanted.values() == SeriesColumns.Values.MEASUREMENTS) {
            return null;
        }
        return y < 0 ? SeriesRule.VALUE_NEGATIVE : y != Math.rint(y) ? SeriesRule.VALUE_NOT_WHOLE : null;
    }

    private @Nullable SeriesRule denominatorRule(Row row) {
        if (row.noDenominator == 1 || !Double.isFinite(row.n)) {
            return SeriesRule.DENOMINATOR_NOT_A_NUMBER;
        }
        if (row.n > LARGEST) {
            return SeriesRule.DENOMINATOR_TOO_LARGE;
        }
        if (row.n < 0) {
            return SeriesRule.DENOMINATOR_NEGATIVE;
        }
        if (row.n == 0) {
            return row.y == 0 ? null : SeriesRule.DENOMINATOR_NONE;
        }
        boolean whole = wanted.values() != SeriesColumns.Values.CASES || row.n == Math.rint(row.n);
        return whole ? null : SeriesRule.DENOMINATOR_NOT_WHOLE;
    }

    private @Nullable SeriesRule aboveRule(Row row) {
        return wanted.values() == SeriesColumns.Values.CASES && row.n > 0 && row.y > row.n
                ? SeriesRule.VALUE_ABOVE
                : null;
    }

    /** Nothing counted in nothing is no measurement. */
    private boolean isNothing(Row row) {
        return wanted.denominator() != null && row.isCounted() && row.n == 0;
    }

    private record Placed(Row row, double time) {}

    /** Rows of each series in the order of time; two rows at one time are a problem. */
    private Map<String, List<Placed>> places() {
        var series = new TreeMap<String, List<Placed>>();
        for (var row : rows) {
            double time = row.noMoment == 1 ? Double.NaN : kind.place(row.moment);
            if (!Double.isNaN(time)) {
                series.computeIfAbsent(row.series, name -> new ArrayList<>()).add(new Placed(row, time));
            }
        }
        for (var places : series.values()) {
            places.sort(Comparator.comparingDouble(Placed::time));
            for (int i = 0; i < places.size(); i++) {
                boolean again = i > 0 && places.get(i).time == places.get(i - 1).time;
                boolean first = i + 1 < places.size() && places.get(i).time == places.get(i + 1).time;
                if (again || first) {
                    var row = places.get(i).row;
                    problems.add(row.record, SeriesRule.TIME_TWICE, wanted.time(), row.moment);
                }
            }
        }
        return series;
    }

    private List<SeriesReading.Point> points(List<Placed> ordered) {
        return ordered.stream()
                .filter(placed -> placed.row.isCounted() && !isNothing(placed.row))
                .map(placed -> new SeriesReading.Point(
                        placed.row.moment, placed.time, placed.row.y, wanted.denominator() == null ? 1 : placed.row.n))
                .toList();
    }
}
