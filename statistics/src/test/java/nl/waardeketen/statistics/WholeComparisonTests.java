// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import nl.waardeketen.statistics.ReferenceTable.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WholeComparisonTests {
    private static final Tolerance TOLERANCE = Tolerance.relative(1e-8).orWithin(1e-12);

    /** Data, model and rules of a whole answer of {@code adjust} that R gave as well. */
    record Whole(String name, Kind kind, Rows rows, String data) {
        Comparison comparison() {
            boolean caseMix = !rows.caseMix().isEmpty();
            return rows.in(ReferenceTable.of(data)).comparison(kind, ComparisonRules.defaults(kind, caseMix));
        }

        ReferenceTable units() {
            return ReferenceTable.of("wholes-units.csv").where("whole", name);
        }

        double quantity(String quantity) {
            return ReferenceTable.of("wholes-quantities.csv")
                    .where("whole", name)
                    .row("quantity", quantity)
                    .number("value");
        }
    }

    static Stream<Whole> wholes() {
        return Stream.of(
                new Whole(
                        "proportion",
                        Kind.PROPORTION,
                        Rows.of("unit", "died", "age", "sex", "asa:factor", "frail"),
                        "glm-logistic-data.csv"),
                new Whole(
                        "count",
                        Kind.COUNT,
                        Rows.per("days", "unit", "falls", "age", "sex", "ward"),
                        "glm-poisson-data.csv"),
                new Whole(
                        "duration", Kind.DURATION, Rows.of("unit", "stay", "age", "sex", "ward"), "glm-gamma-data.csv"),
                new Whole("cost", Kind.COST, Rows.per("days", "unit", "cost", "age", "ward"), "glm-gamma-data.csv"),
                new Whole("trials", Kind.PROPORTION, Rows.per("trials", "unit", "events"), "glm-trials-data.csv"));
    }

    @ParameterizedTest
    @MethodSource("wholes")
    void comparesUnitsAsRDoes(Whole whole) {
        var expected = whole.units();

        var units = whole.comparison().units();

        assertThat(units).extracting(unit -> unit.totals().unit()).isEqualTo(expected.texts("unit"));
        for (int i = 0; i < units.size(); i++) {
            check(units.get(i), expected.rows().get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("wholes")
    void findsTheOverdispersionThatRFinds(Whole whole) {
        var comparison = whole.comparison();

        var overdispersion = Units.overdispersion(comparison);
        TOLERANCE.check(overdispersion.phi(), whole.quantity("phi"), "phi");
        TOLERANCE.check(overdispersion.tau2(), whole.quantity("tau2"), "tau2");
        assertThat((double) overdispersion.units()).isEqualTo(whole.quantity("units"));
        TOLERANCE.check(comparison.overallRate(), whole.quantity("overall_rate"), "overall rate");
    }

    private static void check(ComparedUnit unit, Row row) {
        assertThat((double) unit.totals().n()).isEqualTo(row.number("n"));
        Tolerance.relative(1e-14).check(unit.totals().observed(), row.number("observed"), "observed");
        TOLERANCE.check(unit.totals().expected(), row.number("expected"), "expected");
        TOLERANCE.check(unit.ratio(), row.number("ratio"), "ratio");
        Tolerance.relative(2e-8).check(unit.own(), row.number("ratio_low"), row.number("ratio_high"), "own interval");
        TOLERANCE.check(unit.adjustedRate(), row.number("adjusted_rate"), "adjusted rate");
        TOLERANCE.check(unit.z(), row.number("z"), "z");
        TOLERANCE.check(unit.zAdjusted(), row.number("z_adjusted"), "adjusted z");
        check(unit.limits(), row, "limit");
        check(unit.exact(), row, "exact");
        assertThat(unit.signal().name().toLowerCase(Locale.ROOT)).isEqualTo(row.text("signal"));
    }

    private static void check(Limits limits, Row row, String which) {
        TOLERANCE.check(limits.watch(), row.number(which + "95_low"), row.number(which + "95_high"), which);
        TOLERANCE.check(limits.signal(), row.number(which + "998_low"), row.number(which + "998_high"), which);
    }
}
