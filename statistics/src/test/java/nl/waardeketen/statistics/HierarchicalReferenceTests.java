// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.waardeketen.statistics.LinearMixedModel.Estimation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models with an effect per unit against lme4 and the densities of R. */
class HierarchicalReferenceTests {
    private static final Rows DIED = Rows.of("unit", "died", "age", "sex", "asa:factor", "frail");
    private static final Rows TRIALS = Rows.per("trials", "unit", "events", "severity", "type");
    private static final Rows COST = Rows.of("unit", "cost", "age", "sex", "ward");
    private static final Rows RATE = Rows.per("days", "unit", "cost");
    private static final Rows FALLS = Rows.per("days", "unit", "falls", "age", "sex", "ward");

    private static double quantity(String model, String name) {
        return ReferenceTable.of("hierarchical-quantities.csv")
                .where("model", model)
                .row("quantity", name)
                .number("value");
    }

    private static void agree(
            String model, List<Coefficient> coefficients, List<UnitEffect> units, double within, double errors) {
        var close = new Tolerance(within, within);
        for (var row : ReferenceTable.of("hierarchical-coefficients.csv")
                .where("model", model)
                .rows()) {
            var found = coefficients.stream()
                    .filter(coefficient -> coefficient.name().equals(row.text("term")))
                    .findFirst()
                    .orElseThrow();
            close.check(found.estimate(), row.number("estimate"), row.text("term"));
            Tolerance.relative(errors).check(found.standardError(), row.number("se"), "error of " + row.text("term"));
        }
        var expected = ReferenceTable.of("hierarchical-units.csv").where("model", model);
        assertThat(units).extracting(UnitEffect::unit).isEqualTo(expected.texts("unit"));
        for (var unit : units) {
            var row = expected.row("unit", unit.unit());
            close.check(unit.effect(), row.number("effect"), "effect of " + unit.unit());
            close.check(unit.conditionalSd(), row.number("conditional_sd"), "its sd, of " + unit.unit());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 15})
    void fitsSinglePatientsAsLme4Does(int nodes) {
        var model = RandomInterceptModel.fit(
                DIED.in(ReferenceTable.of("glm-logistic-data.csv")).cohort(), nodes);

        var name = "died-" + nodes;
        agree(name, model.coefficients(), model.units(), 1e-4, 5e-3);
        new Tolerance(0, 1e-4).check(model.sd(), quantity(name, "sd"), "sd");
        new Tolerance(0, 1e-5)
                .check(model.minus2LogLikelihood(), quantity(name, "minus2_log_likelihood"), "-2 log-likelihood");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 15})
    void fitsRowsOfTrialsAsLme4Does(int nodes) {
        var model = RandomInterceptModel.fit(
                TRIALS.in(ReferenceTable.of("glm-trials-data.csv")).cohort(), nodes);

        var name = "trials-" + nodes;
        agree(name, model.coefficients(), model.units(), 1e-3, 2e-2);
        new Tolerance(0, 1e-3).check(model.sd(), quantity(name, "sd"), "sd");
        new Tolerance(0, 1e-4)
                .check(model.minus2LogLikelihood(), quantity(name, "minus2_log_likelihood"), "-2 log-likelihood");
    }

    @ParameterizedTest
    @CsvSource({"RESTRICTED, restricted", "MAXIMUM_LIKELIHOOD, likelihood"})
    void fitsCostsAsLme4Does(Estimation estimation, String suffix) {
        var data = ReferenceTable.of("glm-gamma-data.csv");

        agree("cost-" + suffix, LinearMixedModel.fit(Kind.COST, COST.in(data).cohort(), estimation));
        agree("rate-" + suffix, LinearMixedModel.fit(Kind.COST, RATE.in(data).cohort(), estimation));
    }

    private static void agree(String name, LinearMixedModel model) {
        agree(name, model.coefficients(), model.units(), 1e-6, 1e-6);
        var close = Tolerance.relative(1e-6);
        close.check(model.sd(), quantity(name, "sd"), "sd");
        close.check(model.residualSd(), quantity(name, "residual_sd"), "residual sd");
        close.check(model.smearing(), quantity(name, "smearing"), "smearing");
        if (name.endsWith("likelihood")) {
            close.check(model.minus2LogLikelihood(), quantity(name, "minus2_log_likelihood"), "-2 log-likelihood");
        }
    }

    @Test
    void shrinksCountsByTheNegativeBinomialDensity() {
        var falls = ReferenceTable.of("hierarchical-falls.csv");
        var cohort = FALLS.in(ReferenceTable.of("glm-poisson-data.csv")).cohort();

        var hierarchical = Hierarchical.of(Kind.COUNT, cohort, 1);

        double shape = quantity("falls", "shape");
        Tolerance.relative(1e-6).check(hierarchical.sd(), 1 / Math.sqrt(shape), "sd");
        for (var unit : hierarchical.units()) {
            var row = falls.row("unit", unit.unit());
            var close = Tolerance.relative(1e-6);
            double expected = row.number("expected");
            close.check(unit.expected(), expected, "expected");
            close.check(unit.ratio(), (row.number("observed") + shape) / (expected + shape), "ratio");
            close.check(unit.low(), row.number("low"), "low");
            close.check(unit.high(), row.number("high"), "high");
        }
    }

    @Test
    void shrinksProportionsByTheBetaBinomialDensity() {
        var totals = Rows.per("trials", "unit", "events")
                .in(ReferenceTable.of("glm-trials-data.csv"))
                .totals(Kind.PROPORTION);
        var events = totals.stream().mapToDouble(UnitTotals::observed).toArray();
        var patients = totals.stream().mapToDouble(UnitTotals::exposure).toArray();

        var model = BetaBinomial.fit(events, patients);

        Tolerance.relative(1e-4).check(model.a(), quantity("beta", "a"), "a");
        Tolerance.relative(1e-4).check(model.b(), quantity("beta", "b"), "b");
        Tolerance.relative(1e-9).check(model.logLikelihood(), quantity("beta", "log_likelihood"), "log-likelihood");
    }
}
