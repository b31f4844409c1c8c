// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import java.util.List;
import java.util.Optional;
import nl.waardeketen.analytics.TableDefinition;
import nl.waardeketen.analytics.Variable;

/** The tables that every patient group can deliver beside its episodes. */
public final class DeliveryTables {
    private static final List<TableDefinition> TABLES = List.of(
            new TableDefinition(
                    "patient",
                    List.of(
                            of("sex", Variable.Type.TEXT),
                            of("birth_year", Variable.Type.INTEGER),
                            of("death", Variable.Type.DATE)),
                    List.of(TableDefinition.PATIENT)),
            new TableDefinition(
                    "activity",
                    List.of(
                            required("activity", Variable.Type.TEXT),
                            required("started", Variable.Type.TIME),
                            of("ended", Variable.Type.TIME),
                            of("performer", Variable.Type.TEXT),
                            of("resource", Variable.Type.TEXT),
                            of("quantity", Variable.Type.NUMBER)),
                    List.of()),
            new TableDefinition(
                    "measurement",
                    List.of(
                            required("instrument", Variable.Type.TEXT),
                            required("item", Variable.Type.TEXT),
                            of("moment", Variable.Type.TEXT),
                            of("result", Variable.Type.NUMBER),
                            required("measured", Variable.Type.DATE)),
                    List.of("instrument", "item", "moment", "measured")),
            new TableDefinition(
                    "product",
                    List.of(
                            required("product", Variable.Type.TEXT),
                            required("opened", Variable.Type.DATE),
                            of("closed", Variable.Type.DATE),
                            of("amount", Variable.Type.NUMBER)),
                    List.of()));

    private DeliveryTables() {}

    private static Variable of(String code, Variable.Type type) {
        return new Variable(code, type, false, null, null, List.of());
    }

    private static Variable required(String code, Variable.Type type) {
        return new Variable(code, type, true, null, null, List.of());
    }

    /** In the order in which they are told. */
    public static List<TableDefinition> all() {
        return TABLES;
    }

    public static Optional<TableDefinition> named(String code) {
        return TABLES.stream().filter(table -> table.code().equals(code)).findFirst();
    }
}
