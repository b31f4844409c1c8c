// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Heart surgery in babies in twelve hospitals (the Surgical example of BUGS), without case mix. */
class SurgicalHierarchicalTests {
    private static final String FOLDER = "hierarchical-surgical-12-hospitals";
    private static final Tolerance CLOSE = new Tolerance(0, 1e-5);

    private ReferenceTable hospitals;
    private ReferenceTable summary;
    private Cohort cohort;

    @BeforeEach
    void read() {
        hospitals = ReferenceFolder.table(FOLDER, "expected_hospitals.csv");
        summary = ReferenceFolder.table(FOLDER, "expected_summary.csv");
        cohort = Rows.per("operations", "hospital", "deaths")
                .in(ReferenceFolder.table(FOLDER, "surgical.csv"))
                .cohort();
    }

    private double quantity(String name) {
        return summary.row("quantity", name).number("value");
    }

    @ParameterizedTest
    @CsvSource({"1, laplace", "25, agq25"})
    void hasInterceptEffectsAndRatesOfLme4(int nodes, String name) {
        var model = RandomInterceptModel.fit(cohort, nodes);

        CLOSE.check(model.coefficients().get(0).estimate(), quantity("glmer_" + name + "_intercept"), "intercept");
        CLOSE.check(model.sd(), quantity("glmer_" + name + "_sd"), "sd");
        for (var unit : model.units()) {
            var row = hospitals.row("hospital", unit.unit());
            CLOSE.check(unit.effect(), row.number("u_nAGQ" + nodes), "effect of " + unit.unit());
            CLOSE.check(
                    unit.predicted() / row.number("operations"),
                    row.number("p_nAGQ" + nodes),
                    "rate of " + unit.unit());
        }
    }

    @Test
    void hasTheLikelihoodOfLme4OnceConstantsAreAdded() {
        double constants = 0;
        double saturated = 0;
        for (var row : hospitals.rows()) {
            double n = row.number("operations");
            double y = row.number("deaths");
            constants += logChoose(n, y);
            saturated += (y == 0 ? 0 : y * Math.log(y / n)) + (n - y) * Math.log1p(-y / n);
        }

        double laplace = RandomInterceptModel.fit(cohort, 1).minus2LogLikelihood();
        double quadrature = RandomInterceptModel.fit(cohort, 25).minus2LogLikelihood();

        CLOSE.check(-laplace / 2 + constants, quantity("glmer_laplace_logLik"), "Laplace");
        CLOSE.check(-quadrature / 2 - saturated, quantity("glmer_agq25_logLik"), "25 nodes");
    }

    private static double logChoose(double n, double k) {
        double sum = 0;
        for (int i = 1; i <= k; i++) {
            sum += Math.log((n - k + i) / i);
        }
        return sum;
    }

    @Test
    void hasTheBetaBinomialOfR() {
        var events = hospitals.numbers("deaths");
        var patients = hospitals.numbers("operations");

        var model = BetaBinomial.fit(events, patients);

        Tolerance.relative(1e-4).check(model.a(), quantity("betabinomial_alpha"), "a");
        Tolerance.relative(1e-4).check(model.b(), quantity("betabinomial_beta"), "b");
        CLOSE.check(model.mean(), quantity("betabinomial_mean"), "mean");
        double constants = 0;
        for (int i = 0; i < events.length; i++) {
            constants += logChoose(patients[i], events[i]);
            CLOSE.check(
                    model.rate(events[i], patients[i]),
                    hospitals.rows().get(i).number("p_betabinomial_eb"),
                    "rate of " + hospitals.rows().get(i).text("hospital"));
        }
        CLOSE.check(model.logLikelihood() + constants, quantity("betabinomial_logLik"), "log-likelihood");
    }

    @Test
    void givesTheShrunkenFiguresThroughTheDoor() {
        var hierarchical = Hierarchical.of(Kind.PROPORTION, cohort, 25);

        assertThat(hierarchical.units()).extracting(ShrunkenUnit::unit).isEqualTo(hospitals.texts("hospital"));
        assertThat(hierarchical.units().get(0).numbers()).hasSameSizeAs(List.of(1, 2, 3, 4, 5));
        double sd = quantity("glmer_agq25_sd");
        CLOSE.check(hierarchical.sd(), sd, "sd");
        CLOSE.check(hierarchical.icc(), sd * sd / (sd * sd + Math.PI * Math.PI / 3), "icc");
        double rate = quantity("overall_rate");
        var chance = hospitals.rows().stream()
                .mapToDouble(row -> 1 / (row.number("operations") * rate * (1 - rate)))
                .toArray();
        CLOSE.check(hierarchical.rankability(), sd * sd / (sd * sd + Quantiles.type7(chance, 0.5)), "rankability");
    }
}
