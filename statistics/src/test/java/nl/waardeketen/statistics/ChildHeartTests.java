// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.waardeketen.statistics.ReferenceTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deaths after heart surgery in children, the case of Bristol and a later one. */
class ChildHeartTests {
    private static final String FOLDER = "funnel-child-heart";
    private static final Tolerance TOLERANCE = Tolerance.relative(1e-9).orWithin(1e-13);
    private static final String EARLIER = "child-heart-1991-1995";
    private static final String LATER = "child-heart-2012-2015";

    @ParameterizedTest
    @ValueSource(strings = {EARLIER, LATER})
    void hasTheExactLimitsOfR(String set) {
        var expected = expected(set);

        var comparison = comparison(set);

        for (var unit : comparison.units()) {
            var row = expected.row("hospital", unit.totals().unit());
            double rate = comparison.overallRate();
            checkRates(unit.exact().watch(), rate, row, "exact_lo95", "exact_hi95");
            checkRates(unit.exact().signal(), rate, row, "exact_lo998", "exact_hi998");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {EARLIER, LATER})
    void hasTheLimitsOfRWithOverdispersion(String set) {
        var expected = expected(set);

        var comparison = comparison(set);

        for (var unit : comparison.units()) {
            var row = expected.row("hospital", unit.totals().unit());
            double rate = comparison.overallRate();
            TOLERANCE.check(unit.z(), row.number("z_arcsine"), "z");
            checkRates(unit.limits().watch(), rate, row, "od_lo95", "od_hi95");
            checkRates(unit.limits().signal(), rate, row, "od_lo998", "od_hi998");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {EARLIER, LATER})
    void hasTheOwnIntervalsOfR(String set) {
        for (var row : expected(set).rows()) {
            var wilson = OwnInterval.wilson(row.number("deaths"), row.number("n"));
            var exact = OwnInterval.clopperPearson(row.number("deaths"), row.number("n"));

            TOLERANCE.check(wilson, row.number("wilson95_lo"), row.number("wilson95_hi"), "Wilson");
            TOLERANCE.check(exact, row.number("clopper95_lo"), row.number("clopper95_hi"), "Clopper-Pearson");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {EARLIER, LATER})
    void findsTheOverdispersionOfR(String set) {
        var summary = summary(set);

        var comparison = comparison(set);

        var overdispersion = Units.overdispersion(comparison);
        TOLERANCE.check(overdispersion.phi(), summary.number("phi_arcsine_winsor10"), "phi");
        TOLERANCE.check(overdispersion.tau2(), summary.number("tau2"), "tau2");
        TOLERANCE.check(comparison.overallRate(), summary.number("overall"), "overall rate");
    }

    @ParameterizedTest
    @ValueSource(strings = {EARLIER, LATER})
    void findsTheOutliersOfR(String set) {
        var summary = summary(set);

        var comparison = comparison(set);

        assertThat(outside(comparison, true)).isEqualTo(names(summary.text("out_exact95")));
        assertThat(outside(comparison, false)).isEqualTo(names(summary.text("out_exact998")));
        assertThat(signalling(comparison)).isEqualTo(names(summary.text("out_od998")));
    }

    @Test
    void signalsBristolAlone() {
        assertThat(signalling(comparison(EARLIER))).containsExactly("Bristol");
        assertThat(Units.named("Bristol", comparison(EARLIER)).signal()).isEqualTo(Signal.SIGNAL_HIGH);
    }

    @Test
    void findsHigherSurvivalWithMoreOperations() {
        var expected = ReferenceFolder.table(FOLDER, "expected_logistic_volume.csv");
        var others = ReferenceFolder.table(FOLDER, EARLIER + ".csv").where(row -> !bristol(row));

        var model = Rows.per("Operations", "Hospital", "Survivors", "Operations")
                .in(others)
                .fit(Kind.PROPORTION)
                .model();

        for (int i = 0; i < 2; i++) {
            var row = expected.rows().get(i);
            var coefficient = model.coefficients().get(i);
            assertThat(coefficient.name()).isEqualTo(row.text("term"));
            Tolerance.relative(1e-6).check(coefficient.estimate(), row.number("estimate"), "estimate");
            Tolerance.relative(1e-6).check(coefficient.standardError(), row.number("se"), "error");
        }
    }

    private static boolean bristol(Row row) {
        return row.text("Hospital").equals("Bristol");
    }

    private static Comparison comparison(String set) {
        var cells = Rows.per("Operations", "Hospital", "Deaths").in(ReferenceFolder.table(FOLDER, set + ".csv"));
        return cells.comparison(Kind.PROPORTION, ComparisonRules.defaults(Kind.PROPORTION, false));
    }

    private static ReferenceTable expected(String set) {
        return ReferenceFolder.table(FOLDER, "expected_" + set + ".csv");
    }

    private static Row summary(String set) {
        return ReferenceFolder.table(FOLDER, "expected_summary.csv").row("set", set);
    }

    private static void checkRates(Interval ratios, double rate, Row row, String low, String high) {
        TOLERANCE.check(ratios.low() * rate, row.number(low), low);
        TOLERANCE.check(ratios.high() * rate, row.number(high), high);
    }

    private static Set<String> outside(Comparison comparison, boolean watch) {
        return comparison.units().stream()
                .filter(unit -> (watch ? unit.exact().watch() : unit.exact().signal()).excludes(unit.ratio()))
                .map(unit -> unit.totals().unit())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> signalling(Comparison comparison) {
        return comparison.units().stream()
                .filter(unit -> unit.signal() == Signal.SIGNAL_HIGH || unit.signal() == Signal.SIGNAL_LOW)
                .map(unit -> unit.totals().unit())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String joined) {
        return new TreeSet<>(List.of(joined.split("\\|", -1)));
    }
}
