// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import nl.waardeketen.analytics.DeliveryPlan.Column;
import nl.waardeketen.analytics.DeliveryPlan.Constant;
import nl.waardeketen.analytics.DeliveryPlan.FromColumn;
import nl.waardeketen.analytics.TablePlan;
import nl.waardeketen.concepts.CategoryChoice;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.shared.Nearest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One table of a data package. Of its dialect the sheet of a workbook is taken; separator, quote and encoding are found out
 * from the file itself, whatever the description says of them.
 */
final class PackageResource {
    /** Says of a CSV file that its values were chosen from the lists of a workbook. */
    static final String CHOICES = "waardeketen:choices";

    private static final String PATH = "resources.path";

    private final Path folder;
    private final JsonNode resource;
    private final DeliveryTable table;
    private final String organisation;
    private final DescriptionProblems problems;

    PackageResource(
            Path folder, JsonNode resource, DeliveryTable table, String organisation, DescriptionProblems problems) {
        this.folder = folder;
        this.resource = resource;
        this.table = table;
        this.organisation = organisation;
        this.problems = problems;
    }

    /** Its plan; nothing after a problem. */
    Optional<TablePlan> read() throws IOException {
        var columns = columns();
        return file(path())
                .map(file -> new TablePlan(
                        table.definition(),
                        file,
                        String.valueOf(file.getFileName()),
                        sheet(),
                        new Constant(organisation),
                        new FromColumn(DeliveryTable.PATIENT),
                        columns));
    }

    /** A resource of several files is not read. */
    private String path() {
        var path = resource.path("path");
        return path.isArray() && path.size() == 1
                ? path.get(0).asString("").strip()
                : problems.text(resource, "path", PATH);
    }

    private Optional<Path> file(String path) throws IOException {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Path file;
        try {
            file = folder.resolve(path);
        } catch (InvalidPathException e) {
            problems.add(PATH, path, "this is no name of a file", "name a file in the package");
            return Optional.empty();
        }
        if (!file.normalize().startsWith(folder.normalize()) || Path.of(path).isAbsolute()) {
            return outside(path);
        }
        if (!Files.isRegularFile(file)) {
            problems.add(PATH, path, "there is no such file in the package", "put the file beside the description");
            return Optional.empty();
        }
        return file.toRealPath().startsWith(folder.toRealPath()) ? Optional.of(file) : outside(path);
    }

    private Optional<Path> outside(String path) {
        problems.add(PATH, path, "the file lies outside the package", "name a file in the package");
        return Optional.empty();
    }

    private @Nullable String sheet() {
        var sheet = resource.path("dialect").path("sheet").asString("").strip();
        return sheet.isEmpty() ? null : sheet;
    }

    /** What the description lists; the file itself must then have these columns. Without a schema, all that are required. */
    private List<Column> columns() {
        var listed = StreamSupport.stream(resource.path("schema").path("fields").spliterator(), false)
                .map(field -> field.path("name").asString(""))
                .toList();
        var known = AgreedPlan.codes(table);
        for (var name : listed) {
            if (!name.equals(DeliveryTable.PATIENT) && !known.contains(name)) {
                var whose = table.code().equals(DeliveryTable.EPISODE)
                        ? "the outcome set has no such variable"
                        : "the table " + table.code() + " has no such variable";
                problems.add(
                        "schema.fields",
                        name,
                        whose,
                        Nearest.question(name, known) + "leave the column out of the delivery");
            }
        }
        return table.variables().stream()
                .filter(variable -> variable.variable().required() || listed.contains(variable.code()))
                .map(variable -> new Column(variable.variable(), new FromColumn(variable.code()), choices(variable)))
                .toList();
    }

    /** Only a workbook offers lists to choose from. */
    private Map<String, String> choices(DescribedVariable variable) {
        boolean chosen = sheet() != null || resource.path(CHOICES).asBoolean(false);
        return chosen ? CategoryChoice.codes(variable) : Map.of();
    }
}
