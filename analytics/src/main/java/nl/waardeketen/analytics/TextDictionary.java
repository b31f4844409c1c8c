// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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

    /** How many distinct texts the column of this index has in the whole extract. */
    long distinct(int index) {
        return combinations.stream()
                .map(combination -> combination[index].strip())
                .filter(text -> !isMissing(text))
                .distinct()
                .count();
    }

    private static boolean isMissing(String text) {
        return MISSING.contains(text.toUpperCase(Locale.ROOT));
    }

    /** Distinct trimmed texts that occur, {@code null} where missing, and of each cell the index of its text. */
    record Coded(List<@Nullable String> texts, int[] codes) {}

    /** The column of this index, for cells whose combinations are given by number. */
    Coded column(int index, double[] combinationOfCell) {
        var codeOfText = new HashMap<String, Integer>();
        var texts = new ArrayList<@Nullable String>();
        var codeOfCombination = new int[combinations.size()];
        Arrays.fill(codeOfCombination, -1);
        var codes = new int[combinationOfCell.length];
        for (int cell = 0; cell < codes.length; cell++) {
            int combination = (int) combinationOfCell[cell];
            if (codeOfCombination[combination] < 0) {
                var text = combinations.get(combination)[index].strip();
                boolean missing = isMissing(text);
                codeOfCombination[combination] = codeOfText.computeIfAbsent(missing ? "" : text, added -> {
                    texts.add(missing ? null : text);
                    return codeOfText.size();
                });
            }
            codes[cell] = codeOfCombination[combination];
        }
        return new Coded(texts, codes);
    }
}
