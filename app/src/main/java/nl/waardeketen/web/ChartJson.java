// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The option of a chart as the text of a script element. */
public final class ChartJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private ChartJson() {}

    /** No text in it can end the element. */
    public static String of(Map<String, ?> option) {
        return MAPPER.writeValueAsString(option)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
