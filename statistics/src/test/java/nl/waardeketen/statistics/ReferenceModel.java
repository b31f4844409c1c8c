// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model that R has fitted on data beside the tests. */
record ReferenceModel(String topic, String model, Kind kind, Rows rows) {

    /** All of them. */
    static List<ReferenceModel> all() {
        return List.of(
                logistic("factors", "age", "sex", "asa:factor", "frail"),
                logistic("quadratic", "age:quadratic", "sex"),
                logistic("spline", "age:spline", "sex"),
                logistic("missing", "bmi", "smoker"),
                withExposure("exposure", "age", "sex", "ward"),
                withExposure("exposure-only"),
                withExposure("spline", "age:spline"),
                counts("counts", "age", "sex"),
                counts("ward", "ward"),
                cost("cost", null, "age", "sex", "ward"),
                cost("cost-exposure", "days", "age", "ward"),
                cost("cost-mean", null),
                cost("cost-rate", "days"),
                stay("stay", null, "age", "sex", "ward"),
                stay("stay-exposure", "days", "sex"),
                stay("stay-spline", null, "age:spline"),
                trials("adjusted", "severity", "type"),
                trials("crude"),
                trials("years", "severity:quadratic", "year:factor"));
    }

    Cells cells() {
        return rows.in(ReferenceTable.of(topic + "-data.csv"));
    }

    ReferenceTable coefficients() {
        return answers("coefficients");
    }

    ReferenceTable units() {
        return answers("units");
    }

    double quantity(String name) {
        var named = answers("quantities").where("quantity", name).rows();
        return named.isEmpty() ? Double.NaN : named.get(0).number("value");
    }

    private ReferenceTable answers(String what) {
        return ReferenceTable.of(topic + "-" + what + ".csv").where("model", model);
    }

    private static ReferenceModel logistic(String model, String... caseMix) {
        return new ReferenceModel("glm-logistic", model, Kind.PROPORTION, Rows.of("unit", "died", caseMix));
    }

    private static ReferenceModel withExposure(String model, String... caseMix) {
        return new ReferenceModel("glm-poisson", model, Kind.COUNT, Rows.per("days", "unit", "falls", caseMix));
    }

    private static ReferenceModel counts(String model, String... caseMix) {
        return new ReferenceModel("glm-poisson", model, Kind.COUNT, Rows.of("unit", "falls", caseMix));
    }

    private static ReferenceModel cost(String model, @Nullable String exposure, String... caseMix) {
        return new ReferenceModel("glm-gamma", model, Kind.COST, new Rows("unit", "cost", exposure, List.of(caseMix)));
    }

    private static ReferenceModel stay(String model, @Nullable String exposure, String... caseMix) {
        return new ReferenceModel(
                "glm-gamma", model, Kind.DURATION, new Rows("unit", "stay", exposure, List.of(caseMix)));
    }

    private static ReferenceModel trials(String model, String... caseMix) {
        return new ReferenceModel("glm-trials", model, Kind.PROPORTION, Rows.per("trials", "unit", "events", caseMix));
    }
}
