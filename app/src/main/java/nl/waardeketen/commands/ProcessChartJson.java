// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.PrintWriter;
import nl.waardeketen.statistics.ChartPoint;
import nl.waardeketen.statistics.ChartSegment;
import nl.waardeketen.statistics.UnitColumns;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Prints control charts as one JSON object: {@code points}, and {@code series} with their segments; not-a-number is null. */
final class ProcessChartJson {
    private final JsonGenerator json;
    private final ProcessCharts charts;

    private ProcessChartJson(JsonGenerator json, ProcessCharts charts) {
        this.json = json;
        this.charts = charts;
    }

    static void print(ProcessCharts charts, PrintWriter out) {
        var factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (var generator = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            new ProcessChartJson(generator, charts).write();
        }
        out.println();
    }

    private void write() {
        json.writeStartObject();
        json.writeArrayPropertyStart("points");
        for (var one : charts.series()) {
            for (int i = 0; i < one.chart().points().size(); i++) {
                write(one, one.label(i), one.chart().points().get(i));
            }
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("series");
        charts.series().forEach(this::write);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(ProcessCharts.Charted one, String time, ChartPoint point) {
        json.writeStartObject();
        writeName(one);
        json.writeStringProperty("time", time);
        write("value", point.value());
        write("centre", point.centre());
        write("lower", point.shown().low());
        write("upper", point.shown().high());
        json.writeStringProperty("rule", ProcessChartCsv.word(point.rule()));
        json.writeStringProperty("judgement", ProcessChartCsv.word(point.judgement()));
        json.writeEndObject();
    }

    private void writeName(ProcessCharts.Charted one) {
        if (charts.columns().by() != null) {
            json.writeStringProperty("by", one.source().name());
        }
    }

    private void write(ProcessCharts.Charted one) {
        json.writeStartObject();
        writeName(one);
        json.writeStringProperty("chart", ProcessChartCsv.word(one.type()));
        json.writeStringProperty(
                "rules", ProcessChartCsv.word(one.chart().rules().school()));
        var target = charts.wishes().target();
        write("target", target == null ? Double.NaN : target);
        var assurance = charts.assurance(one);
        if (assurance.isPresent()) {
            json.writeStringProperty("assurance", ProcessChartCsv.word(assurance.get()));
        } else {
            json.writeNullProperty("assurance");
        }
        json.writeArrayPropertyStart("segments");
        one.chart().segments().forEach(segment -> write(one, segment));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(ProcessCharts.Charted one, ChartSegment segment) {
        json.writeStartObject();
        json.writeStringProperty("from", one.label(segment.from()));
        json.writeStringProperty("to", one.label(segment.until() - 1));
        json.writeNumberProperty("points", segment.until() - segment.from());
        json.writeNumberProperty("basis", segment.basis());
        json.writeBooleanProperty("provisional", segment.isProvisional());
        write("centre", segment.centre());
        write("sigma_z", segment.sigmaZ());
        json.writeNumberProperty("useful", segment.runs().useful());
        json.writeNumberProperty("longest_run", segment.runs().longest());
        json.writeNumberProperty("longest_run_usual", segment.runs().longestUsual());
        json.writeNumberProperty("crossings", segment.runs().crossings());
        json.writeNumberProperty("fewest_crossings_usual", segment.runs().fewestUsual());
        json.writeEndObject();
    }

    private void write(String name, double value) {
        json.writeName(name);
        if (Double.isFinite(value)) {
            json.writeRawValue(UnitColumns.number(value));
        } else {
            json.writeNull();
        }
    }
}
