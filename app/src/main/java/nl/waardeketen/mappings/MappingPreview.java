// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.analytics.CheckedDelivery;
import nl.waardeketen.analytics.FirstRows;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.PseudonymKeys;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.deliveries.DeliverySources;
import nl.waardeketen.deliveries.KnownSets;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping makes of an extract, found the way {@code check} finds it.
 *
 * @param report {@code null} when the mapping or a file cannot be read
 * @param problems all that is wrong
 * @param rows the first sound rows of each table
 */
record MappingPreview(
        @Nullable CheckReport report, List<Problem> problems, Map<String, List<Map<String, String>>> rows) {
    /** Name of the mapping while it is looked at. */
    static final String DOCUMENT = "mapping.yaml";

    private static final int MOST_ROWS = 20;

    MappingPreview {
        problems = List.copyOf(problems);
    }

    /**
     * Checks all rows.
     *
     * @param files folder with the files that the mapping names
     */
    static MappingPreview of(String mapping, Path files, KnownSets sets) {
        try (var scratch = new Scratch()) {
            var document = Files.writeString(scratch.folder().resolve(DOCUMENT), mapping);
            var source = DeliverySources.read(files, document, sets);
            try (var checked = CheckedDelivery.of(source.plan(), scratch)) {
                var report = checked.report();
                return new MappingPreview(report, report.problems(), first(checked, report, scratch));
            }
        } catch (InvalidInput e) {
            return new MappingPreview(null, e.problems(), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Under keys that are thrown away, as nobody is shown a pseudonym. */
    private static Map<String, List<Map<String, String>>> first(
            CheckedDelivery checked, CheckReport report, Scratch scratch) throws IOException {
        var landed = Files.createDirectory(scratch.folder().resolve("landed"));
        var kept = Files.createDirectory(scratch.folder().resolve("kept"));
        var key = new byte[] {1};
        checked.write(landed, kept, new PseudonymKeys(key, key));
        var rows = new LinkedHashMap<String, List<Map<String, String>>>();
        for (var table : report.tables()) {
            var file = landed.resolve(table.table()).resolve(table.table() + ".parquet");
            rows.put(table.table(), FirstRows.of(file, MOST_ROWS, scratch).rows());
        }
        return rows;
    }

    /** Nothing is wrong that would keep it from landing. */
    boolean passes() {
        return report != null && report.outcome() != CheckReport.Outcome.FAIL;
    }
}
