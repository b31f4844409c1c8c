// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Answers analytical questions. One thread at a time.
 *
 * <p>Values reach a question as bound parameters only. A failure is an {@link EngineFailure}, which names the question
 * and never repeats data.
 */
public interface Engine extends AutoCloseable {

    /** Rows of the answer as records, by position of the columns. */
    <R extends Record> List<R> query(Question question, Map<String, ?> parameters, Class<R> row);

    /** An answer of numbers only, column by column. */
    NumberTable numbers(Question question, Map<String, ?> parameters);

    /** Keeps the answer as a table of that name for later questions, until the engine is closed. */
    void keep(String table, Question question, Map<String, ?> parameters);

    /** Keeps numbers as a table of that name. */
    void keep(String table, NumberTable numbers);

    /** Gives a question without parameters the name of a table, to be answered anew whenever another one reads it. */
    void define(String view, Question question);

    /** Gives Parquet files the name of a table; columns are matched by name. */
    void defineLake(String view, List<Path> files);

    /** Writes the answer as one file, CSV or else Parquet as its name says, into a folder that this engine was given. */
    void write(Path file, Question question);

    @Override
    void close();
}
