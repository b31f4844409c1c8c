// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows as records: components by position; {@code long}, {@code double} and {@code String}. */
final class RecordShape<R extends Record> {
    private final Class<?>[] types;
    private final Constructor<R> constructor;

    RecordShape(Class<R> row) {
        types = Arrays.stream(row.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            constructor = row.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(row + " has no canonical constructor", e);
        }
    }

    R read(ResultSet answer) throws SQLException {
        var values = new @Nullable Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = value(answer, i + 1, types[i]);
        }
        return made(values);
    }

    /** The record of whole numbers, numbers, texts and nulls as another process gives them. */
    R of(List<? extends @Nullable Object> given) {
        var values = new @Nullable Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = fitting(given.get(i), types[i]);
        }
        return made(values);
    }

    private static @Nullable Object fitting(@Nullable Object value, Class<?> type) {
        if (type == long.class) {
            return value == null ? 0L : ((Number) value).longValue();
        }
        if (type == double.class) {
            return value == null ? Double.NaN : ((Number) value).doubleValue();
        }
        return value == null ? null : String.valueOf(value);
    }

    private R made(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("a row does not fit " + constructor.getDeclaringClass(), e);
        }
    }

    private static @Nullable Object value(ResultSet answer, int position, Class<?> type) throws SQLException {
        if (type == long.class) {
            return answer.getLong(position);
        }
        if (type == double.class) {
            double number = answer.getDouble(position);
            return answer.wasNull() ? Double.NaN : number;
        }
        if (type == String.class) {
            return answer.getString(position);
        }
        throw new IllegalArgumentException("rows hold long, double and String, not " + type);
    }
}
