// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Parquet files of tests, by an engine of their own. */
final class ParquetRows {
    private ParquetRows() {}

    /** Every row with its types, in the order of the patients. */
    static List<String> of(Path file) {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var answer =
                        statement.executeQuery("SELECT r::VARCHAR FROM read_parquet('" + file + "') r ORDER BY 1")) {
            while (answer.next()) {
                rows.add(String.valueOf(answer.getString(1)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    /** Writes these columns of a CSV file, every value as text. */
    static void write(Path csv, Path parquet, String columns) {
        execute("COPY (SELECT " + columns + " FROM read_csv('" + csv + "', all_varchar = true, header = true)) TO '"
                + parquet + "' (FORMAT parquet)");
    }

    /** Writes these columns of a Parquet file in its place. */
    static void rewrite(Path parquet, String columns, String where) {
        execute("COPY (SELECT " + columns + " FROM (SELECT * FROM read_parquet('" + parquet + "')) " + where + ") TO '"
                + parquet + ".new' (FORMAT parquet)");
        try {
            Files.move(Path.of(parquet + ".new"), parquet, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(String sql) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
