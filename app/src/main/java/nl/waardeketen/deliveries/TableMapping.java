// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.analytics.DeliveryPlan.Column;
import nl.waardeketen.analytics.DeliveryPlan.Constant;
import nl.waardeketen.analytics.DeliveryPlan.FromColumn;
import nl.waardeketen.analytics.DeliveryPlan.Source;
import nl.waardeketen.analytics.TablePlan;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.shared.Nearest;
import nl.waardeketen.shared.YamlMap;

/** Reads how one table is made of a file. */
final class TableMapping {
    static final String ORGANISATION = "organisation";
    static final String VARIABLES = "variables";

    private final YamlMap root;
    private final YamlMap map;
    private final DeliveryTable table;
    private final DerivedValues derived;

    /**
     * Reads nothing yet.
     *
     * @param root where organisation and patient stand, unless the table has its own
     * @param map of the table; the root itself where a mapping has one table
     */
    TableMapping(YamlMap root, YamlMap map, DeliveryTable table, DerivedValues derived) {
        this.root = root;
        this.map = map;
        this.table = table;
        this.derived = derived;
    }

    /**
     * Reads it.
     *
     * @param alone whether it is the only table, which any file can be given for
     */
    TablePlan read(Path delivered, boolean alone) {
        var organisation = source(ORGANISATION);
        var patient = patient();
        var columns = columns(map.map(VARIABLES));
        refuseUseOfPatient(patient, organisation, columns);
        var file = file(delivered, alone);
        return new TablePlan(
                table.definition(),
                file,
                String.valueOf(file.getFileName()),
                map.optionalText("sheet").orElse(null),
                organisation,
                patient,
                columns);
    }

    private Source source(String key) {
        var at = map.has(key) ? map : root;
        var value = at.map(key);
        if (!at.has(key)) {
            at.refuse(key, "this key is missing", "add it");
            return new Constant("");
        }
        value.knows(key.equals("patient") ? new String[] {"column", "stage"} : new String[] {"column", "constant"});
        return ColumnMapping.source(at, key, value);
    }

    private Source patient() {
        var at = map.has(DeliveryTable.PATIENT) ? map : root;
        if (at.map(DeliveryTable.PATIENT).has("constant")) {
            at.refuse(DeliveryTable.PATIENT, "every row has its own patient", "name the column with the identifier");
            return new FromColumn("");
        }
        return source(DeliveryTable.PATIENT) instanceof FromColumn from ? from : new FromColumn("");
    }

    private void refuseUseOfPatient(Source patient, Source organisation, List<Column> columns) {
        var used = patient.fileColumns();
        boolean elsewhere = columns.stream()
                .anyMatch(column -> column.source().fileColumns().stream().anyMatch(used::contains));
        if (patient.equals(organisation) || elsewhere) {
            root.refuse(
                    DeliveryTable.PATIENT,
                    "the column with the patient identifier is used for something else as well",
                    "use it for the patient only, so that nobody can be known by it");
        }
    }

    private List<Column> columns(YamlMap variables) {
        var columns = new ArrayList<Column>();
        var known = AgreedPlan.codes(table);
        for (var name : variables.keys()) {
            var variable = table.variable(name);
            if (variable.isEmpty()) {
                variables.refuse(
                        name,
                        whose() + " has no such variable",
                        Nearest.question(name, known) + "it has " + String.join(", ", known));
            } else {
                columns.add(new ColumnMapping(variables, variable.get(), derived).read());
            }
        }
        for (var variable : table.variables()) {
            if (variable.variable().required() && !variables.has(variable.code())) {
                variables.refuse(variable.code(), "this required variable is not mapped", "add it under variables");
            }
        }
        return columns;
    }

    private String whose() {
        return table.code().equals(DeliveryTable.EPISODE) ? "the outcome set" : "the table " + table.code();
    }

    private Path file(Path delivered, boolean alone) {
        boolean folder = Files.isDirectory(delivered);
        if (!folder && (alone || !map.has("file"))) {
            return delivered;
        }
        var name = map.text("file");
        try {
            var within = folder ? delivered : delivered.toAbsolutePath().getParent();
            var base = (within == null ? Path.of("") : within).toAbsolutePath().normalize();
            var file = base.resolve(name).normalize();
            if (file.startsWith(base)) {
                return folder ? delivered.resolve(name) : file;
            }
            map.refuse("file", "the file lies outside the folder that is delivered", "name a file in it");
        } catch (InvalidPathException e) {
            map.refuse("file", "this is no name of a file", "name a file");
        }
        return delivered;
    }
}
