// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;
import java.util.Map;

/**
 * Answers analytical questions, each a file under {@code sql/}. One thread at a time.
 *
 * <p>Values reach a question as bound parameters only. A failure is an {@link EngineFailure}, which names the question
 * and never repeats data.
 */
public interface Engine extends AutoCloseable {

    /** Rows of the answer as records, by position of the columns. */
    <R extends Record> List<R> query(SqlFile question, Map<String, ?> parameters, Class<R> row);

    /** An answer of numbers only, column by column. */
    NumberTable numbers(SqlFile question, Map<String, ?> parameters);

    /** Keeps the answer as a table of that name for later questions, until the engine is closed. */
    void keep(String table, SqlFile question, Map<String, ?> parameters);

    /** Gives a question without parameters the name of a table, to be answered anew whenever another one reads it. */
    void define(String view, SqlFile question);

    @Override
    void close();
}
