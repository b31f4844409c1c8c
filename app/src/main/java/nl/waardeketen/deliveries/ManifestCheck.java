// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.waardeketen.analytics.EngineFailure;
import nl.waardeketen.analytics.LakeFiles;
import nl.waardeketen.deliveries.Verification.Difference;
import nl.waardeketen.home.Digests;
import nl.waardeketen.home.HomeFolder;
import tools.jackson.databind.json.JsonMapper;

/** Whether the file of a table of one delivery is what its manifest says. */
final class ManifestCheck {
    private static final String RESTORE = "restore it from a copy, or correct the delivery with --replaces";

    private final HomeFolder home;
    private final Lake lake;
    private final Delivery delivery;
    private final DeliveryFile table;
    private final Path file;
    private final List<Difference> differences = new ArrayList<>();

    private ManifestCheck(HomeFolder home, Lake lake, Delivery delivery, DeliveryFile table) {
        this.home = home;
        this.lake = lake;
        this.delivery = delivery;
        this.table = table;
        file = home.lake().resolve(table.path());
    }

    static List<Difference> of(HomeFolder home, Lake lake, Delivery delivery) {
        var differences = new ArrayList<Difference>();
        for (var table : delivery.files()) {
            var check = new ManifestCheck(home, lake, delivery, table);
            try {
                check.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            differences.addAll(check.differences);
        }
        return differences;
    }

    private void run() throws IOException {
        var quarantined = lake.quarantined(delivery, table);
        if (table.quarantined() > 0 && !Files.isRegularFile(quarantined)) {
            add("quarantine.missing", quarantined, table.quarantined() + " rows in quarantine are not there");
        }
        if (!Files.isRegularFile(file)) {
            add("file.missing", file, "the file of delivery " + delivery.id() + " is not there");
            return;
        }
        if (!Digests.sha256(file).equals(table.sha256())) {
            add("file.changed", file, "its SHA-256 is not that of the manifest of delivery " + delivery.id());
        }
        try (var scratch = lake.scratch()) {
            compare(LakeFiles.content(file, scratch));
        } catch (EngineFailure e) {
            add("file.unreadable", file, "it cannot be read as Parquet");
        }
    }

    private void compare(LakeFiles.Content content) {
        if (content.rows() != table.rows()) {
            add("file.rows", file, "it has " + content.rows() + " rows, the manifest says " + table.rows());
        }
        if (content.broken() > 0) {
            add("file.pseudonyms", file, content.broken() + " rows have no pseudonym of 16 bytes");
        }
        var strange = new TreeSet<>(content.organisations());
        strange.removeAll(delivery.organisations());
        if (!strange.isEmpty()) {
            add(
                    "file.organisations",
                    file,
                    "it holds rows of organisations that the manifest does not name: " + String.join(", ", strange));
        }
        var expected = expected();
        if (!content.columns().equals(expected)) {
            add("file.schema", file, "its columns are " + content.columns() + ", the manifest says " + expected);
        }
    }

    private Map<String, String> expected() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("organisation", "VARCHAR");
        columns.put("patient", "BLOB");
        JsonMapper.shared()
                .readTree(table.schema())
                .properties()
                .forEach(entry ->
                        columns.put(entry.getKey(), type(entry.getValue().asString(""))));
        return columns;
    }

    private static String type(String word) {
        return switch (word) {
            case "date" -> "DATE";
            case "time" -> "TIMESTAMP";
            case "integer" -> "BIGINT";
            case "number" -> "DOUBLE";
            case "flag" -> "BOOLEAN";
            default -> "VARCHAR";
        };
    }

    private void add(String code, Path path, String text) {
        differences.add(new Difference(code, home.path().relativize(path).toString(), text, RESTORE));
    }
}
