// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Length of stay in 54 Arizona hospitals, which the vignette of FunnelPlotR analyses. */
class MedparLengthOfStayTests {
    private static final String FOLDER = "funnel-medpar";
    private static final Tolerance CLOSED = Tolerance.relative(1e-9);
    private static final Tolerance FITTED = Tolerance.relative(1e-6);
    private static final Tolerance ONE_STEP_BEHIND = Tolerance.relative(1e-5);
    private static final Rows STAYS = Rows.of("provnum", "los", "hmo", "died", "age80", "type:factor");
    private static final Set<Signal> SIGNALS = EnumSet.of(Signal.SIGNAL_HIGH, Signal.SIGNAL_LOW);

    private Cells stays;
    private ReferenceTable hospitals;

    @BeforeEach
    void read() {
        stays = STAYS.in(ReferenceFolder.table(FOLDER, "medpar.csv"));
        hospitals = ReferenceFolder.table(FOLDER, "expected_hospitals.csv");
    }

    @Test
    void hasTheCoefficientsOfR() {
        var expected = ReferenceFolder.table(FOLDER, "expected_model.csv");

        var coefficients = stays.fit(Kind.COUNT).model().coefficients();

        FITTED.check(estimates(coefficients), expected.numbers("estimate"), "estimates");
        ONE_STEP_BEHIND.check(errors(coefficients), expected.numbers("std_error"), "standard errors");
    }

    @Test
    void hasTheDispersionOfTheVignette() {
        FITTED.check(stays.fit(Kind.COUNT).model().dispersion(), quantity("pearson_dispersion"), "dispersion");
    }

    @Test
    void expectsOfEachHospitalWhatRExpects() {
        var totals = stays.totals(Kind.COUNT);

        assertThat(totals).extracting(UnitTotals::unit).isEqualTo(hospitals.texts("provnum"));
        for (var unit : totals) {
            var row = hospitals.row("provnum", unit.unit());
            assertThat((double) unit.n()).isEqualTo(row.number("n"));
            assertThat(unit.observed()).isEqualTo(row.number("observed"));
            FITTED.check(unit.expected(), row.number("expected"), "expected of %s", unit.unit());
        }
    }

    @Test
    void hasTheExactLimitsOfR() {
        for (var unit : rounded(DispersionMethod.NONE, Transform.LOG, Extremes.truncate(0.1))
                .units()) {
            var row = hospitals.row("provnum", unit.totals().unit());
            CLOSED.check(unit.exact().watch(), row.number("lcl95"), row.number("ucl95"), "95 %");
            CLOSED.check(unit.exact().signal(), row.number("lcl998"), row.number("ucl998"), "99.8 %");
        }
    }

    @Test
    void findsManyOutliersByExactLimits() {
        var comparison = rounded(DispersionMethod.NONE, Transform.LOG, Extremes.truncate(0.1));

        assertThat(beyond(comparison, unit -> unit.exact().watch())).isEqualTo(quantity("outliers_poisson95"));
        assertThat(beyond(comparison, unit -> unit.exact().signal())).isEqualTo(quantity("outliers_poisson998"));
    }

    @Test
    void findsTheOverdispersionOfTheVignetteWithLogarithmAndTruncation() {
        var overdispersion =
                Units.overdispersion(rounded(DispersionMethod.ADDITIVE, Transform.LOG, Extremes.truncate(0.1)));

        CLOSED.check(overdispersion.phi(), quantity("A_phi"), "phi");
        CLOSED.check(overdispersion.tau2(), quantity("A_tau2"), "tau2");
        assertThat((double) overdispersion.units()).isEqualTo(quantity("A_n_after_truncation"));
    }

