// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON as maps, lists, texts and numbers; refuses what is not valid or follows the first value. */
final class Json {
    private final JsonParser parser;

    private Json(JsonParser parser) {
        this.parser = parser;
    }

    static Map<String, @Nullable Object> object(String text) {
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            var json = new Json(parser);
            parser.nextToken();
            var object = json.object();
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("there is more after the object");
            }
            return object;
        }
    }

    private @Nullable Object value(@Nullable JsonToken token) {
        return switch (Objects.requireNonNull(token)) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_NULL -> null;
            default -> throw new IllegalArgumentException("unexpected " + token);
        };
    }

    private Map<String, @Nullable Object> object() {
        var object = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            if (object.containsKey(name)) {
                throw new IllegalArgumentException("property " + name + " twice");
            }
            object.put(name, value(parser.nextToken()));
        }
        return object;
    }

    private List<@Nullable Object> list() {
        var list = new ArrayList<@Nullable Object>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(value(token));
        }
        return list;
    }
}
