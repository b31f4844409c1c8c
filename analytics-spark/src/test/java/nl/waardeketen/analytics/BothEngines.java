// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Asks both engines everything, and holds every answer of the second against the first: same rows, same order. */
final class BothEngines implements Engine {
    private static final double ALLOWED = 1e-9;

    private final Engine first;
    private final Engine second;
    private final Map<String, Compared> compared = new TreeMap<>();

    /** How a question was answered: how often it was asked, rows in all, and the largest relative difference. */
    record Compared(int asked, long rows, double difference) {
        Compared plus(Compared other) {
            return new Compared(asked + other.asked, rows + other.rows, Math.max(difference, other.difference));
        }
    }

    private record Count(long rows) {}

    BothEngines(Engine first, Engine second) {
        this.first = first;
        this.second = second;
    }

    Map<String, Compared> compared() {
        return compared;
    }

    @Override
    public <R extends Record> List<R> query(Question question, Map<String, ?> parameters, Class<R> row) {
        var expected = first.query(question, parameters, row);
        var actual = second.query(question, parameters, row);
        assertThat(actual).as(question.name()).hasSameSizeAs(expected);
        double largest = 0;
        for (int i = 0; i < expected.size(); i++) {
            for (var component : row.getRecordComponents()) {
                var name = question.name() + ", row " + i + ", " + component.getName();
                largest = Math.max(
                        largest, difference(name, value(component, expected.get(i)), value(component, actual.get(i))));
            }
        }
        note(question.name(), expected.size(), largest);
        return expected;
    }

    private static @Nullable Object value(java.lang.reflect.RecordComponent component, Record row) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double difference(String name, @Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Double number && actual instanceof Double other) {
            return difference(name, number.doubleValue(), other.doubleValue());
        }
        assertThat(actual).as(name).isEqualTo(expected);
        return 0;
    }

    private static double difference(String name, double expected, double actual) {
        if (expected == actual || (Double.isNaN(expected) && Double.isNaN(actual))) {
            return 0;
        }
        double relative = Math.abs(actual - expected) / Math.max(Math.abs(expected), 1);
        assertThat(relative).as("%s: %s and %s", name, expected, actual).isLessThanOrEqualTo(ALLOWED);
        return relative;
    }

    @Override
    public NumberTable numbers(Question question, Map<String, ?> parameters) {
        var expected = first.numbers(question, parameters);
        var actual = second.numbers(question, parameters);
        assertThat(actual.names()).as(question.name()).isEqualTo(expected.names());
        double largest = 0;
        for (int i = 0; i < expected.names().size(); i++) {
            var name = question.name() + ", " + expected.names().get(i);
            var numbers = expected.columns()[i];
            var others = actual.columns()[i];
            assertThat(others).as(name).hasSameSizeAs(numbers);
            largest = Math.max(
                    largest,
                    IntStream.range(0, numbers.length)
                            .mapToDouble(row -> difference(name + ", row " + row, numbers[row], others[row]))
                            .max()
                            .orElse(0));
        }
        note(question.name(), expected.names().isEmpty() ? 0 : expected.columns()[0].length, largest);
        return expected;
    }

    private void note(String question, long rows, double largest) {
        compared.merge(question, new Compared(1, rows, largest), Compared::plus);
    }

    @Override
    public void keep(String table, Question question, Map<String, ?> parameters) {
        first.keep(table, question, parameters);
        second.keep(table, question, parameters);
        var count = new ComposedQuery("rows of " + table, "SELECT count(*) AS number_of_rows FROM " + table);
        var expected = first.query(count, Map.of(), Count.class);
        assertThat(second.query(count, Map.of(), Count.class))
                .as(question.name())
                .isEqualTo(expected);
        note(question.name(), expected.get(0).rows(), 0);
    }

    @Override
    public void keep(String table, NumberTable numbers) {
        first.keep(table, numbers);
        second.keep(table, numbers);
    }

    @Override
    public void define(String view, Question question) {
        first.define(view, question);
        second.define(view, question);
    }

    @Override
    public void defineLake(String view, List<Path> files) {
        first.defineLake(view, files);
        second.defineLake(view, files);
    }

    @Override
    public void write(Path file, Question question) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
