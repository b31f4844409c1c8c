// SPDX-License-Identifier: Apache-2.0
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;

/** The peer: the engine alone copies the tables from CSV to Parquet, with the types it is told and no checks. */
class BareTypedCopy {
    private static final Map<String, String> TABLES = Map.of(
            "activity",
            "patient: 'VARCHAR', activity: 'VARCHAR', started: 'TIMESTAMP', ended: 'TIMESTAMP', performer: 'VARCHAR',"
                    + " resource: 'VARCHAR', quantity: 'DOUBLE'",
            "patient",
            "patient: 'VARCHAR', sex: 'VARCHAR', birth_year: 'BIGINT', death: 'DATE'",
            "episode",
            "patient: 'VARCHAR', admission: 'DATE', age: 'BIGINT', discharge: 'DATE'");

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var used = new Used();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '2GB'");
            for (var table : TABLES.entrySet()) {
                statement.execute("COPY (SELECT * FROM read_csv('" + folder + "/" + table.getKey()
                        + ".csv', header = true, columns = {" + table.getValue() + "})) TO '" + folder + "/"
                        + table.getKey() + ".parquet' (FORMAT parquet, COMPRESSION zstd)");
            }
        }
        used.print();
    }
}
