// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as comma-separated text: point as decimal sign, empty for what is not a number. A text that a spreadsheet would
 * take for a formula gets an apostrophe before it.
 */
public final class CsvText {
    private final StringBuilder text = new StringBuilder("\uFEFF");

    public CsvText(List<String> columns) {
        row(columns);
    }

    /** Adds a row of texts, numbers and truths. */
    public void row(List<?> cells) {
        text.append(cells.stream().map(CsvText::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? plain(number) : "";
        }
        return value instanceof String words ? quoted(guarded(words)) : value.toString();
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }

    private static String guarded(String words) {
        return !words.isEmpty() && "=+-@\t\r\n".indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }

    private static String quoted(String words) {
        return words.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + words.replace("\"", "\"\"") + '"'
                : words;
    }
}
