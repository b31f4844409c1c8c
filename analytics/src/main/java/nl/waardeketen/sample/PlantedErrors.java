// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Errors put into a delivery on purpose, one a row, each under the name of the rule it breaks. */
final class PlantedErrors {
    static final PlantedErrors NONE = new PlantedErrors();

    private final Map<Integer, Map<String, String>> byRow = new HashMap<>();
    private final List<Map<String, Object>> listed = new ArrayList<>();

    private PlantedErrors() {}

    /** A value that breaks a rule. */
    record Kind<J extends Journey>(String rule, Column<J> column, String value) {}

    /** Spread over the rows of this delivery. */
    static <J extends Journey> PlantedErrors in(Delivery<J> delivery) {
        var errors = new PlantedErrors();
        var kinds = delivery.group().errors();
        int rows = delivery.episodes().size();
        for (int i = 0; i < kinds.size(); i++) {
            errors.plant(kinds.get(i), delivery.file(), (2 * i + 1) * rows / (2 * kinds.size()));
        }
        return errors;
    }

    /** By column. */
    Map<String, String> inRow(int row) {
        return byRow.getOrDefault(row, Map.of());
    }

    /** For the truth: file, line (the header is line 1), column, value and rule. */
    List<Map<String, Object>> listed() {
        return listed;
    }

    private void plant(Kind<?> kind, String file, int row) {
        byRow.put(row, Map.of(kind.column.code(), kind.value));
        listed.add(Json.ordered(
                "file", file, "line", row + 2, "column", kind.column.code(), "value", kind.value, "rule", kind.rule));
    }
}
