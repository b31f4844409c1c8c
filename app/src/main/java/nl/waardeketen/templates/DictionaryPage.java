// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.templates;

import java.util.List;

/**
 * What the data dictionary shows, in one language.
 *
 * @param unused codes of variables that no indicator and no subgroup uses
 */
public record DictionaryPage(String language, String title, String version, List<String> unused, List<Table> tables) {
    public DictionaryPage {
        unused = List.copyOf(unused);
        tables = List.copyOf(tables);
    }

    /**
     * A table.
     *
     * @param counted whether its variables are used by indicators
     */
    public record Table(
            String code, String title, String meaning, boolean counted, List<Entry> entries, List<Check> checks) {
        public Table {
            entries = List.copyOf(entries);
            checks = List.copyOf(checks);
        }
    }

    /** A variable; empty texts for what it does not have. */
    public record Entry(
            String code,
            String title,
            String meaning,
            String type,
            String unit,
            String range,
            List<Category> categories,
            String required,
            String source,
            String confirmed,
            List<String> indicators,
            boolean unused) {
        public Entry {
            categories = List.copyOf(categories);
            indicators = List.copyOf(indicators);
        }
    }

    /** A category of a variable. */
    public record Category(String code, String title) {}

    /** A rule between the values of a row. */
    public record Check(String code, String words, String severity, String owner) {}
}
