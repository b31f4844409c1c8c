// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunction;
import org.duckdb.DuckDBWritableVector;

/**
 * A function of Java that DuckDB asks, many texts at once, and by several of its threads.
 *
 * @param function gives a text for a text
 */
record TextFunction(UnaryOperator<String> function) implements DuckDBScalarFunction {

    /** Lets all questions of an engine use it. */
    void register(String name, Connection connection) throws SQLException {
        try (var builder = DuckDBFunctions.scalarFunction()) {
            builder.withName(name)
                    .withParameter(String.class)
                    .withReturnType(String.class)
                    .withVectorizedFunction(this)
                    .register(connection);
        }
    }

    /** The engine tells all of an exception, so that none with a text in it may reach it. */
    @Override
    @SuppressWarnings("UnusedException")
    public void apply(DuckDBDataChunkReader rows, DuckDBWritableVector answers) {
        try {
            answer(rows, answers);
        } catch (RuntimeException e) {
            throw new IllegalStateException("a text that the function does not take");
        }
    }

    private void answer(DuckDBDataChunkReader rows, DuckDBWritableVector answers) {
        var texts = rows.vector(0);
        var given = new byte[(int) rows.rowCount()][];
        for (int row = 0; row < given.length; row++) {
            given[row] = texts.isNull(row)
                    ? null
                    : function.apply(texts.getString(row)).getBytes(UTF_8);
        }
        answers.setStringUtf8Batch(0, given);
    }
}
