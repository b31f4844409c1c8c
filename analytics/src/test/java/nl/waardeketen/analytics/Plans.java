// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.waardeketen.analytics.DeliveryPlan.Column;
import nl.waardeketen.analytics.DeliveryPlan.FromColumn;
import nl.waardeketen.analytics.DeliveryPlan.Source;

/** Plans of files whose columns carry the names of the variables, and what lands by them. */
final class Plans {
    static final PseudonymKeys KEYS = new PseudonymKeys("sender".getBytes(UTF_8), "region".getBytes(UTF_8));

    private Plans() {}

    static TablePlan of(Variable... variables) {
        return episodes(
                new FromColumn("hospital"),
                new FromColumn("id"),
                Arrays.stream(variables)
                        .map(variable -> column(variable, Map.of()))
                        .toList());
    }

    /** Rows need not be unique. */
    static TablePlan episodes(Source organisation, Source patient, List<Column> columns) {
        var definition = new TableDefinition(
                "episode", columns.stream().map(Column::variable).toList(), List.of());
        return new TablePlan(definition, Path.of("nowhere"), "nothing", null, organisation, patient, columns);
    }

    /** The plan of a file of which any share may be broken. */
    static DeliveryPlan lenient(TablePlan plan, Path file, String name) {
        return new DeliveryPlan(List.of(of(plan, file, name)), List.of(), DeliveryPlan.Stage.IDENTIFIERS, List.of());
    }

    /** The same plan for a file. */
    static TablePlan of(TablePlan plan, Path file, String name) {
        return new TablePlan(
                plan.table(), file, name, plan.part(), plan.organisation(), plan.patient(), plan.columns());
    }

    static Column column(Variable variable, Map<String, String> codes) {
        return new Column(variable, new FromColumn(variable.code()), codes);
    }

    /** The file of the sound rows of a text. */
    static Path land(String text, TablePlan plan, Scratch scratch, String name) throws IOException {
        var file = Files.writeString(scratch.folder().resolve(name + ".csv"), text);
        var landed = scratch.folder().resolve(name + ".parquet");
        try (var inner = Scratch.inside(scratch.folder());
                var checked = CheckedDelivery.of(DeliveryPlan.of(of(plan, file, name)), inner)) {
            checked.write(inner.folder(), inner.folder(), KEYS);
            return Files.move(inner.folder().resolve("episode/episode.parquet"), landed);
        }
    }

    private record Row(String text) {}

    /** The rows of a landed file, as texts with {@code |} between the columns and {@code -} for nothing. */
    static List<String> rows(Path landed, List<String> columns, Scratch scratch) {
        try (var engine = DuckDbEngine.open(List.of(landed), scratch.folder())) {
            engine.defineLake("lake", List.of(landed));
            var texts = columns.stream()
                    .map(column -> "coalesce(CAST(" + column + " AS VARCHAR), '-')")
                    .toList();
            var query = new ComposedQuery("rows", "SELECT concat_ws('|', " + String.join(", ", texts) + ") FROM lake");
            return engine.query(query, Map.of(), Row.class).stream()
                    .map(Row::text)
                    .toList();
        }
    }
}
