// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All deliveries of a sample in the engine, typed as the outcome set says, so that its expressions can be computed. */
final class Episodes implements AutoCloseable {
    private static final String PRELUDE = "/prelude/duckdb.sql";

    private final Connection connection;

    /** Reads the deliveries of the patient group. */
    Episodes(Path region, OutcomeSet set) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        run(prelude());
        var columns = set.variables().stream()
                .map(variable -> "'" + variable.text("code") + "': '" + type(variable.text("type")) + "'")
                .collect(Collectors.joining(", "));
        run("CREATE TABLE episode AS SELECT *, regexp_extract(filename, '([a-z]+)-" + set.group()
                + "', 1) AS organisation"
                + " FROM read_csv('" + region.resolve("*-" + set.group() + "-*").resolve("episode.csv")
                + "', header = true, delim = ',', nullstr = '', filename = true, columns = {'patient': 'VARCHAR', "
                + columns + "})");
    }

    /** The functions that expressions of an outcome set use, as the engine has them. */
    private static String prelude() {
        try (InputStream stream = SampleRegion.class.getResourceAsStream(PRELUDE)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String type) {
        return switch (type) {
            case "date" -> "DATE";
            case "time" -> "TIMESTAMP";
            case "integer" -> "INTEGER";
            case "number" -> "DOUBLE";
            case "flag" -> "BOOLEAN";
            default -> "VARCHAR";
        };
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Makes a unit of its own of the episodes of an organisation for which the condition holds. */
    void setApart(String organisation, String condition) throws SQLException {
        run("UPDATE episode SET organisation = organisation || '-before' WHERE organisation = '" + organisation
                + "' AND " + condition);
    }

    /** First column of every row; {@code NaN} is null. */
    List<Double> numbers(String sql) throws SQLException {
        return rows(sql, 1).stream()
                .map(row -> row.get(0))
                .map(text -> text == null ? Double.NaN : Double.parseDouble(text))
                .toList();
    }

    double number(String sql) throws SQLException {
        return numbers(sql).get(0);
    }

    /** The first so many columns, as texts. */
    List<List<@Nullable String>> rows(String sql, int columns) throws SQLException {
        var rows = new ArrayList<List<@Nullable String>>();
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                var row = new ArrayList<@Nullable String>();
                for (int column = 1; column <= columns; column++) {
                    row.add(result.getString(column));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
