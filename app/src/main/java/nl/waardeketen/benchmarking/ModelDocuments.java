// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.waardeketen.analytics.Cut;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.benchmarking.IndicatorModel.Differences;
import nl.waardeketen.benchmarking.IndicatorModel.PeriodComparison;
import nl.waardeketen.statistics.CaseMixModel;
import nl.waardeketen.statistics.Coefficient;
import nl.waardeketen.statistics.DispersionMethod;
import nl.waardeketen.statistics.Interval;
import nl.waardeketen.statistics.Kind;
import nl.waardeketen.statistics.ModelForm;
import nl.waardeketen.statistics.ModelQuality;
import nl.waardeketen.statistics.Overdispersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Models as JSON, as the database and the working files hold them, with the names of {@code adjust}; not-a-number is null. */
final class ModelDocuments {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ModelDocuments() {}

    static String write(IndicatorModel model) {
        var document = JSON.createObjectNode();
        document.put("indicator", model.indicator());
        put(document, "rate", model.rate());
        var ofSubgroups = document.putObject("rate_of_subgroups");
        new TreeMap<>(model.subgroupRates()).forEach((subgroup, rate) -> put(ofSubgroups, subgroup, rate));
        var cut = model.cut();
        if (cut != null) {
            var cutting = document.putObject("cut");
            put(cutting, "at", cut.at());
            cutting.put("rows", cut.rows());
            put(cutting, "amount", cut.amount());
        }
        var remarks = document.putArray("remarks");
        model.remarks().forEach(remarks::add);
        var fitted = model.model();
        if (fitted == null) {
            document.putNull("model");
        } else {
            write(fitted, document.putObject("model"));
        }
        var periods = document.putArray("periods");
        model.comparisons().forEach(comparison -> write(comparison, periods.addObject()));
        return JSON.writeValueAsString(document);
    }

    private static void write(CaseMixModel model, ObjectNode to) {
        to.put("kind", word(model.kind()));
        to.put("family", model.kind().family());
        to.put("link", model.kind().link());
        var coefficients = to.putArray("coefficients");
        for (var coefficient : model.coefficients()) {
            var each = coefficients.addObject();
            each.put("name", coefficient.name());
            put(each, "estimate", coefficient.estimate());
            put(each, "standard_error", coefficient.standardError());
        }
        put(to, "dispersion", model.dispersion());
        put(to, "c_statistic", model.cStatistic());
        to.put("rows_used", model.rowsUsed());
        to.put("form", word(model.form()));
        if (model.form() == ModelForm.LOG_LINEAR) {
            put(to, "smearing", model.smearing());
        }
        var quality = model.quality();
        if (quality != null) {
            write(quality, to);
        }
    }

    private static void write(ModelQuality quality, ObjectNode to) {
        put(to, "brier", quality.brier());
        put(to, "scaled_brier", quality.scaledBrier());
        put(to, "calibration_slope", quality.calibrationSlope());
        put(to, "calibration_intercept", quality.calibrationIntercept());
        var groups = to.putArray("calibration");
        for (var group : quality.groups()) {
            var each = groups.addObject();
            each.put("n", group.n());
            put(each, "observed", group.observed());
            put(each, "expected", group.expected());
            put(each, "low", group.interval().low());
            put(each, "high", group.interval().high());
        }
    }

    private static void write(PeriodComparison comparison, ObjectNode to) {
        to.put("period", comparison.period().toString());
        to.put("units", comparison.units());
        put(to, "overall_rate", comparison.overallRate());
        to.put("dispersion", word(comparison.dispersion()));
        var differences = to.putObject("hierarchical");
        put(differences, "sd", comparison.differences().sd());
        put(differences, "median_odds_ratio", comparison.differences().medianOddsRatio());
        put(differences, "icc", comparison.differences().icc());
        put(differences, "rankability", comparison.differences().rankability());
        var found = comparison.overdispersion();
        if (found == null) {
            to.putNull("overdispersion");
        } else {
            var overdispersion = to.putObject("overdispersion");
            put(overdispersion, "phi", found.phi());
            put(overdispersion, "tau2", found.tau2());
            overdispersion.put("units", found.units());
        }
    }

    private static void put(ObjectNode to, String name, double value) {
        if (Double.isFinite(value)) {
            to.put(name, value);
        } else {
            to.putNull(name);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static IndicatorModel read(String text) {
        var document = JSON.readTree(text);
        return new IndicatorModel(
                document.path("indicator").asString(),
                document.path("model").isNull() ? null : model(document.path("model")),
                number(document.path("rate")),
                document.path("rate_of_subgroups")
                        .propertyStream()
                        .collect(Collectors.toMap(Map.Entry::getKey, rate -> number(rate.getValue()))),
                document.has("cut") ? cut(document.path("cut")) : null,
                StreamSupport.stream(document.path("remarks").spliterator(), false)
                        .map(JsonNode::asString)
                        .toList(),
                StreamSupport.stream(document.path("periods").spliterator(), false)
                        .map(ModelDocuments::comparison)
                        .toList());
    }

    private static Cut cut(JsonNode document) {
        return new Cut(number(document.path("at")), document.path("rows").asLong(), number(document.path("amount")));
    }

    private static CaseMixModel model(JsonNode document) {
        return new CaseMixModel(
                Kind.valueOf(document.path("kind").asString().toUpperCase(Locale.ROOT)),
                StreamSupport.stream(document.path("coefficients").spliterator(), false)
                        .map(each -> new Coefficient(
                                each.path("name").asString(),
                                number(each.path("estimate")),
                                number(each.path("standard_error"))))
                        .toList(),
                number(document.path("dispersion")),
                number(document.path("c_statistic")),
                document.path("rows_used").asLong(),
                document.has("form")
                        ? ModelForm.valueOf(document.path("form").asString().toUpperCase(Locale.ROOT))
                        : ModelForm.LIKELIHOOD,
                document.has("brier") ? quality(document) : null,
                document.has("smearing") ? number(document.path("smearing")) : 1);
    }

    private static ModelQuality quality(JsonNode document) {
        return new ModelQuality(
                number(document.path("brier")),
                number(document.path("scaled_brier")),
                number(document.path("calibration_intercept")),
                number(document.path("calibration_slope")),
                StreamSupport.stream(document.path("calibration").spliterator(), false)
                        .map(each -> new ModelQuality.Group(
                                each.path("n").asLong(),
                                number(each.path("observed")),
                                number(each.path("expected")),
                                new Interval(number(each.path("low")), number(each.path("high")))))
                        .toList());
    }

    private static PeriodComparison comparison(JsonNode document) {
        return new PeriodComparison(
                Period.parse(document.path("period").asString()).orElseThrow(),
                document.path("units").asInt(),
                number(document.path("overall_rate")),
                DispersionMethod.valueOf(document.path("dispersion").asString().toUpperCase(Locale.ROOT)),
                overdispersion(document.path("overdispersion")),
                differences(document.path("hierarchical")));
    }

    private static Differences differences(JsonNode document) {
        return new Differences(
                number(document.path("sd")),
                number(document.path("median_odds_ratio")),
                number(document.path("icc")),
                number(document.path("rankability")));
    }

    private static @Nullable Overdispersion overdispersion(JsonNode document) {
        return document.isNull()
                ? null
                : new Overdispersion(
                        number(document.path("phi")),
                        number(document.path("tau2")),
                        document.path("units").asInt());
    }

    private static double number(JsonNode value) {
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }
}
