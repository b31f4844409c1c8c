// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/**
 * DuckDB in this process and in memory, locked down: it reads the files it is given, spills to its scratch folder, and
 * reaches nothing else. Extensions are off and the configuration cannot be changed by a question.
 */
public final class DuckDbEngine implements Engine {
    private static final int MEGABYTES = 2_000;

    private final Connection connection;

    private DuckDbEngine(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens an engine.
     *
     * @param readable the files it may read
     * @param scratch folder for what does not fit in memory
     */
    public static DuckDbEngine open(Collection<Path> readable, Path scratch) {
        return open(readable, scratch, MEGABYTES);
    }

    /**
     * The same with another limit of memory, beyond which it writes to the scratch folder.
     *
     * @param megabytes of data it may hold
     */
    static DuckDbEngine open(Collection<Path> readable, Path scratch, int megabytes) {
        try {
            var engine = new DuckDbEngine(DriverManager.getConnection("jdbc:duckdb:"));
            engine.lockDown(readable, scratch, megabytes);
            return engine;
        } catch (SQLException e) {
            throw new EngineFailure("start", e);
        }
    }

    /** Another engine on the same tables and with the same bounds; what it keeps under {@link #keep} is its own. */
    DuckDbEngine beside() {
        try {
            return new DuckDbEngine(connection.unwrap(DuckDBConnection.class).duplicate());
        } catch (SQLException e) {
            throw new EngineFailure("start beside", e);
        }
    }

    private void lockDown(Collection<Path> readable, Path scratch, int megabytes) throws SQLException {
        var files = readable.stream().map(DuckDbEngine::literal).collect(Collectors.joining(", "));
        try (var statement = connection.createStatement()) {
            for (var setting : List.of(
                    "autoinstall_known_extensions = false",
                    "autoload_known_extensions = false",
                    // It makes a join of every short list of words, hundreds of them where a table has thirty columns.
                    "disabled_optimizers = 'in_clause'",
                    "memory_limit = '" + megabytes + "MB'",
                    "temp_directory = " + literal(scratch),
                    "allowed_directories = [" + literal(scratch) + "]",
                    "allowed_paths = [" + files + "]",
                    "enable_external_access = false")) {
                statement.execute("SET " + setting);
            }
            statement.execute(SqlFile.resource("/prelude/duckdb.sql"));
            statement.execute(SqlFile.resource("/prelude/duckdb-intake.sql"));
            statement.execute("SET lock_configuration = true");
        }
    }

    /** Settings take no bound parameters. */
    private static String literal(Path path) {
        return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
    }

    @Override
    public <R extends Record> List<R> query(Question question, Map<String, ?> parameters, Class<R> row) {
        try (var statement = prepare("", question, "", parameters);
                var answer = statement.executeQuery()) {
            var rows = new ArrayList<R>();
            var shape = new RecordShape<>(row);
            while (answer.next()) {
                rows.add(shape.read(answer));
            }
            return List.copyOf(rows);
        } catch (SQLException e) {
            throw new EngineFailure(question.name(), e);
        }
    }

    @Override
    public NumberTable numbers(Question question, Map<String, ?> parameters) {
        try (var statement = prepare("SELECT CAST(COLUMNS(*) AS DOUBLE) FROM (", question, ")", parameters);
                var answer = statement.query()) {
            return Chunks.table(answer);
        } catch (SQLException e) {
            throw new EngineFailure(question.name(), e);
        }
    }

    /** An answer of one whole number a row, of about so many rows. */
    long[] wholeNumbers(Question question, int about) {
        try (var statement = prepare("", question, "", Map.of());
                var answer = statement.query()) {
            return Chunks.wholeNumbers(answer, about);
        } catch (SQLException e) {
            throw new EngineFailure(question.name(), e);
        }
    }

    @Override
    public void keep(String table, Question question, Map<String, ?> parameters) {
        create("TEMP ", "TABLE", table, question, parameters);
    }

    /** The same for every engine beside this one. */
    void share(String table, Question question, Map<String, ?> parameters) {
        create("", "TABLE", table, question, parameters);
    }

    /** A view for every engine beside this one as well. */
    void shareView(String view, Question question) {
        create("", "VIEW", view, question, Map.of());
    }

    /**
     * A type of the texts that a question gives, for every engine beside this one too; once for a name. Views, which take no
     * parameters, have such a text from it.
     */
    void shareType(String type, Question texts, Map<String, ?> parameters) {
        requirePlain(type);
        try (var statement = prepare("CREATE TYPE " + type + " AS ENUM (", texts, ")", parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw new EngineFailure(texts.name(), e);
        }
    }

    /**
     * A function of questions that gives a text for a text, and null for null; once for a name.
     *
     * @param function any number of threads may ask it
     */
    void defineFunction(String name, UnaryOperator<String> function) {
        requirePlain(name);
        try {
            new TextFunction(function).register(name, connection);
        } catch (SQLException e) {
            throw new EngineFailure("function " + name, e);
        }
    }

    @Override
    public void keep(String table, NumberTable numbers) {
        requirePlain(table);
        var columns = numbers.names().stream().map(name -> name + " DOUBLE").collect(Collectors.joining(", "));
        numbers.names().forEach(DuckDbEngine::requirePlain);
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE TEMP TABLE " + table + " (" + columns + ")");
            append(table, numbers);
        } catch (SQLException e) {
            throw new EngineFailure("keep " + table, e);
        }
    }

    private void append(String table, NumberTable numbers) throws SQLException {
        int rows = numbers.columns().length == 0 ? 0 : numbers.columns()[0].length;
        try (var appender = connection.unwrap(DuckDBConnection.class).createAppender("temp", "main", table)) {
            for (int row = 0; row < rows; row++) {
                appender.beginRow();
                for (var column : numbers.columns()) {
                    appender.append(column[row]);
                }
                appender.endRow();
            }
        }
    }

    @Override
    public void define(String view, Question question) {
        create("TEMP ", "VIEW", view, question, Map.of());
    }

    @Override
    public void defineLake(String view, List<Path> files) {
        requirePlain(view);
        var paths = files.stream().map(DuckDbEngine::literal).collect(Collectors.joining(", "));
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE TEMP VIEW " + view + " AS SELECT * FROM read_parquet([" + paths
                    + "], union_by_name = true, hive_partitioning = false)");
        } catch (SQLException e) {
            throw new EngineFailure("lake " + view, e);
        }
    }

    @Override
    public void write(Path file, Question question) {
        copy(
                file,
                question,
                file.toString().endsWith(".csv") ? "csv, HEADER" : "parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1");
    }

    /** Writes an answer whose first row is the header, as CSV with every value within quotes. */
    void writeTexts(Path file, Question question) {
        copy(file, question, "csv, HEADER false, FORCE_QUOTE *");
    }

    private void copy(Path file, Question question, String format) {
        try (var statement =
                prepare("COPY (", question, ") TO " + literal(file) + " (FORMAT " + format + ")", Map.of())) {
            statement.execute();
        } catch (SQLException e) {
            throw new EngineFailure("write " + question.name(), e);
        }
    }

    private void create(String life, String kind, String name, Question question, Map<String, ?> parameters) {
        requirePlain(name);
        var before = "CREATE OR REPLACE " + life + kind + " " + name + " AS ";
        try (var statement = prepare(before, question, "", parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw new EngineFailure(question.name(), e);
        }
    }

    private static void requirePlain(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a plain name: " + name);
        }
    }

    private DuckDBPreparedStatement prepare(String before, Question question, String after, Map<String, ?> parameters)
            throws SQLException {
        var statement = connection
                .prepareStatement(before + question.positional() + after)
                .unwrap(DuckDBPreparedStatement.class);
        int position = 1;
        for (var name : question.parameters()) {
            var value = parameters.get(name);
            if (value == null) {
                throw new IllegalArgumentException(question.name() + " takes :" + name);
            }
            statement.setObject(position++, value instanceof CsvColumns columns ? struct(columns) : value);
        }
        return statement;
    }

    /** {@code {name: 'VARCHAR', …}}, the form in which {@code read_csv} takes its columns. */
    private Object struct(CsvColumns columns) throws SQLException {
        var types = columns.names().stream().map(name -> name + " VARCHAR").collect(Collectors.joining(", "));
        var values = columns.names().stream().map(name -> (Object) "VARCHAR").toArray();
        return connection.createStruct("STRUCT(" + types + ")", values);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new EngineFailure("close", e);
        }
    }
}
