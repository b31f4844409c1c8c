// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What names of columns are made of: "OpnDatum" and "date of admission" are the same two words. Compounds are cut where both
 * parts are known, short forms and single slips of the pen are followed where they lead to one word only.
 */
final class ColumnWords {
    /** Shorter beginnings of a word may be of many. */
    private static final int SHORTEST_BEGINNING = 4;

    private static final int SHORTEST_WITH_SLIP = 6;
    private static final Set<String> JOINTS = Set.of("", "s", "e", "en");
    private static final Set<String> EMPTY_WORDS = Set.of(
            "de", "het", "een", "of", "the", "a", "an", "in", "bij", "at", "op", "on", "to", "by", "for", "met", "with",
            "tijdens", "during", "from", "is", "code", "first", "eerste", "uit", "door", "or", "en", "and");

    private final Map<String, String> known = new TreeMap<>();

    private static final class Given {
        static final ColumnWords WORDS = new ColumnWords(read());
    }

    private ColumnWords(List<List<String>> same) {
        same.forEach(words -> words.forEach(word -> known.put(plain(word), words.get(0))));
    }

    static ColumnWords given() {
        return Given.WORDS;
    }

    private static List<List<String>> read() {
        try (InputStream stream = ColumnWords.class.getResourceAsStream("/column-words.yaml")) {
            var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, List<List<Object>>> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return Objects.requireNonNull(document.get("same")).stream()
                    .map(words -> words.stream().map(String::valueOf).toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Small letters and digits without accents. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    /** The words of a name, in no order; those that say nothing are left out. */
    Set<String> of(String name) {
        var spaced = name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
        var words = new LinkedHashSet<String>();
        for (var part : spaced.split("[^\\p{L}\\p{N}\\p{M}]+", -1)) {
            var word = plain(part);
            if (!word.isEmpty() && !EMPTY_WORDS.contains(word)) {
                words.addAll(meanings(word));
            }
        }
        return words;
    }

    private List<String> meanings(String word) {
        var meaning = known.get(word);
        if (meaning != null) {
            return List.of(meaning);
        }
        var parts = parts(word, new HashMap<>());
        return parts.isEmpty() ? List.of(guess(word)) : parts;
    }

    /** The known words that a compound is made of, as few as can be; empty when something stays over. */
    private List<String> parts(String word, Map<String, List<String>> found) {
        var before = found.get(word);
        if (before != null) {
            return before;
        }
        List<String> fewest = List.of();
        for (int end = 2; end <= word.length(); end++) {
            var meaning = known.get(word.substring(0, end));
            if (meaning != null) {
                var parts = withRest(meaning, word.substring(end), found);
                boolean fewer = fewest.isEmpty() || parts.size() < fewest.size();
                fewest = !parts.isEmpty() && fewer ? parts : fewest;
            }
        }
        found.put(word, fewest);
        return fewest;
    }

    private List<String> withRest(String meaning, String rest, Map<String, List<String>> found) {
        if (JOINTS.contains(rest) || rest.matches("[0-9]+")) {
            return rest.matches("[0-9]+") ? List.of(meaning, known.getOrDefault(rest, rest)) : List.of(meaning);
        }
        for (var joint : List.of("", "s", "e", "en")) {
            var behind = rest.startsWith(joint) ? parts(rest.substring(joint.length()), found) : List.<String>of();
            if (!behind.isEmpty()) {
                var all = new ArrayList<String>();
                all.add(meaning);
                all.addAll(behind);
                return Collections.unmodifiableList(all);
            }
        }
        return List.of();
    }

    private String guess(String word) {
        var near = new LinkedHashSet<String>();
        known.forEach((each, meaning) -> {
            boolean begins = word.length() >= SHORTEST_BEGINNING && each.startsWith(word);
            if (begins || (word.length() >= SHORTEST_WITH_SLIP && oneSlip(word, each))) {
                near.add(meaning);
            }
        });
        return near.size() == 1 ? near.iterator().next() : word;
    }

    /** Whether one letter more, less or another, or two that changed places, makes one word the other. */
    static boolean oneSlip(String one, String other) {
        int least = Math.min(one.length(), other.length());
        int start = 0;
        while (start < least && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        var left = one.substring(start);
        var right = other.substring(start);
        boolean swapped = left.length() > 1
                && right.length() > 1
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0)
                && left.substring(2).equals(right.substring(2));
        return swapped
                || without(left).equals(right)
                || left.equals(without(right))
                || without(left).equals(without(right));
    }

    private static String without(String text) {
        return text.isEmpty() ? text : text.substring(1);
    }
}
