// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountComparisonTests {
    private static final ComparisonRules DEFAULTS = ComparisonRules.defaults(Kind.COST, true);

    /** A hospital of {@code n} patients who each expected 2, with a dispersion of one half. */
    private static UnitTotals hospital(String code, long n, double observed) {
        double expected = 2.0 * n;
        var spread = new Spread(observed * observed / n + n, 2 * observed, 4.0 * n, null);
        return new UnitTotals(code, n, observed, (double) n, expected, 0.5 * 4 * n, spread);
    }

    private static ComparedUnit compared(UnitTotals totals, ComparisonRules rules) {
        return Comparison.of(Kind.COST, List.of(totals), rules).units().get(0);
    }

    @Test
    void comparesOnTheLogScale() {
        assertThat(ComparisonRules.defaults(Kind.DURATION, false).transform()).isEqualTo(Transform.LOG);
        assertThat(DEFAULTS.transform()).isEqualTo(Transform.LOG);
    }

    @Test
    void refusesTheArcsine() {
        var rules = new ComparisonRules(null, Transform.ARCSINE, Extremes.winsorise(0.1), null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(Kind.COST, List.of(hospital("A", 50, 100)), rules));
    }

    @Test
    void standardisesByTheDispersionAndTheSizes() {
        var unit = compared(hospital("A", 50, 130), DEFAULTS);

        assertThat(unit.z()).isCloseTo(Math.log(1.3) / Math.sqrt(0.5 / 50), within(1e-14));
        assertThat(unit.limits().watch().high()).isCloseTo(Math.exp(1.959964 * Math.sqrt(0.01)), within(1e-14));
        assertThat(unit.exact()).isEqualTo(Limits.NONE);
    }

    @Test
    void standardisesOnTheSquareRootAsAsked() {
        var rules = new ComparisonRules(null, Transform.SQUARE_ROOT, Extremes.winsorise(0.1), null);

        assertThat(compared(hospital("A", 50, 130), rules).z())
                .isCloseTo((Math.sqrt(1.3) - 1) / (Math.sqrt(100) / 200), within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({
        "136.3,SIGNAL_HIGH",
        "136.2,WATCH_HIGH",
        "121.7,WATCH_HIGH",
        "121.6,NONE",
        "82.3,NONE",
        "82.1,WATCH_LOW",
        "73.5,WATCH_LOW",
        "73.4,SIGNAL_LOW"
    })
    void judgesByChanceWithoutOverdispersion(double observed, Signal signal) {
        assertThat(compared(hospital("A", 50, observed), DEFAULTS).signal()).isEqualTo(signal);
    }

    @ParameterizedTest
    @CsvSource({"9,TOO_FEW", "10,SIGNAL_HIGH"})
    void judgesTenPatientsOrMore(long n, Signal signal) {
        assertThat(compared(hospital("A", n, 6.0 * n), DEFAULTS).signal()).isEqualTo(signal);
    }

    @Test
    void doesNotJudgeWhatHasNoPlaceOnTheLogScale() {
        var unit = compared(hospital("A", 50, 0), DEFAULTS);

        assertThat(unit.ratio()).isZero();
        assertThat(unit.z()).isNaN();
        assertThat(unit.limits()).isEqualTo(Limits.NONE);
        assertThat(unit.own()).isEqualTo(Interval.NONE);
        assertThat(unit.signal()).isEqualTo(Signal.TOO_FEW);
    }

    @Test
    void judgesNothingAtAllOnTheSquareRoot() {
        var rules = new ComparisonRules(null, Transform.SQUARE_ROOT, Extremes.winsorise(0.1), null);

        assertThat(compared(hospital("A", 50, 0), rules).signal()).isEqualTo(Signal.SIGNAL_LOW);
    }

    @Test
    void leavesWhatHasNoPlaceOutOfOverdispersion() {
        var hospitals = Stream.concat(
                        Stream.of(hospital("Z", 50, 0)),
                        IntStream.range(0, 11).mapToObj(i -> hospital("H" + (10 + i), 50, 80 + 5.0 * i)))
                .toList();

        var comparison = Comparison.of(Kind.COST, hospitals, DEFAULTS);

        assertThat(Units.overdispersion(comparison).units()).isEqualTo(11);
    }

    @Test
    void hasAnOwnIntervalFromWhatItsPatientsDiffer() {
        var unit = compared(hospital("A", 50, 130), DEFAULTS);

        double half = 1.96 * Math.sqrt(50) / 130;
        assertThat(unit.own().low()).isCloseTo(1.3 * Math.exp(-half), within(1e-12));
        assertThat(unit.own().high()).isCloseTo(1.3 * Math.exp(half), within(1e-12));
    }

    @Test
    void hasAnOwnIntervalWithoutWidthForOnePatient() {
        var one = new UnitTotals("A", 1, 3.7, 1, 1.9, 1, new Spread(3.7 * 3.7, 3.7 * 1.9, 1.9 * 1.9, null));

        assertThat(compared(one, DEFAULTS).own()).isEqualTo(new Interval(3.7 / 1.9, 3.7 / 1.9));
    }

    @Test
    void keepsTheVarianceWhenExpectedAmountsAreRounded() {
        var totals = new UnitTotals("A", 50, 130, 50, 99.996, 100, new Spread(400, 260, 200, null));

        var unit = compared(totals, new ComparisonRules(null, Transform.LOG, Extremes.winsorise(0.1), 1));

        assertThat(unit.totals().expected()).isEqualTo(100);
        assertThat(unit.totals().variance()).isEqualTo(100);
        assertThat(unit.ratio()).isEqualTo(1.3);
        assertThat(totals.givenRounded(Kind.COST, 1)).isEqualTo(unit.totals());
    }

    @Test
    void hasNoVarianceWithoutPatients() {
        assertThatIllegalArgumentException().isThrownBy(() -> UnitTotals.given(Kind.COST, "A", 10, 5, 10, 6));
    }
}
