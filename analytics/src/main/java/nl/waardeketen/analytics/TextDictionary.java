// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The distinct combinations of texts of some columns of an extract, numbered by the engine. Texts are few where patients
 * are many, so what a text means is decided here, once per combination.
 */
final class TextDictionary {
    private static final SqlFile TEXTS = SqlFile.named("extract/texts");
    private static final Set<String> MISSING = Set.of("", "NA", "N/A", "NAN", "NULL", ".");

    private final List<String[]> combinations;

    private TextDictionary(List<String[]> combinations) {
        this.combinations = combinations;
    }

    private record Combination(String texts) {}

    /** Keeps the distinct combinations of the columns that match the pattern, with a {@code code} from 0. */
    static void keep(String table, Engine engine, String columns) {
        engine.keep(table, TEXTS, Map.of("columns", columns));
    }

    /** Reads kept combinations by a question that gives each as one text. */
    static TextDictionary read(Engine engine, SqlFile question, Map<String, ?> parameters) {
        return new TextDictionary(engine.query(question, parameters, Combination.class).stream()
                .map(combination -> combination.texts().split(Extract.MARK, -1))
                .toList());
    }

    /** Distinct trimmed texts of one of the columns, {@code null} where missing, and the text of each combination. */
    record Column(List<@Nullable String> texts, int[] textOfCombination) {

        /** The text of each cell, given the number of its combination. */
        int[] of(double[] combinationOfCell) {
            return Arrays.stream(combinationOfCell)
                    .mapToInt(combination -> textOfCombination[(int) combination])
                    .toArray();
        }
    }

    Column column(int index) {
        var codes = new LinkedHashMap<String, Integer>();
        var texts = new ArrayList<@Nullable String>();
        var textOfCombination = new int[combinations.size()];
        for (int i = 0; i < textOfCombination.length; i++) {
            var text = combinations.get(i)[index].strip();
            boolean missing = MISSING.contains(text.toUpperCase(Locale.ROOT));
            textOfCombination[i] = codes.computeIfAbsent(missing ? "" : text, added -> {
                texts.add(missing ? null : text);
                return codes.size();
            });
        }
        return new Column(texts, textOfCombination);
    }
}
