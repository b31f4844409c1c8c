// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping in a document. What is asked for and is not there, or is of another shape, becomes a problem. */
public final class YamlMap {
    private static final Set<String> YES_OR_NO = Set.of("true", "false");

    private final YamlDocument document;
    private final @Nullable Node node;
    private final String path;
    private final Map<String, Node> entries = new LinkedHashMap<>();

    private YamlMap(YamlDocument document, @Nullable Node node, String path) {
        this.document = document;
        this.node = node;
        this.path = path;
    }

    static YamlMap of(YamlDocument document, @Nullable Node node, String path) {
        var map = new YamlMap(document, node, path);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> map.add(scalar(entry.getKeyNode()), entry.getValueNode()));
        } else if (node != null) {
            map.problem(node, "", "", "this is not a list of keys with values", "write key: value");
        }
        return map;
    }

    private void add(String key, Node value) {
        if (entries.put(key, value) != null) {
            problem(value, key, "", "this key is there twice", "leave one of them out");
        }
    }

    private static String scalar(@Nullable Node node) {
        return node instanceof ScalarNode text ? text.getValue() : "";
    }

    private void problem(@Nullable Node at, String key, String value, String text, String remedy) {
        var name = path.isEmpty() ? key : key.isEmpty() ? path : path + "." + key;
        document.problem(at == null ? node : at, name, value, text, remedy);
    }

    /** Says what is wrong with the value of a key. */
    public void refuse(String key, String text, String remedy) {
        var at = entries.get(key);
        problem(at, key, scalar(at), text, remedy);
    }

    /** Refuses keys that are not among these. */
    public YamlMap knows(String... keys) {
        var known = List.of(keys);
        entries.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> problem(
                        entries.get(key),
                        key,
                        "",
                        "this key is not known here",
                        Nearest.question(key, known) + "known are " + String.join(", ", known)));
        return this;
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Whether the value of a key is a single text, and no list or mapping. */
    public boolean isSingle(String key) {
        return entries.get(key) instanceof ScalarNode;
    }

    /** Keys in the order of the document. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** A text that must be there; empty after a problem. */
    public String text(String key) {
        if (!entries.containsKey(key)) {
            problem(null, key, "", "this key is missing", "add it");
            return "";
        }
        var text = optionalText(key).orElse("");
        if (text.isEmpty() && entries.get(key) instanceof ScalarNode) {
            refuse(key, "this key has no value", "write one after the colon");
        }
        return text;
    }

    /** A text that may be there. */
    public Optional<String> optionalText(String key) {
        var value = entries.get(key);
        if (value == null || value.getTag().equals(Tag.NULL)) {
            return Optional.empty();
        }
        if (!(value instanceof ScalarNode)) {
            problem(value, key, "", "this is not a single value", "write one value after the colon");
            return Optional.empty();
        }
        return Optional.of(scalar(value).strip());
    }

    /** A text of a given form. */
    public String text(String key, String pattern, String form) {
        var text = text(key);
        if (!text.isEmpty() && !text.matches(pattern)) {
            refuse(key, "this is not " + form, "write " + form);
        }
        return text;
    }

    /** A number that may be there. */
    public Optional<Double> number(String key) {
        return optionalText(key).flatMap(text -> number(key, entries.get(key), text));
    }

    private Optional<Double> number(String key, @Nullable Node at, String text) {
        if (text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return Optional.of(Double.valueOf(text));
        }
        problem(at, key, text, "this is not a number", "write digits with a decimal point");
        return Optional.empty();
    }

    public boolean flag(String key, boolean otherwise) {
        var text = optionalText(key);
        if (text.isPresent() && !YES_OR_NO.contains(text.get())) {
            refuse(key, "this is neither true nor false", "write true or false");
        }
        return text.map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** One of the values of an enumeration, in small letters with hyphens; the first after a problem. */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        return choice(key, type, text(key));
    }

    /** The same, with a value for when the key is not there. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        return has(key) ? choice(key, type) : otherwise;
    }

    private <E extends Enum<E>> E choice(String key, Class<E> type, String text) {
        var values = type.getEnumConstants();
        for (var value : values) {
            if (word(value).equals(text)) {
                return value;
            }
        }
        if (!text.isEmpty()) {
            refuse(
                    key,
                    "this is not a choice",
                    "choose " + Arrays.stream(values).map(YamlMap::word).collect(Collectors.joining(", ")));
        }
        return values[0];
    }

    /** How a document writes a value of an enumeration. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A text in both languages that must be there. */
    public Words words(String key) {
        if (!has(key)) {
            problem(null, key, "", "this key is missing", "add it, with nl and en");
            return new Words("", "");
        }
        var map = map(key).knows("nl", "en");
        return new Words(map.text("nl"), map.text("en"));
    }

    public Optional<Words> optionalWords(String key) {
        return has(key) ? Optional.of(words(key)) : Optional.empty();
    }

    /** A mapping; empty when it is not there. */
    public YamlMap map(String key) {
        var name = path.isEmpty() ? key : path + "." + key;
        return of(document, entries.get(key), name);
    }

    /** A list of mappings. */
    public List<YamlMap> maps(String key) {
        var maps = new ArrayList<YamlMap>();
        var name = path.isEmpty() ? key : path + "." + key;
        for (var item : items(key)) {
            maps.add(of(document, item, name + "[" + (maps.size() + 1) + "]"));
        }
        return maps;
    }

    /** A list of texts. */
    public List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (var item : items(key)) {
            if (item instanceof ScalarNode) {
                texts.add(scalar(item).strip());
            } else {
                problem(item, key, "", "this is not a single value", "write a list of values");
            }
        }
        return texts;
    }

    private List<Node> items(String key) {
        var value = entries.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode list) {
            return list.getValue();
        }
        problem(value, key, "", "this is not a list", "write [a, b] or lines that begin with a hyphen");
        return List.of();
    }
}
