// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.PrintWriter;
import java.util.Locale;
import nl.waardeketen.statistics.CaseMixModel;
import nl.waardeketen.statistics.Coefficient;
import nl.waardeketen.statistics.ComparedUnit;
import nl.waardeketen.statistics.Hierarchical;
import nl.waardeketen.statistics.ModelForm;
import nl.waardeketen.statistics.ModelQuality;
import nl.waardeketen.statistics.Overdispersion;
import nl.waardeketen.statistics.ShrunkenUnit;
import nl.waardeketen.statistics.UnitColumns;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Prints an adjustment as one JSON object; not-a-number is null. */
final class AdjustmentJson {
    private final JsonGenerator json;

    private AdjustmentJson(JsonGenerator json) {
        this.json = json;
    }

    static void print(Adjustment adjustment, PrintWriter out) {
        var factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (var generator = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            new AdjustmentJson(generator).write(adjustment);
        }
        out.println();
    }

    private void write(Adjustment adjustment) {
        json.writeStartObject();
        json.writeArrayPropertyStart("units");
        var units = adjustment.comparison().units();
        for (int i = 0; i < units.size(); i++) {
            var hierarchical = adjustment.hierarchical();
            write(
                    units.get(i),
                    hierarchical == null ? null : hierarchical.units().get(i));
        }
        json.writeEndArray();
        write(adjustment.model(), adjustment);
        write(adjustment.comparison().overdispersion());
        write(adjustment.hierarchical());
        json.writeEndObject();
    }

    private void write(ComparedUnit unit, @Nullable ShrunkenUnit shrunken) {
        json.writeStartObject();
        json.writeStringProperty("unit", unit.totals().unit());
        var numbers = UnitColumns.numbers(unit);
        for (int i = 0; i < numbers.length; i++) {
            write(UnitColumns.NUMBERS.get(i), numbers[i]);
        }
        json.writeStringProperty("signal", UnitColumns.signal(unit));
        if (shrunken != null) {
            var more = shrunken.numbers();
            for (int i = 0; i < more.length; i++) {
                write(ShrunkenUnit.NUMBERS.get(i), more[i]);
            }
        }
        json.writeEndObject();
    }

    private void write(@Nullable CaseMixModel model, Adjustment adjustment) {
        if (model == null) {
            json.writeNullProperty("model");
            return;
        }
        json.writeObjectPropertyStart("model");
        json.writeStringProperty("family", model.kind().family());
        json.writeStringProperty("link", model.kind().link());
        json.writeArrayPropertyStart("coefficients");
        model.coefficients().forEach(this::write);
        json.writeEndArray();
        write("dispersion", model.dispersion());
        write("c_statistic", model.cStatistic());
        json.writeNumberProperty("rows_used", model.rowsUsed());
        json.writeNumberProperty("rows_missing", adjustment.reading().rowsWithoutOutcome());
        json.writeNumberProperty("rows_capped", adjustment.reading().rowsCapped());
        write(model.quality());
        if (model.form() == ModelForm.LOG_LINEAR) {
            write("smearing", model.smearing());
        }
        json.writeStringProperty("form", model.form().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private void write(Coefficient coefficient) {
        json.writeStartObject();
        json.writeStringProperty("name", coefficient.name());
        write("estimate", coefficient.estimate());
        write("standard_error", coefficient.standardError());
        write("low", coefficient.interval().low());
        write("high", coefficient.interval().high());
        json.writeEndObject();
    }

    private void write(@Nullable ModelQuality quality) {
        if (quality == null) {
            return;
        }
        write("brier", quality.brier());
        write("scaled_brier", quality.scaledBrier());
        write("calibration_slope", quality.calibrationSlope());
        write("calibration_intercept", quality.calibrationIntercept());
        json.writeArrayPropertyStart("calibration");
        for (var group : quality.groups()) {
            json.writeStartObject();
            json.writeNumberProperty("n", group.n());
            write("observed", group.observed());
            write("expected", group.expected());
            write("low", group.interval().low());
            write("high", group.interval().high());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(@Nullable Overdispersion overdispersion) {
        if (overdispersion == null) {
            json.writeNullProperty("overdispersion");
            return;
        }
        json.writeObjectPropertyStart("overdispersion");
        write("phi", overdispersion.phi());
        write("tau2", overdispersion.tau2());
        json.writeNumberProperty("units", overdispersion.units());
        json.writeEndObject();
    }

    private void write(@Nullable Hierarchical hierarchical) {
        if (hierarchical == null) {
            json.writeNullProperty("hierarchical");
            return;
        }
        json.writeObjectPropertyStart("hierarchical");
        write("sd", hierarchical.sd());
        write("median_odds_ratio", hierarchical.medianOddsRatio());
        write("icc", hierarchical.icc());
        write("rankability", hierarchical.rankability());
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
