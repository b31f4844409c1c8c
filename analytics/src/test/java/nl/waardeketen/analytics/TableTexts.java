// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What a delivered file is read as. */
record TableTexts(String name, List<String> columns, List<List<String>> rows, List<Long> places, List<String> notes) {

    private record Row(String texts) {}

    static TableTexts read(Path file, List<String> wanted, Scratch scratch) throws IOException {
        return read(file, wanted, null, scratch);
    }

    static TableTexts read(Path file, List<String> wanted, @Nullable String part, Scratch scratch) throws IOException {
        var found = TableFile.inspect(file, String.valueOf(file.getFileName()), wanted, part, scratch);
        try (var extract = Extract.of(found, Roles.numbered(wanted), Extract.Reading.DELIVERY, scratch)) {
            var query = new ComposedQuery(
                    "texts", "SELECT concat_ws('|', " + inOrder(wanted) + ") AS texts FROM extract ORDER BY record");
            var rows = extract.engine().query(query, Map.of(), Row.class).stream()
                    .map(row -> List.of(row.texts().split("\\|", -1)))
                    .toList();
            var records = LongStream.range(0, rows.size()).boxed().toList();
            return new TableTexts(
                    found.name(),
                    found.header().names(),
                    rows,
                    extract.file().linesOfRecords(records),
                    extract.notes());
        }
    }

    private static String inOrder(List<String> wanted) {
        return IntStream.range(0, wanted.size())
                .mapToObj(i -> "coalesce(c" + i + ", '')")
                .collect(Collectors.joining(", "));
    }

    /** The problems for which a file is refused. */
    static List<Problem> refusal(Path file, List<String> wanted, @Nullable String part, Scratch scratch) {
        return catchThrowableOfType(InvalidInput.class, () -> read(file, wanted, part, scratch))
                .problems();
    }
}
