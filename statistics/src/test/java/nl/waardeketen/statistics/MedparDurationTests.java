// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Length of stay in 54 Arizona hospitals as a duration, against R's own gamma regression of the public data. */
class MedparDurationTests {
    private static final Tolerance TOLERANCE = Tolerance.relative(1e-9).orWithin(1e-11);
    private static final Rows STAYS = Rows.of("provnum", "los", "hmo", "died", "age80", "type:factor");

    private static Cells stays() {
        return STAYS.in(ReferenceFolder.table("funnel-medpar", "medpar.csv"));
    }

    private static double quantity(String name) {
        return ReferenceTable.of("medpar-duration-quantities.csv")
                .row("quantity", name)
                .number("value");
    }

    @Test
    void hasTheModelOfR() {
        var expected = ReferenceTable.of("medpar-duration-coefficients.csv");

        for (var cells : new Cells[] {stays(), stays().counted()}) {
            var model = cells.fit(Kind.DURATION).model();

            assertThat(model.coefficients()).extracting(Coefficient::name).isEqualTo(expected.texts("term"));
            for (int i = 0; i < expected.rows().size(); i++) {
                var row = expected.rows().get(i);
                TOLERANCE.check(model.coefficients().get(i).estimate(), row.number("estimate"), row.text("term"));
                TOLERANCE.check(model.coefficients().get(i).standardError(), row.number("se"), row.text("term"));
            }
            TOLERANCE.check(model.dispersion(), quantity("dispersion"), "dispersion");
        }
    }

    @Test
    void expectsNotQuiteWhatWasObserved() {
        double expected = stays().totals(Kind.DURATION).stream()
                .mapToDouble(UnitTotals::expected)
                .sum();

        TOLERANCE.check(expected, quantity("expected"), "sum of expected");
        assertThat(expected).isLessThan(quantity("observed"));
    }

    @Test
    void comparesHospitalsAsRDoes() {
        var comparison = stays().comparison(Kind.DURATION, ComparisonRules.defaults(Kind.DURATION, true));

        TOLERANCE.check(Units.overdispersion(comparison).phi(), quantity("phi"), "phi");
        TOLERANCE.check(Units.overdispersion(comparison).tau2(), quantity("tau2"), "tau2");
        for (var unit : comparison.units()) {
            var row = ReferenceTable.of("medpar-duration-units.csv")
                    .row("unit", unit.totals().unit());
            TOLERANCE.check(unit.totals().expected(), row.number("expected"), "expected");
            TOLERANCE.check(unit.own(), row.number("ratio_low"), row.number("ratio_high"), "own interval");
            TOLERANCE.check(unit.z(), row.number("z"), "z");
            TOLERANCE.check(unit.zAdjusted(), row.number("z_adjusted"), "adjusted z");
            TOLERANCE.check(unit.limits().signal(), row.number("limit998_low"), row.number("limit998_high"), "99.8 %");
            assertThat(unit.signal().name().toLowerCase(Locale.ROOT)).isEqualTo(row.text("signal"));
        }
    }
}
