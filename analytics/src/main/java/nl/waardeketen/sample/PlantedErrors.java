// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Errors put into one delivery on purpose, one a row, each under the name of the rule it breaks. */
final class PlantedErrors {
    static final PlantedErrors NONE = new PlantedErrors();

    private final Map<Integer, Map<Column, String>> byRow = new HashMap<>();
    private final List<Map<String, Object>> listed = new ArrayList<>();

    private PlantedErrors() {}

    /** Spread over the rows of this delivery. */
    static PlantedErrors in(Delivery delivery) {
        var errors = new PlantedErrors();
        var kinds = List.of(
                new Kind("value.not-an-integer", Column.AGE, "tachtig"),
                new Kind("value.not-a-date", Column.DISCHARGE, "2026-02-30"),
                new Kind("value.unknown-category", Column.ASA, "7"),
                new Kind("value.missing", Column.SEX, ""),
                new Kind("value.not-a-flag", Column.DEMENTIA, "ja"),
                new Kind("value.out-of-range", Column.AGE, "208"),
                new Kind("value.not-a-time", Column.ARRIVAL, "2026-08-01T25:10"),
                new Kind("dates.death-before-admission", Column.DEATH, -3),
                new Kind("dates.discharge-before-admission", Column.DISCHARGE, -1));
        for (int i = 0; i < kinds.size(); i++) {
            errors.plant(
                    kinds.get(i), delivery, (2 * i + 1) * delivery.episodes().size() / (2 * kinds.size()));
        }
        return errors;
    }

    Map<Column, String> inRow(int row) {
        return byRow.getOrDefault(row, Map.of());
    }

    /** For the truth: file, line (the header is line 1), column, value and rule. */
    List<Map<String, Object>> listed() {
        return listed;
    }

    private void plant(Kind kind, Delivery delivery, int row) {
        var value = kind.value(delivery.episodes().get(row));
        byRow.computeIfAbsent(row, none -> new EnumMap<>(Column.class)).put(kind.column, value);
        var error = new LinkedHashMap<String, Object>();
        error.put("file", delivery.file());
        error.put("line", row + 2);
        error.put("column", kind.column.code());
        error.put("value", value);
        error.put("rule", kind.rule);
        listed.add(error);
    }

    private record Kind(String rule, Column column, String text, int daysFromAdmission) {
        Kind(String rule, Column column, String text) {
            this(rule, column, text, 0);
        }

        Kind(String rule, Column column, int daysFromAdmission) {
            this(rule, column, "", daysFromAdmission);
        }

        String value(Episode episode) {
            return daysFromAdmission == 0
                    ? text
                    : Moments.date(episode.admission().day() + daysFromAdmission);
        }
    }
}
