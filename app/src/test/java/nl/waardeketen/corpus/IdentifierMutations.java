// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import static nl.waardeketen.corpus.Mutation.LINE;

import java.util.List;
import nl.waardeketen.corpus.Mutation.Ending;
import nl.waardeketen.corpus.Mutation.Finding;

/** Citizen service numbers where none belong. */
final class IdentifierMutations {
    private static final String KIND = "citizen service numbers in other columns";
    private static final String TEXT = "citizen service numbers in free text";

    /** Table, column, and what is written in it. */
    private static final String VALUES = """
            activity | performer | 123456782
            activity | resource | 123456782x
            activity | quantity | 123456782
            activity | quantity | 123456782.0
            activity | started | 123456782
            activity | activity | 1234.56.782
            measurement | result | 123456782
            measurement | result | 1234.56.782
            measurement | result | BSN 123456782
            measurement | measured | 123456782
            measurement | measured | 1234.56.782
            measurement | moment | 123-456-782
            product | product | 111222333
            product | amount | 111222333,00
            product | closed | bsn 111222333
            patient | sex | 123456782
            patient | birth_year | 123456782
            patient | birth_year | 1234 56 782
            episode | age | 123456782
            episode | asa | 123456782
            episode | dementia | 123456782
            episode | admission | 123456782
            episode | arrival | 111222333
            episode | discharge_to | 1112.22.333
            """;

    private static final List<String> SENTENCES = List.of(
            "patiënt 123456782 belde",
            "BSN:123456782",
            "bsn123456782",
            "(123456782)",
            "nr 1234.56.782 en verder",
            "nr 1234 56 782 en verder",
            "nr 123 456 782 en verder",
            "nr 123.456.782",
            "nr 12-34-56-782",
            "met 111222333 samen",
            "twee: 123456782/111222333",
            "dossier_123456782.pdf");

    private IdentifierMutations() {}

    static List<Mutation> all() {
        var columns =
                VALUES.lines().map(line -> line.split(" \\| ")).map(row -> mutation(KIND, row[0], row[1], row[2]));
        var sentences = SENTENCES.stream().map(text -> mutation(TEXT, "activity", "performer", text));
        return java.util.stream.Stream.concat(columns, sentences).toList();
    }

    private static Mutation mutation(String kind, String table, String column, String value) {
        var file = table + ".csv";
        return Mutation.of(
                kind,
                table + ", " + column + ": " + value,
                Good.TABLES,
                Ending.NOTHING_LANDS,
                delivered -> {
                    delivered.only(table);
                    delivered.cell(file, LINE, column, value.contains(",") ? '"' + value + '"' : value);
                },
                List.of(new Finding("identifier.bsn", file, LINE, column)));
    }
}
