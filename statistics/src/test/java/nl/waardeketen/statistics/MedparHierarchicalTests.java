// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Death in 54 Arizona hospitals with an effect per hospital, against lme4. */
class MedparHierarchicalTests {
    private static final String FOLDER = "hierarchical-medpar-mortality";
    private static final Rows STAYS = Rows.of("provnum", "died", "age80", "white", "hmo", "type:factor");

    private static RandomInterceptModel model(int nodes) {
        var stays = STAYS.in(ReferenceFolder.table(FOLDER, "medpar.csv"));
        return RandomInterceptModel.fit(stays.cohort(), nodes);
    }

    @ParameterizedTest
    @CsvSource({"1, laplace_nAGQ1", "25, agq25"})
    void hasTheCoefficientsAndLikelihoodOfLme4(int nodes, String method) {
        var expected = ReferenceFolder.table(FOLDER, "expected_glmer_fixed.csv").where("method", method);

        var model = model(nodes);

        var coefficients = model.coefficients();
        for (int i = 0; i < coefficients.size(); i++) {
            var row = expected.rows().get(i);
            assertThat(coefficients.get(i).name().replace("=", "")).isEqualTo(row.text("term"));
            new Tolerance(0, 1e-5).check(coefficients.get(i).estimate(), row.number("estimate"), row.text("term"));
            Tolerance.relative(1e-3)
                    .check(coefficients.get(i).standardError(), row.number("se"), "error of " + row.text("term"));
        }
        new Tolerance(0, 1e-5)
                .check(model.sd(), expected.row("term", "sd_provnum").number("estimate"), "sd");
        new Tolerance(0, 1e-5)
                .check(
                        model.minus2LogLikelihood(),
                        expected.row("term", "deviance_-2logLik").number("estimate"),
                        "-2 log-likelihood");
    }

    @ParameterizedTest
    @CsvSource({"1, expected_hospitals_laplace.csv", "25, expected_hospitals_agq25.csv"})
    void hasTheHospitalsOfLme4(int nodes, String file) {
        var expected = ReferenceFolder.table(FOLDER, file);

        var units = model(nodes).units();

        assertThat(units).extracting(UnitEffect::unit).isEqualTo(expected.texts("provnum"));
        for (var unit : units) {
            var row = expected.row("provnum", unit.unit());
            var close = new Tolerance(0, 1e-4);
            close.check(unit.effect(), row.number("u"), "effect of " + unit.unit());
            close.check(unit.conditionalSd(), row.number("u_cond_sd"), "conditional sd of " + unit.unit());
            close.check(unit.predicted(), row.number("predicted"), "predicted of " + unit.unit());
            close.check(unit.expected(), row.number("expected"), "expected of " + unit.unit());
            close.check(unit.shrunken().ratio(), row.number("srr"), "ratio of " + unit.unit());
        }
    }
}
