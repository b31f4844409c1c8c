// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.duckdb.DuckDBChunkedResult;

/** Reads answers of DuckDB, many rows at once. */
final class Chunks {
    private Chunks() {}

    /** Numbers only; null is NaN. */
    static NumberTable table(DuckDBChunkedResult answer) {
        var columns = new double[(int) answer.columnCount()][1_024];
        int rows = 0;
        while (answer.nextChunk()) {
            var chunk = answer.chunk();
            int added = (int) chunk.rowCount();
            for (int i = 0; i < columns.length; i++) {
                columns[i] = withRoom(columns[i], rows + added);
                var vector = chunk.vector(i);
                for (int row = 0; row < added; row++) {
                    columns[i][rows + row] = vector.getDouble(row, Double.NaN);
                }
            }
            rows += added;
        }
        int filled = rows;
        Arrays.setAll(columns, i -> Arrays.copyOf(columns[i], filled));
        return new NumberTable(
                IntStream.range(0, columns.length).mapToObj(answer::columnName).toList(), columns);
    }

    private static double[] withRoom(double[] column, int rows) {
        return rows <= column.length ? column : Arrays.copyOf(column, Math.max(rows, column.length * 2));
    }

    /** One whole number a row, of about so many rows. */
    static long[] wholeNumbers(DuckDBChunkedResult answer, int about) {
        var numbers = new long[about];
        int rows = 0;
        while (answer.nextChunk()) {
            var vector = answer.chunk().vector(0);
            int added = (int) answer.chunk().rowCount();
            if (rows + added > numbers.length) {
                numbers = Arrays.copyOf(numbers, rows + added + rows / 4);
            }
            for (int row = 0; row < added; row++) {
                numbers[rows + row] = vector.getLong(row);
            }
            rows += added;
        }
        return rows == numbers.length ? numbers : Arrays.copyOf(numbers, rows);
    }
}
