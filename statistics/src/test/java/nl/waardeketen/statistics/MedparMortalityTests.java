// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Death in 54 Arizona hospitals, by the model without a term for the hospital. */
class MedparMortalityTests {
    private static final String FOLDER = "hierarchical-medpar-mortality";
    private static final Tolerance TOLERANCE = Tolerance.relative(1e-6);
    private static final Rows STAYS = Rows.of("provnum", "died", "age80", "white", "hmo", "type:factor");

    private Cells stays;

    @BeforeEach
    void read() {
        stays = STAYS.in(ReferenceFolder.table(FOLDER, "medpar.csv"));
    }

    @Test
    void hasTheCoefficientsOfR() {
        var expected = ReferenceFolder.table(FOLDER, "expected_glm_fixed_only.csv");

        var coefficients = stays.fit(Kind.PROPORTION).model().coefficients();

        assertThat(coefficients)
                .extracting(coefficient -> coefficient.name().replace("=", ""))
                .isEqualTo(expected.texts("term"));
        for (int i = 0; i < coefficients.size(); i++) {
            var row = expected.rows().get(i);
            TOLERANCE.check(coefficients.get(i).estimate(), row.number("estimate"), row.text("term"));
            TOLERANCE.check(coefficients.get(i).standardError(), row.number("se"), "error of " + row.text("term"));
        }
    }

    @Test
    void hasTheConcordanceOfR() {
        var summary = ReferenceFolder.table(FOLDER, "expected_summary.csv");

        double concordance = stays.fit(Kind.PROPORTION).model().cStatistic();

        TOLERANCE.check(concordance, summary.row("quantity", "auc_glm").number("value"), "c-statistic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"expected_hospitals_laplace.csv", "expected_hospitals_agq25.csv"})
    void expectsOfEachHospitalWhatRExpects(String file) {
        var hospitals = ReferenceFolder.table(FOLDER, file);

        var comparison = stays.comparison(Kind.PROPORTION, ComparisonRules.defaults(Kind.PROPORTION, true));

        assertThat(comparison.units()).extracting(unit -> unit.totals().unit()).isEqualTo(hospitals.texts("provnum"));
        for (var unit : comparison.units()) {
            var row = hospitals.row("provnum", unit.totals().unit());
            assertThat((double) unit.totals().n()).isEqualTo(row.number("n"));
            assertThat(unit.totals().observed()).isEqualTo(row.number("deaths"));
            TOLERANCE.check(unit.totals().expected(), row.number("expected_glm"), "expected");
            TOLERANCE.check(unit.ratio(), row.number("oe_glm"), "ratio");
        }
    }
}
