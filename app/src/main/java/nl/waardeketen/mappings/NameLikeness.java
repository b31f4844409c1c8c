// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.web.Phrase;

/**
 * How much the name of a column is like what a variable is called: its code and its titles. Names that are the same but for
 * case and signs are wholly alike; else the weight of shared words over that of all words of both (a weighted Jaccard index,
 * where a word of many variables weighs little).
 */
final class NameLikeness {
    private static final double SAME = 1;
    private static final double SAME_WORDS = 0.95;
    private static final double CLEARLY = 0.6;

    /** Words that say what kind of value it is, not which. */
    private static final Set<String> OF_KIND = Set.of("date", "time", "number", "type", "class", "patient");

    private static final double WEIGHT_OF_KIND = 0.3;

    private final ColumnWords words = ColumnWords.given();
    private final Map<String, List<String>> names = new HashMap<>();
    private final Map<String, Double> weights = new HashMap<>();

    /**
     * How alike.
     *
     * @param value from 0 to 1
     */
    record Likeness(double value, Phrase reason) {}

    NameLikeness(List<DescribedVariable> variables) {
        var uses = new HashMap<String, Integer>();
        for (var variable : variables) {
            var called = new ArrayList<>(List.of(
                    variable.code(),
                    bare(variable.title().nl()),
                    bare(variable.title().en())));
            names.put(variable.code(), called);
            var all = new HashSet<String>();
            called.forEach(name -> all.addAll(words.of(name)));
            all.forEach(word -> uses.merge(word, 1, Integer::sum));
        }
        uses.forEach((word, times) ->
                weights.put(word, OF_KIND.contains(word) ? Math.min(WEIGHT_OF_KIND, 1.0 / times) : 1.0 / times));
    }

    /** Without what stands in brackets. */
    private static String bare(String title) {
        return title.replaceAll("\\([^)]*\\)", "").strip();
    }

    Likeness of(DescribedVariable variable, String column) {
        var called = names.getOrDefault(variable.code(), List.of());
        var plain = ColumnWords.plain(column);
        if (plain.equals(ColumnWords.plain(variable.code()))) {
            return new Likeness(SAME, Phrase.of("mapping.reason.same-code"));
        }
        if (called.stream().anyMatch(name -> ColumnWords.plain(name).equals(plain))) {
            return new Likeness(SAME, Phrase.of("mapping.reason.same-title"));
        }
        var own = words.of(column);
        double most = called.stream()
                .mapToDouble(name -> shared(own, words.of(name)))
                .max()
                .orElse(0);
        if (most == 1) {
            return new Likeness(SAME_WORDS, Phrase.of("mapping.reason.same-words"));
        }
        double value = Math.min(SAME_WORDS, most);
        return new Likeness(
                value,
                value == 0
                        ? Phrase.of("mapping.reason.other-name")
                        : Phrase.of(value >= CLEARLY ? "mapping.reason.like-name" : "mapping.reason.little-name"));
    }

    private double shared(Set<String> one, Set<String> other) {
        double shared = 0;
        double all = 0;
        var both = new HashSet<>(one);
        both.addAll(other);
        for (var word : both) {
            double weight = weights.getOrDefault(word, unknown(word));
            all += weight;
            shared += one.contains(word) && other.contains(word) ? weight : 0;
        }
        return all == 0 ? 0 : shared / all;
    }

    /** A word that no variable has: one of kind says little, another is about something else. */
    private static double unknown(String word) {
        return OF_KIND.contains(word) ? WEIGHT_OF_KIND / 2 : 0.5;
    }
}
