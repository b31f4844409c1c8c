// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import nl.waardeketen.analytics.FirstStage;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.concepts.DeliveryTable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A data package with the first stage of pseudonyms in the place of patient identifiers, in all of its tables. */
public final class PackagePseudonyms {
    private PackagePseudonyms() {}

    /**
     * Writes the package, whole or not at all.
     *
     * @param patient column that holds the identifier, in every table
     * @throws InvalidInput with all that is wrong with any of its tables
     */
    public static FirstStage.Written write(Path from, String patient, byte[] key, Path to) throws IOException {
        var description = description(from);
        var prepared = Files.createTempDirectory(to.toAbsolutePath().getParent(), ".new-");
        try {
            var written = tables(from, description, patient, key, prepared);
            var own = (ObjectNode) description.path("waardeketen");
            own.put("patients", "first-stage");
            own.put("key-version", 1);
            Files.writeString(
                    prepared.resolve(PackageReader.DESCRIPTION),
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(description) + "\n");
            Files.move(prepared, to);
            return written;
        } finally {
            FileSystemUtils.deleteRecursively(prepared);
        }
    }

    private static JsonNode description(Path from) throws IOException {
        var file = from.resolve(PackageReader.DESCRIPTION);
        if (!Files.isRegularFile(file)) {
            throw refused("this is no data package: there is no " + PackageReader.DESCRIPTION, "name its folder");
        }
        try {
            var description = JsonMapper.shared().readTree(Files.readString(file));
            if (!description.path("waardeketen").isObject()) {
                throw refused("the property waardeketen is missing", "add it, with outcome-set and organisation");
            }
            if (description.path("waardeketen").path("patients").asString("").equals("first-stage")) {
                throw refused("its patients are first stages already", "start from the package with identifiers");
            }
            return description;
        } catch (JacksonException e) {
            throw refused("this is not JSON", "check quotes, commas and braces");
        }
    }

    private static InvalidInput refused(String text, String remedy) {
        return new InvalidInput(
                List.of(new Problem(PackageReader.DESCRIPTION, 0, "", "", "package.invalid", text, remedy)));
    }

    private static FirstStage.Written tables(Path from, JsonNode description, String patient, byte[] key, Path prepared)
            throws IOException {
        var problems = new ArrayList<Problem>();
        var notes = new LinkedHashSet<String>();
        long rows = 0;
        long patients = 0;
        for (var table = description.path("resources").iterator(); table.hasNext(); ) {
            var resource = (ObjectNode) table.next();
            var file = file(from, resource);
            var sheet = sheet(resource);
            if (isEmpty(resource, file, sheet)) {
                table.remove();
                continue;
            }
            var path = sheet == null
                    ? from.normalize().relativize(file).toString()
                    : resource.path("name").asString("") + ".csv";
            var to = prepared.resolve(path);
            Files.createDirectories(to.toAbsolutePath().getParent());
            try {
                var written = FirstStage.write(file, String.valueOf(file.getFileName()), sheet, patient, key, to);
                rows += written.rows();
                patients = Math.max(patients, written.patients());
                notes.addAll(written.notes());
                describe(resource, path, sheet != null);
            } catch (InvalidInput e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new FirstStage.Written(rows, patients, List.copyOf(notes));
    }

    private static Path file(Path from, JsonNode resource) {
        var listed = resource.path("path");
        var path = (listed.isArray() ? listed.path(0) : listed).asString("").strip();
        var file = from.resolve(path).normalize();
        if (path.isEmpty() || !file.startsWith(from.normalize()) || !Files.isRegularFile(file)) {
            throw refused("there is no file " + path + " in the package", "put it beside the description");
        }
        return file;
    }

    private static @Nullable String sheet(JsonNode resource) {
        var sheet = resource.path("dialect").path("sheet").asString("").strip();
        return sheet.isEmpty() ? null : sheet;
    }

    /** Tables of a template that were left empty are left out. */
    private static boolean isEmpty(JsonNode resource, Path file, @Nullable String sheet) throws IOException {
        return !resource.path("name").asString("").equals(DeliveryTable.EPISODE) && EmptyTable.is(file, sheet);
    }

    /** What was written is UTF-8 with commas, whatever it was; values chosen from the lists of a workbook stay as they are. */
    private static void describe(ObjectNode resource, String path, boolean fromSheet) {
        resource.put("path", path);
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.putObject("dialect")
                .put("delimiter", ",")
                .put("quoteChar", "\"")
                .put("header", true);
        if (fromSheet) {
            resource.put(PackageResource.CHOICES, true);
        }
    }
}
