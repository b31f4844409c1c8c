// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.DeliveryPlan.Stage;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.TablePlan;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.shared.Nearest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the description of a Frictionless Data Package ({@code datapackage.json}). Its resources are named after the tables
 * of a delivery; each is a file, or a sheet of a workbook, with the variables of the table as columns and a column
 * {@code patient}. Its property {@code waardeketen} names the outcome set, its version and the organisation that delivers,
 * and may say {@code "patients": "first-stage"} where the sender made the first stage of pseudonyms itself, and its
 * {@code legal-basis}.
 */
final class PackageReader {
    static final String DESCRIPTION = "datapackage.json";
    private static final Map<String, Stage> STAGES =
            Map.of("", Stage.IDENTIFIERS, "identifiers", Stage.IDENTIFIERS, "first-stage", Stage.FIRST_STAGE);

    private final Path folder;
    private final KnownSets sets;
    private final DescriptionProblems problems = new DescriptionProblems(DESCRIPTION);

    PackageReader(Path folder, KnownSets sets) {
        this.folder = folder;
        this.sets = sets;
    }

    DeliverySource read() throws IOException {
        var text = text();
        var description = parse(text);
        var own = description.path("waardeketen");
        var group = problems.text(own, "outcome-set", "waardeketen.outcome-set");
        var organisation = problems.text(own, "organisation", "waardeketen.organisation");
        var stage = stage(own);
        var basis = basis(own.path(BasisReader.KEY));
        var resources = resources(description.path("resources"));
        problems.refuse();
        var set = outcomeSet(group);
        var notes = new ArrayList<String>();
        var tables = filledIn(tables(set, resources, organisation), notes);
        problems.refuse();
        var agreed = AgreedPlan.of(set, tables);
        notes.addAll(agreed.notes());
        notes.addAll(versions(own.path("version").asString(""), set));
        return new DeliverySource(set, organisation, false, agreed.plan(stage), text, notes, basis);
    }

    private String text() throws IOException {
        try {
            var text = Files.readString(folder.resolve(DESCRIPTION));
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable(0, "the description is not UTF-8", "save it as UTF-8");
        }
    }

    private static JsonNode parse(String text) {
        try {
            var tree = JsonMapper.shared().readTree(text);
            if (tree.isMissingNode()) {
                throw unreadable(0, "the description is empty", "put the one of the template in its place");
            }
            return tree;
        } catch (JacksonException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw unreadable(line, "this is not JSON", "check quotes, commas and braces");
        }
    }

    private static InvalidInput unreadable(long line, String words, String remedy) {
        return new InvalidInput(List.of(new Problem(DESCRIPTION, line, "", "", "package.unreadable", words, remedy)));
    }

    private Stage stage(JsonNode own) {
        var written = own.path("patients").asString("");
        var stage = STAGES.get(written);
        if (stage == null) {
            problems.add("waardeketen.patients", written, "this is not a choice", "write identifiers or first-stage");
        }
        int version = own.path("key-version").asInt(1);
        if (version != 1) {
            problems.add(
                    "waardeketen.key-version",
                    String.valueOf(version),
                    "this version of the senders' key is not known here",
                    "make the first stage with the key that all senders of the region share");
        }
        return stage == null ? Stage.IDENTIFIERS : stage;
    }

    private @Nullable DeclaredBasis basis(JsonNode declared) {
        var reader = new BasisReader((key, text) -> problems.add(
                "waardeketen.legal-basis." + key, declared.path(key).asString(""), text, BasisReader.REMEDY));
        return reader.read(key -> declared.path(key).asString(""));
    }

    private List<JsonNode> resources(JsonNode listed) {
        var resources = new ArrayList<JsonNode>();
        var names = new HashSet<String>();
        for (var resource : listed) {
            var name = resource.path("name").asString("");
            if (!DeliveryTables.CODES.contains(name)) {
                problems.add(
                        "resources.name",
                        name,
                        "this is no table of a delivery",
                        Nearest.question(name, DeliveryTables.CODES) + "leave it out, or call it one of "
                                + String.join(", ", DeliveryTables.CODES));
            } else if (!names.add(name)) {
                problems.add("resources.name", name, "there are two resources of this name", "put all rows in one");
            } else {
                resources.add(resource);
            }
        }
        if (names.isEmpty()) {
            problems.add("resources", "", "there is no resource named episode", "describe the file with the episodes");
        }
        return resources;
    }

    private OutcomeSet outcomeSet(String group) {
        var set = sets.group(group);
        if (set.isEmpty()) {
            problems.add(
                    "waardeketen.outcome-set",
                    group,
                    "there is no such patient group",
                    "name a group that this installation knows");
            problems.refuse();
        }
        return set.orElseThrow();
    }

    private List<TablePlan> tables(OutcomeSet set, List<JsonNode> resources, String organisation) throws IOException {
        var known = DeliveryTables.of(set).stream().collect(Collectors.toMap(DeliveryTable::code, Function.identity()));
        var tables = new ArrayList<TablePlan>();
        for (var resource : resources) {
            var table = known.get(resource.path("name").asString(""));
            if (table != null) {
                new PackageResource(folder, resource, table, organisation, problems)
                        .read()
                        .ifPresent(tables::add);
            }
        }
        return tables;
    }

    /** Tables of a template that were left empty are left out, unless nothing would be left. */
    private static List<TablePlan> filledIn(List<TablePlan> tables, List<String> notes) throws IOException {
        var filled = new ArrayList<TablePlan>();
        var empty = new ArrayList<String>();
        for (var table : tables) {
            boolean left =
                    !table.table().code().equals(DeliveryTable.EPISODE) && EmptyTable.is(table.file(), table.part());
            if (left) {
                empty.add(table.table().code());
            } else {
                filled.add(table);
            }
        }
        if (filled.isEmpty() || empty.isEmpty()) {
            return tables;
        }
        notes.add("left out, as they have no rows: " + String.join(", ", empty));
        return filled;
    }

    /** Versions of a set that differ in number only are read as the one that is known. */
    private static List<String> versions(String described, OutcomeSet set) {
        return described.isEmpty() || described.equals(set.version())
                ? List.of()
                : List.of(DESCRIPTION + " is for version " + described + " of " + set.code()
                        + ", and is read as version " + set.version()
                        + "; get the template of that version before the next delivery");
    }
}
