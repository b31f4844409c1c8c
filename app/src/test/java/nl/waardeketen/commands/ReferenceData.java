// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Real data with figures computed elsewhere, which are not part of the sources. They are looked for beside the sources,
 * or in the folder that the system property {@code waardeketen.reference-data} names; tests are skipped without them.
 */
final class ReferenceData {
    private static final Path FOLDER =
            Path.of(System.getProperty("waardeketen.reference-data", "../../shared/reference-data"));

    private ReferenceData() {}

    static Path file(String name) {
        var file = FOLDER.resolve(name);
        assumeTrue(Files.isReadable(file), () -> "skipped: there is no reference data " + file.toAbsolutePath());
        return file;
    }

    /** A table of expected figures, in which no value holds a comma. */
    static List<Row> table(String name) {
        return table(lines(name));
    }

    /** The same from a file that lies beside the tests. */
    static List<Row> ownTable(String name) {
        try (var stream = Objects.requireNonNull(ReferenceData.class.getResourceAsStream("/reference/" + name), name)) {
            return table(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> table(List<String> lines) {
        var columns = values(lines.get(0));
        return lines.stream()
                .skip(1)
                .map(line -> {
                    var values = values(line);
                    var row = new LinkedHashMap<String, String>();
                    IntStream.range(0, columns.size()).forEach(i -> row.put(columns.get(i), values.get(i)));
                    return new Row(row);
                })
                .toList();
    }

    static List<String> lines(String name) {
        try {
            return Files.readAllLines(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> values(String line) {
        return List.of(line.replace("\"", "").split(",", -1));
    }

    record Row(Map<String, String> values) {

        String text(String column) {
            return Objects.requireNonNull(values.get(column), column);
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }
    }
}
