// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.DeliveryPlan.Constant;
import nl.waardeketen.analytics.DeliveryPlan.Stage;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.TablePlan;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.shared.Nearest;
import nl.waardeketen.shared.YamlDocument;
import nl.waardeketen.shared.YamlMap;

/**
 * Reads a mapping: a YAML document that says which column of a hospital's own files is which variable. One with
 * {@code variables} at the top speaks of episodes only; one with {@code tables} of any of the tables.
 */
final class MappingReader {
    private static final String TABLES = "tables";
    private static final String[] ROOT = {
        "outcome-set",
        "sender",
        "organisations",
        TableMapping.ORGANISATION,
        DeliveryTable.PATIENT,
        TABLES,
        BasisReader.KEY
    };
    private static final String[] ALONE = {
        "outcome-set",
        "sender",
        "organisations",
        TableMapping.ORGANISATION,
        DeliveryTable.PATIENT,
        "file",
        "sheet",
        TableMapping.VARIABLES,
        BasisReader.KEY
    };

    private final Path mapping;
    private final KnownSets sets;
    private final String text;
    private final YamlDocument document;

    /** Whether organisations that are met for the first time are taken in. */
    private enum Newcomers {
        KNOWN,
        REGISTER
    }

    /** What the column with patients holds, as a mapping says it. */
    private enum Given {
        IDENTIFIERS,
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

    /** Reads it for a file, or for a folder that holds the files the mapping names. */
    DeliverySource read(Path delivered) throws IOException {
        var root = document.root();
        root.knows(root.has(TABLES) ? ROOT : ALONE);
        var set = outcomeSet(root);
        var tables = tables(root, set, delivered);
        boolean registers = root.choice("organisations", Newcomers.class, Newcomers.KNOWN) == Newcomers.REGISTER;
        var sender = sender(root, tables);
        var stage = stage(root, set);
        var basis = BasisReader.read(root);
        document.refuse();
        var agreed = AgreedPlan.of(set, tables);
        return new DeliverySource(set, sender, registers, agreed.plan(stage), text, agreed.notes(), basis);
    }

    private List<TablePlan> tables(YamlMap root, OutcomeSet set, Path delivered) {
        var known = DeliveryTables.of(set).stream().collect(Collectors.toMap(DeliveryTable::code, Function.identity()));
        var plans = new ArrayList<TablePlan>();
        try (var derived = new DerivedValues()) {
            if (!root.has(TABLES)) {
                var episode = known.get(DeliveryTable.EPISODE);
                return List.of(new TableMapping(root, root, java.util.Objects.requireNonNull(episode), derived)
                        .read(delivered, true));
            }
            var listed = root.map(TABLES);
            for (var name : listed.keys()) {
                var table = known.get(name);
                if (table == null) {
                    listed.refuse(
                            name,
                            "there is no such table",
                            Nearest.question(name, DeliveryTables.CODES) + "choose "
                                    + String.join(", ", DeliveryTables.CODES));
                    continue;
                }
                var map = listed.map(name)
                        .knows(
                                "file",
                                "sheet",
                                TableMapping.ORGANISATION,
                                DeliveryTable.PATIENT,
                                TableMapping.VARIABLES);
                plans.add(new TableMapping(root, map, table, derived)
                        .read(delivered, listed.keys().size() == 1));
            }
        }
        if (plans.isEmpty()) {
            root.refuse(TABLES, "there are no tables", "describe at least one, such as episode");
        }
        return plans;
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

    private static String sender(YamlMap root, List<TablePlan> tables) {
        var constants = tables.stream()
                .map(TablePlan::organisation)
                .map(source -> source instanceof Constant constant ? constant.value() : "")
                .distinct()
                .toList();
        boolean one = constants.size() == 1 && !constants.get(0).isEmpty();
        return root.has("sender") || !one
                ? root.text("sender", "[^\\p{Cntrl}]{1,60}", "a code of an organisation")
                : constants.get(0);
    }

    private static Stage stage(YamlMap root, OutcomeSet set) {
        var given = new ArrayList<Given>();
        var listed = root.map(TABLES);
        for (var table : DeliveryTables.of(set)) {
            var map = listed.map(table.code());
            var own = listed.has(table.code()) && map.has(DeliveryTable.PATIENT) ? map : root;
            boolean used = listed.has(table.code()) || !root.has(TABLES);
            if (used) {
                given.add(own.map(DeliveryTable.PATIENT).choice("stage", Given.class, Given.IDENTIFIERS));
            }
        }
        if (given.stream().distinct().count() > 1) {
            root.refuse(
                    DeliveryTable.PATIENT,
                    "some tables hold identifiers and others values of the first stage",
                    "deliver all tables with the same");
        }
        return given.contains(Given.FIRST) ? Stage.FIRST_STAGE : Stage.IDENTIFIERS;
    }
}