    @Test
    void hasTheLimitsOfTheVignetteWithLogarithmAndTruncation() {
        var comparison = rounded(DispersionMethod.ADDITIVE, Transform.LOG, Extremes.truncate(0.1));

        for (var unit : comparison.units()) {
            var row = hospitals.row("provnum", unit.totals().unit());
            CLOSED.check(unit.z(), row.number("z_log"), "z");
            CLOSED.check(unit.limits().watch(), row.number("A_lo95"), row.number("A_hi95"), "95 %");
            CLOSED.check(unit.limits().signal(), row.number("A_lo998"), row.number("A_hi998"), "99.8 %");
        }
        assertThat(beyond(comparison, unit -> unit.limits().watch())).isEqualTo(quantity("outliers_A95"));
        assertThat(beyond(comparison, unit -> unit.limits().signal())).isEqualTo(quantity("outliers_A998"));
    }

    @Test
    void hasTheLimitsOfRWithSquareRootAndWinsorising() {
        var comparison = stays.comparison(Kind.COUNT, ComparisonRules.defaults(Kind.COUNT, true));

        FITTED.check(Units.overdispersion(comparison).phi(), quantity("B_phi"), "phi");
        FITTED.check(Units.overdispersion(comparison).tau2(), quantity("B_tau2"), "tau2");
        for (var unit : comparison.units()) {
            var row = hospitals.row("provnum", unit.totals().unit());
            FITTED.check(unit.z(), row.number("z_sqrt"), "z");
            FITTED.check(unit.limits().watch(), row.number("B_lo95"), row.number("B_hi95"), "95 %");
            FITTED.check(unit.limits().signal(), row.number("B_lo998"), row.number("B_hi998"), "99.8 %");
        }
    }

    @Test
    void comparesOnOneScaleAndSoFindsTwoOutliersWithSquareRoots() {
        var comparison = stays.comparison(Kind.COUNT, ComparisonRules.defaults(Kind.COUNT, true));

        assertThat(beyond(comparison, unit -> unit.limits().signal())).isEqualTo(quantity("outliers_B998"));
        assertThat(signalling(comparison)).isEqualTo(flagged("B_outlier998", row -> row.expected() >= 5));
    }

    @Test
    void dividesByTheRootOfPhiWhenMultiplicative() {
        var rules = new ComparisonRules(
                DispersionMethod.MULTIPLICATIVE, Transform.SQUARE_ROOT, Extremes.winsorise(0.1), null);

        var comparison = stays.comparison(Kind.COUNT, rules);

        for (var unit : comparison.units()) {
            var row = hospitals.row("provnum", unit.totals().unit());
            FITTED.check(unit.zAdjusted(), row.number("C_z_adj"), "adjusted z");
        }
        assertThat(signalling(comparison)).isEqualTo(flagged("C_outlier998", row -> row.expected() >= 5));
    }

    /** With expected numbers of two decimals, as the English SHMI has them. */
    private Comparison rounded(@Nullable DispersionMethod method, Transform transform, Extremes extremes) {
        return stays.comparison(Kind.COUNT, new ComparisonRules(method, transform, extremes, 2));
    }

    private double quantity(String name) {
        return ReferenceFolder.table(FOLDER, "expected_summary.csv")
                .row("quantity", name)
                .number("value");
    }

    private List<String> flagged(String column, Predicate<UnitTotals> judged) {
        var codes = stays.totals(Kind.COUNT).stream()
                .filter(judged)
                .map(UnitTotals::unit)
                .toList();
        return hospitals.where(row -> row.flag(column)).texts("provnum").stream()
                .filter(codes::contains)
                .toList();
    }

    private static List<String> signalling(Comparison comparison) {
        return comparison.units().stream()
                .filter(unit -> SIGNALS.contains(unit.signal()))
                .map(unit -> unit.totals().unit())
                .toList();
    }

    private static double beyond(Comparison comparison, Function<ComparedUnit, Interval> limits) {
        return comparison.units().stream()
                .filter(unit -> limits.apply(unit).excludes(unit.ratio()))
                .count();
    }

    private static double[] estimates(List<Coefficient> coefficients) {
        return coefficients.stream().mapToDouble(Coefficient::estimate).toArray();
    }

    private static double[] errors(List<Coefficient> coefficients) {
        return coefficients.stream().mapToDouble(Coefficient::standardError).toArray();
    }
}
