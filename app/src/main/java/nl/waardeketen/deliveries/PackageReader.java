// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import nl.waardeketen.analytics.DeliveryPlan;
import nl.waardeketen.analytics.DeliveryPlan.Constant;
import nl.waardeketen.analytics.DeliveryPlan.FromColumn;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.TableDefinition;
import nl.waardeketen.analytics.TablePlan;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.OutcomeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the description of a Frictionless Data Package ({@code datapackage.json}) whose resources are CSV files with a column
 * {@code patient}: {@code episode} with the variables of an outcome set, and the tables of {@link DeliveryTables}. Its property {@code waardeketen}
 * names the outcome set and the organisation that delivers.
 */
final class PackageReader {
    static final String DESCRIPTION = "datapackage.json";
    private static final String PATIENT = TableDefinition.PATIENT;
    private static final String PATH = "resources.path";

    private final Path folder;
    private final KnownSets sets;
    private final List<Problem> problems = new ArrayList<>();

    PackageReader(Path folder, KnownSets sets) {
        this.folder = folder;
        this.sets = sets;
    }

    DeliverySource read() throws IOException {
        var text = Files.readString(folder.resolve(DESCRIPTION));
        var description = parse(text);
        var own = description.path("waardeketen");
        var group = text(own, "outcome-set", "waardeketen.outcome-set");
        var organisation = text(own, "organisation", "waardeketen.organisation");
        var resources = resources(description.path("resources"));
        refuse();
        var set = sets.group(group);
        if (set.isEmpty()) {
            problem(
                    "waardeketen.outcome-set",
                    group,
                    "there is no such patient group",
                    "name a group that this installation knows");
        }
        refuse();
        var tables = new ArrayList<TablePlan>();
        for (var resource : resources.entrySet()) {
            tables.add(table(definition(resource.getKey(), set.orElseThrow()), resource.getValue(), organisation));
        }
        refuse();
        var plan = new DeliveryPlan(tables, List.of(), DeliveryPlan.Stage.IDENTIFIERS, DeliveryPlan.Limits.USUAL);
        return new DeliverySource(set.orElseThrow(), organisation, false, plan, text);
    }

    /** The resources that are tables, by the name of the table; others may be in a package too. */
    private Map<String, JsonNode> resources(JsonNode listed) {
        var resources = new LinkedHashMap<String, JsonNode>();
        for (var resource : listed) {
            var name = resource.path("name").asString("");
            boolean table = name.equals(TableDefinition.EPISODE)
                    || DeliveryTables.named(name).isPresent();
            if (table && resources.putIfAbsent(name, resource) != null) {
                problem("resources", name, "there are two resources of this name", "put all rows in one file");
            }
        }
        if (resources.isEmpty()) {
            problem("resources", "", "there is no resource named episode", "describe the file with the episodes");
        }
        resources.values().forEach(resource -> refuseOutside(text(resource, "path", PATH)));
        return resources;
    }

    private static TableDefinition definition(String name, OutcomeSet set) {
        return DeliveryTables.named(name).orElseGet(set::episodes);
    }

    private TablePlan table(TableDefinition table, JsonNode resource, String organisation) throws IOException {
        var path = resource.path("path").asString("").strip();
        var file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            problem(PATH, path, "there is no such file in the package", "put the file beside the description");
        } else if (!file.toRealPath().startsWith(folder.toRealPath())) {
            liesOutside(path);
        }
        return new TablePlan(
                table,
                file,
                String.valueOf(file.getFileName()),
                null,
                new Constant(organisation),
                new FromColumn(PATIENT),
                columns(table, resource));
    }

    private static JsonNode parse(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new InvalidInput(List.of(new Problem(
                    DESCRIPTION,
                    line,
                    "",
                    "",
                    "package.unreadable",
                    "this is not JSON",
                    "check quotes, commas and braces")));
        }
    }

    private String text(JsonNode node, String key, String name) {
        var value = node.path(key);
        if (!value.isString() || value.asString().isBlank()) {
            problem(name, "", "this property is missing, or is no text", "add it");
            return "";
        }
        return value.asString().strip();
    }

    private void refuseOutside(String path) {
        var resolved = folder.resolve(path).normalize();
        if (!resolved.startsWith(folder.normalize()) || Path.of(path).isAbsolute()) {
            liesOutside(path);
        }
    }

    private void liesOutside(String path) {
        problem(PATH, path, "the file lies outside the package", "name a file in the package");
    }

    /** What the description lists; the file itself must then have these columns. Without a schema, all that are required. */
    private List<DeliveryPlan.Column> columns(TableDefinition table, JsonNode resource) {
        var known = table.variables().stream().map(Variable::code).toList();
        var listed = StreamSupport.stream(resource.path("schema").path("fields").spliterator(), false)
                .map(field -> field.path("name").asString(""))
                .toList();
        for (var name : listed) {
            if (!name.equals(PATIENT) && !known.contains(name)) {
                problem(
                        "schema.fields",
                        name,
                        table.code().equals(TableDefinition.EPISODE)
                                ? "the outcome set has no such variable"
                                : "the table " + table.code() + " has no such column",
                        "leave the column out of the delivery");
            }
        }
        return table.variables().stream()
                .filter(variable -> variable.required() || listed.contains(variable.code()))
                .map(variable -> new DeliveryPlan.Column(variable, new FromColumn(variable.code()), Map.of()))
                .toList();
    }

    private void problem(String column, String value, String text, String remedy) {
        problems.add(new Problem(DESCRIPTION, 0, column, value, "package.invalid", text, remedy));
    }

    private void refuse() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
