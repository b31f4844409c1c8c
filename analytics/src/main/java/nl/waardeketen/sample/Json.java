// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Maps, lists, texts, numbers and booleans as JSON, with numbers rounded so that every Java writes the same. */
final class Json {
    private static final int DECIMALS = 6;
    private static final int WIDTH = 110;

    private Json() {}

    static String text(Map<String, ?> object) {
        return text(object, "") + "\n";
    }

    /** Names and values in turn, in this order. */
    static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static String text(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            return enclosed('{', map.entrySet().iterator(), '}', indent);
        }
        if (value instanceof List<?> list) {
            return enclosed('[', list.iterator(), ']', indent);
        }
        if (value instanceof Double number) {
            return new BigDecimal(number)
                    .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    /** On one line where that is not too long. */
    private static String enclosed(char open, Iterator<?> parts, char close, String indent) {
        var texts = new ArrayList<String>();
        var deeper = indent + "  ";
        while (parts.hasNext()) {
            var part = parts.next();
            texts.add(
                    part instanceof Map.Entry<?, ?> entry
                            ? quoted(String.valueOf(entry.getKey())) + ": " + text(entry.getValue(), deeper)
                            : text(part, deeper));
        }
        var oneLine = open + String.join(", ", texts) + close;
        if (oneLine.length() <= WIDTH && oneLine.indexOf('\n') < 0) {
            return oneLine;
        }
        return texts.stream()
                .map(text -> "\n" + deeper + text)
                .collect(Collectors.joining(",", Character.toString(open), "\n" + indent + close));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
