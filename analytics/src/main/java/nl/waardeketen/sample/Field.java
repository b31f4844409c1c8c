// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a column of a table is described.
 *
 * @param least smallest number, or {@code null} where there is no bound
 * @param most largest number, or {@code null} where there is no bound
 * @param categories codes allowed; empty for any
 */
record Field(
        String name,
        FieldType type,
        boolean required,
        @Nullable Integer least,
        @Nullable Integer most,
        List<String> categories) {

    static Field of(String name, FieldType type) {
        return new Field(name, type, false, null, null, List.of());
    }

    static Field between(String name, FieldType type, int least, int most) {
        return new Field(name, type, false, least, most, List.of());
    }

    static Field category(String name, List<String> codes) {
        return new Field(name, FieldType.CATEGORY, false, null, null, codes);
    }

    Field mandatory() {
        return new Field(name, type, true, least, most, categories);
    }

    Field notNegative() {
        return new Field(name, type, required, 0, most, categories);
    }

    /** As a field of a Frictionless schema. */
    Map<String, Object> described() {
        var field = Json.ordered("name", name, "type", type.frictionless());
        switch (type) {
            case TIME -> field.put("format", "%Y-%m-%dT%H:%M");
            case FLAG -> field.putAll(Json.ordered("trueValues", List.of("1"), "falseValues", List.of("0")));
            case DATE -> field.put("format", "default");
            default -> {}
        }
        var constraints = constraints();
        if (!constraints.isEmpty()) {
            field.put("constraints", constraints);
        }
        return field;
    }

    private Map<String, Object> constraints() {
        var constraints = new LinkedHashMap<String, Object>();
        if (required) {
            constraints.put("required", true);
        }
        if (least != null) {
            constraints.put("minimum", least);
        }
        if (most != null) {
            constraints.put("maximum", most);
        }
        if (!categories.isEmpty()) {
            constraints.put("enum", categories);
        }
        return constraints;
    }
}
