// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.waardeketen.analytics.DeliveryPlan;
import nl.waardeketen.analytics.DeliveryPlan.Constant;
import nl.waardeketen.analytics.DeliveryPlan.FromColumn;
import nl.waardeketen.analytics.DeliveryPlan.Source;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.shared.YamlDocument;
import nl.waardeketen.shared.YamlMap;

/** Reads a mapping: a YAML document that says which column of a hospital's own file is which variable. */
final class MappingReader {
    private static final String ORGANISATION = "organisation";

    private final Path mapping;
    private final KnownSets sets;
    private final String text;
    private final YamlDocument document;

    /** Whether organisations that are met for the first time are taken in. */
    private enum Newcomers {
        KNOWN,
        REGISTER
    }

    /** What stands where a patient is named. */
    private enum Stage {
        IDENTIFIER,
        FIRST
    }

    MappingReader(Path mapping, KnownSets sets) throws IOException {
        this.mapping = mapping;
        this.sets = sets;
        var name = String.valueOf(mapping.getFileName());
        if (!Files.isRegularFile(mapping)) {
            throw refused(name, "there is no such mapping", "name a YAML file");
        }
        try {
            text = Files.readString(mapping);
        } catch (CharacterCodingException e) {
            throw refused(name, "the mapping is not UTF-8", "save it as UTF-8");
        }
        document = YamlDocument.read(name, text);
    }

    private static InvalidInput refused(String file, String words, String remedy) {
        return new InvalidInput(List.of(new Problem(file, 0, "", "", "mapping.unreadable", words, remedy)));
    }

    /** Reads it for a file, or for a folder that holds the file the mapping names. */
    DeliverySource read(Path delivered) throws IOException {
        var root = document.root()
                .knows(
                        "outcome-set",
                        "file",
                        "sender",
                        "organisations",
                        ORGANISATION,
                        "patient",
                        "variables",
                        "legal-basis");
        var set = outcomeSet(root);
        var organisation = source(root, ORGANISATION, root.map(ORGANISATION));
        var patient = source(root, "patient", root.map("patient"));
        var stage = root.map("patient").choice("stage", Stage.class, Stage.IDENTIFIER);
        var basis = BasisReader.read(root);
        if (patient instanceof Constant) {
            root.refuse("patient", "every row has its own patient", "name the column with the identifier");
        }
        var columns = columns(root.map("variables"), set);
        if (patient.equals(organisation)
                || columns.stream().anyMatch(column -> column.source().equals(patient))) {
            root.refuse(
                    "patient",
                    "the column with the patient identifier is used for something else as well",
                    "use it for the patient only, so that nobody can be known by it");
        }
        boolean registers = root.choice("organisations", Newcomers.class, Newcomers.KNOWN) == Newcomers.REGISTER;
        var sender = sender(root, organisation);
        var file = Files.isDirectory(delivered) ? delivered.resolve(root.text("file")) : delivered;
        document.refuse();
        var patients = stage == Stage.FIRST
                ? nl.waardeketen.analytics.Stage.FIRST_STAGE
                : nl.waardeketen.analytics.Stage.IDENTIFIERS;
        var plan = new DeliveryPlan(organisation, patient, columns, patients);
        return new DeliverySource(file, set, sender, registers, plan, text, basis);
    }

    private OutcomeSet outcomeSet(YamlMap root) throws IOException {
        var name = root.text("outcome-set");
        if (name.isEmpty()) {
            document.refuse();
        }
        return name.endsWith(".yaml") || name.endsWith(".yml")
                ? sets.inFile(mapping.resolveSibling(name))
                : sets.group(name).orElseThrow(() -> {
                    root.refuse(
                            "outcome-set",
                            "there is no such patient group",
                            "name a group, or a .yaml file beside the mapping");
                    document.refuse();
                    return new IllegalStateException("refused before");
                });
    }

    private static String sender(YamlMap root, Source organisation) {
        if (root.has("sender") || !(organisation instanceof Constant constant)) {
            return root.text("sender", "[^\\p{Cntrl}]{1,60}", "a code of an organisation");
        }
        return constant.value();
    }

    private static Source source(YamlMap parent, String key, YamlMap map) {
        map.knows("column", "constant", key.equals("patient") ? "stage" : "codes");
        if (map.has("column") == map.has("constant")) {
            parent.refuse(
                    key, "a value comes from a column or is a constant", "write {column: name} or {constant: value}");
            return new Constant("");
        }
        return map.has("column") ? new FromColumn(map.text("column")) : new Constant(map.text("constant"));
    }

    private static List<DeliveryPlan.Column> columns(YamlMap variables, OutcomeSet set) {
        var columns = new ArrayList<DeliveryPlan.Column>();
        for (var name : variables.keys()) {
            var variable = set.variable(name);
            var map = variables.map(name);
            if (variable.isEmpty()) {
                variables.refuse(
                        name, "the outcome set has no such variable", "it has " + String.join(", ", names(set)));
                continue;
            }
            columns.add(new DeliveryPlan.Column(variable.get(), source(variables, name, map), codes(map)));
        }
        for (var variable : set.variables()) {
            if (variable.required() && !variables.has(variable.code())) {
                variables.refuse(variable.code(), "this required variable is not mapped", "add it under variables");
            }
        }
        return columns;
    }

    private static List<String> names(OutcomeSet set) {
        return set.variables().stream().map(variable -> variable.code()).toList();
    }

    private static Map<String, String> codes(YamlMap map) {
        var codes = new HashMap<String, String>();
        var written = map.map("codes");
        written.keys().forEach(key -> codes.put(key, written.text(key)));
        return codes;
    }
}
