// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.analytics.Owner;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.TableReport;
import nl.waardeketen.analytics.VariableReport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A check report as one JSON object; what is not known is null. */
public final class CheckReportJson {
    private final JsonGenerator json;

    private CheckReportJson(JsonGenerator json) {
        this.json = json;
    }

    public static String of(CheckReport report) {
        var text = new StringWriter();
        try (var generator = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            new CheckReportJson(generator).write(report);
        }
        return text.toString();
    }

    /** The outcome as a word: {@code pass}, {@code pass-with-quarantine} or {@code fail}. */
    public static String word(CheckReport.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Who can repair it, as a word: {@code data-steward}. */
    public static String word(Owner owner) {
        return owner.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The tables of a report that was written here. */
    static List<TableReport> tables(String report) {
        var tables = new ArrayList<TableReport>();
        for (var table : JsonMapper.shared().readTree(report).path("tables")) {
            var variables = new ArrayList<VariableReport>();
            table.path("variables").forEach(variable -> variables.add(variable(variable)));
            tables.add(new TableReport(
                    table.path("table").asString(),
                    table.path("file").asString(),
                    table.path("rows").asLong(),
                    table.path("quarantined").asLong(),
                    variables));
        }
        return tables;
    }

    private static VariableReport variable(JsonNode variable) {
        return new VariableReport(
                variable.path("variable").asString(),
                variable.path("given").asLong(),
                variable.path("missing").asLong(),
                variable.path("broken").asLong(),
                variable.path("distinct").asLong(),
                variable.path("most_frequent").asString(),
                variable.path("most_frequent_rows").asLong(),
                number(variable.path("least")),
                number(variable.path("mean")),
                number(variable.path("greatest")));
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? Double.valueOf(node.asDouble()) : null;
    }

    private void write(CheckReport report) {
        json.writeStartObject();
        json.writeStringProperty("outcome", word(report.outcome()));
        json.writeNumberProperty("rows", report.rows());
        json.writeNumberProperty("quarantined", report.quarantined());
        json.writeArrayPropertyStart("tables");
        report.tables().forEach(this::write);
        json.writeEndArray();
        json.writeArrayPropertyStart("problems");
        report.problems().forEach(this::write);
        json.writeEndArray();
        json.writeArrayPropertyStart("notes");
        report.notes().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("organisations");
        for (var organisation : report.organisations()) {
            json.writeStartObject();
            json.writeStringProperty("code", organisation.code());
            json.writeNumberProperty("rows", organisation.rows());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(TableReport table) {
        json.writeStartObject();
        json.writeStringProperty("table", table.table());
        json.writeStringProperty("file", table.file());
        json.writeNumberProperty("rows", table.rows());
        json.writeNumberProperty("quarantined", table.quarantined());
        json.writeArrayPropertyStart("variables");
        table.variables().forEach(this::write);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(VariableReport variable) {
        json.writeStartObject();
        json.writeStringProperty("variable", variable.variable());
        json.writeNumberProperty("given", variable.given());
        json.writeNumberProperty("missing", variable.missing());
        json.writeNumberProperty("broken", variable.broken());
        json.writeNumberProperty("distinct", variable.distinct());
        json.writeStringProperty("most_frequent", variable.mostFrequent());
        json.writeNumberProperty("most_frequent_rows", variable.mostFrequentRows());
        write("least", variable.least());
        write("mean", variable.mean());
        write("greatest", variable.greatest());
        json.writeEndObject();
    }

    private void write(String name, @Nullable Double number) {
        if (number == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, number);
        }
    }

    private void write(Problem problem) {
        json.writeStartObject();
        json.writeStringProperty("table", problem.table());
        json.writeStringProperty("file", problem.file());
        json.writeNumberProperty("line", problem.line());
        json.writeStringProperty("column", problem.column());
        json.writeStringProperty("value", problem.value());
        json.writeStringProperty("rule", problem.rule());
        json.writeStringProperty("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("owner", word(problem.owner()));
        json.writeNumberProperty("rows", problem.rows());
        json.writeStringProperty("text", problem.text());
        json.writeStringProperty("remedy", problem.remedy());
        json.writeEndObject();
    }
}
