// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import nl.waardeketen.analytics.NumberTable;
import nl.waardeketen.analytics.QuestionPipe.Act;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/** A session of Spark with the prelude, and the tables that were kept in it. */
final class SparkQuestions {
    private final SparkSession session;
    private final Map<String, Dataset<Row>> kept = new HashMap<>();

    private SparkQuestions(SparkSession session) {
        this.session = session;
    }

    /** Starts a session; master and settings come from the properties of this process. Waits until an executor answers. */
    static SparkQuestions start() {
        var session = SparkSession.builder()
                .config("spark.sql.ansi.enabled", "true")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.timestampType", "TIMESTAMP_NTZ")
                .config("spark.sql.parquet.inferTimestampNTZ.enabled", "true")
                .getOrCreate();
        session.sparkContext().setLogLevel("WARN");
        Prelude.functions().forEach(session::sql);
        session.range(1).count();
        return new SparkQuestions(session);
    }

    /** The answer to {@code [act, table, statement, parameters]}: rows, numbers, or nothing. */
    @Nullable
    Object answer(List<@Nullable Object> request) {
        var act = Act.valueOf(text(request.get(0)));
        var table = text(request.get(1));
        var values = ((List<?>) Objects.requireNonNull(request.get(3))).toArray();
        var asked = Statement.of(text(request.get(2)), values);
        switch (act) {
            case KEEP -> keep(table, session.sql(asked.text(), asked.parameters()));
            case KEEP_NUMBERS -> keep(table, rows((NumberTable) values[0]));
            case DEFINE -> session.sql(asked.text(), asked.parameters()).createOrReplaceTempView(table);
            case DEFINE_LAKE -> lake(table, Arrays.copyOf(values, values.length, String[].class));
            case ROWS -> {
                return session.sql(asked.text(), asked.parameters()).collectAsList().stream()
                        .map(SparkQuestions::values)
                        .toList();
            }
            case NUMBERS -> {
                return numbers(session.sql(asked.text(), asked.parameters()));
            }
        }
        return null;
    }

    private static String text(@Nullable Object value) {
        return (String) Objects.requireNonNull(value);
    }

    /** Held in memory, else on disk; where an executor is lost, made anew from files that never change. */
    private void keep(String table, Dataset<Row> rows) {
        var held = rows.persist(StorageLevel.MEMORY_AND_DISK());
        held.count();
        held.createOrReplaceTempView(table);
        var before = kept.put(table, held);
        if (before != null) {
            before.unpersist();
        }
    }

    private Dataset<Row> rows(NumberTable numbers) {
        var columns = numbers.columns();
        var fields = numbers.names().stream()
                .map(name -> DataTypes.createStructField(name, DataTypes.DoubleType, true))
                .toArray(StructField[]::new);
        int length = columns.length == 0 ? 0 : columns[0].length;
        var rows = IntStream.range(0, length)
                .mapToObj(row -> RowFactory.create(
                        Arrays.stream(columns).map(column -> column[row]).toArray()))
                .toList();
        return session.createDataFrame(rows, new StructType(fields));
    }

    private void lake(String view, String[] files) {
        session.read().option("mergeSchema", "true").parquet(files).createOrReplaceTempView(view);
    }

    private static List<@Nullable Object> values(Row row) {
        var values = new ArrayList<@Nullable Object>();
        for (int i = 0; i < row.size(); i++) {
            var value = row.get(i);
            values.add(value == null || value instanceof String ? value : plain(value));
        }
        return values;
    }

    private static Object plain(Object value) {
        if (value instanceof Boolean || value instanceof byte[]) {
            return value;
        }
        if (value instanceof Number number) {
            return value instanceof Long || value instanceof Integer
                    ? number.longValue()
                    : (Object) number.doubleValue();
        }
        return value.toString();
    }

    private static NumberTable numbers(Dataset<Row> answer) {
        var rows = answer.collectAsList();
        var names = List.of(answer.columns());
        var columns = new double[names.size()][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < columns.length; i++) {
                columns[i][row] = number(rows.get(row).get(i));
            }
        }
        return new NumberTable(names, columns);
    }

    private static double number(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return value == null ? Double.NaN : ((Number) value).doubleValue();
    }
}
