// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import nl.waardeketen.statistics.ReferenceTable.Row;
import org.junit.jupiter.api.Test;

class ExactLimitsTests {
    private static final Tolerance TOLERANCE = Tolerance.relative(1e-9);

    @Test
    void ofCountsAreTheChiSquareLimitsOfR() {
        var reference = ReferenceTable.of("limits-counts.csv");

        for (var row : reference.rows()) {
            var limits = ExactLimits.ofCount(row.number("expected"));

            TOLERANCE.check(at(limits, row), row.number("limit"), "limit of %s", row.cells());
        }
    }

    @Test
    void ofProportionsAreTheInterpolatedBinomialLimitsOfR() {
        var reference =
                ReferenceTable.of("limits-proportions.csv").where(row -> row.number("r") < row.number("n_prime"));

        for (var row : reference.rows()) {
            var limits =
                    ExactLimits.ofProportion(row.number("expected"), row.number("variance"), row.number("n_prime"));

            TOLERANCE.check(at(limits, row), row.number("limit"), "limit of %s", row.cells());
        }
        assertThat(reference.rows()).hasSizeGreaterThan(45);
    }

    @Test
    void ofProportionsStopWhereEveryPatientHasTheEvent() {
        var reference =
                ReferenceTable.of("limits-proportions.csv").where(row -> row.number("r") >= row.number("n_prime"));

        for (var row : reference.rows()) {
            double patients = Math.floor(row.number("n_prime"));

            var limits = ExactLimits.ofProportion(row.number("expected"), row.number("variance"), patients);

            assertThat(at(limits, row))
                    .as("limit of %s", row.cells())
                    .isLessThanOrEqualTo(patients / row.number("expected"));
        }
        assertThat(reference.rows()).isNotEmpty();
    }

    @Test
    void ofEqualPatientsAreSpiegelhaltersOwn() {
        var reference = ReferenceTable.of("limits-binomial.csv");

        for (var row : reference.rows()) {
            var limits = ExactLimits.ofProportion(row.number("expected"), row.number("variance"), row.number("n"));

            TOLERANCE.check(at(limits, row), row.number("limit"), "limit of %s", row.cells());
        }
    }

    @Test
    void areNarrowerForProportionsThanForCounts() {
        var proportion = ExactLimits.ofProportion(65, 65 * 0.35, 100);

        var count = ExactLimits.ofCount(65);

        assertThat(proportion.watch().low()).isGreaterThan(count.watch().low());
        assertThat(proportion.watch().high()).isLessThan(count.watch().high());
    }

    @Test
    void doNotExistWhereNothingIsExpected() {
        assertThat(ExactLimits.ofCount(0)).isEqualTo(Limits.NONE);
        assertThat(ExactLimits.ofProportion(0, 0, 12)).isEqualTo(Limits.NONE);
        assertThat(ExactLimits.ofCount(Double.NaN)).isEqualTo(Limits.NONE);
    }

    /** R's {@code qbinom} and {@code pbinom} of ten patients with a risk of 0.999. */
    @Test
    void ofNearlyCertainEventsAreThoseOfR() {
        var limits = ExactLimits.ofProportion(9.99, 9.99 * 0.001, 10);

        TOLERANCE.check(limits.watch().low(), 0.9024220380181099, "95 %");
        TOLERANCE.check(limits.signal().low(), 0.8104492459380007, "99.8 %");
        assertThat(limits.signal().high()).isLessThanOrEqualTo(10 / 9.99);
    }

    @Test
    void doNotExistWithoutVariance() {
        assertThat(ExactLimits.ofProportion(5, 0, 12)).isEqualTo(Limits.NONE);
        assertThat(ExactLimits.ofProportion(0, 5, 12)).isEqualTo(Limits.NONE);
    }

    private static double at(Limits limits, Row row) {
        double p = row.number("p");
        var interval = p == 0.025 || p == 0.975 ? limits.watch() : limits.signal();
        return p < 0.5 ? interval.low() : interval.high();
    }
}
