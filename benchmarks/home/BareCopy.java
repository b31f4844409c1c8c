// SPDX-License-Identifier: Apache-2.0
import java.sql.DriverManager;
import java.sql.SQLException;

/** The peer of a delivery: the engine alone copies a CSV file to Parquet, with detected types and no checks. */
class BareCopy {
    public static void main(String[] arguments) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '2GB'");
            statement.execute("COPY (SELECT * FROM read_csv('" + arguments[0] + "')) TO '" + arguments[1]
                    + "' (FORMAT parquet, COMPRESSION zstd)");
        }
    }
}
