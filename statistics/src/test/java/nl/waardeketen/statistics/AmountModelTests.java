// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gamma models of amounts that are zero, alike, enormous or far apart. */
class AmountModelTests {
    private static final Patients PATIENTS = new Patients(600);
    private static final CaseMixColumn AGE = PATIENTS.number("age", i -> 40 + i * 37 % 53);
    private static final CaseMixColumn WARD = PATIENTS.factor("ward", 3, i -> i % 3);

    private static Patterns amounts(IntToDoubleFunction amount, CaseMixColumn... caseMix) {
        var ones = new double[PATIENTS.count()];
        Arrays.fill(ones, 1);
        return Patterns.ofAmounts(
                List.of(caseMix),
                ones,
                ones,
                IntStream.range(0, PATIENTS.count()).mapToDouble(amount).toArray());
    }

    private static double some(int i) {
        return 1 + i * 7_919 % 101;
    }

    @ManyCohorts
    void scalesExpectedAmountsWithTheUnitOfMeasurementAndNothingElse(long seed) {
        var cells = RandomCohort.of(Kind.COST, seed);
        var rules = ComparisonRules.defaults(Kind.COST, true);

        var inEuros = cells.comparison(Kind.COST, rules);
        var inCents = cells.times(100).comparison(Kind.COST, rules);

        for (int i = 0; i < inEuros.units().size(); i++) {
            var euros = inEuros.units().get(i);
            var cents = inCents.units().get(i);
            var tolerance = Tolerance.relative(1e-9).orWithin(1e-9);
            tolerance.check(cents.totals().expected(), 100 * euros.totals().expected(), "expected");
            tolerance.check(cents.ratio(), euros.ratio(), "ratio");
            tolerance.check(cents.z(), euros.z(), "z");
            tolerance.check(cents.zAdjusted(), euros.zAdjusted(), "adjusted z");
            tolerance.check(cents.own(), euros.own().low(), euros.own().high(), "own interval");
            assertThat(cents.signal()).isEqualTo(euros.signal());
        }
        Tolerance.relative(1e-9)
                .check(
                        cells.times(100).fit(Kind.COST).model().dispersion(),
                        cells.fit(Kind.COST).model().dispersion(),
                        "dispersion");
    }

    @ManyCohorts
    void solvesTheEquationsOfTheModel(long seed) {
        var cells = RandomCohort.of(Kind.DURATION, seed);
        var patterns = cells.cohort().patterns(Kind.DURATION);

        var rates = cells.fit(Kind.DURATION).rates();

        double sum = IntStream.range(0, rates.length)
                .mapToDouble(i -> patterns.observed()[i] / rates[i] - patterns.rows()[i])
                .sum();
        assertThat(sum).isCloseTo(0, within(1e-8));
    }

    @Test
    void judgesDurationsAndCostsAlike() {
        var cells = RandomCohort.of(Kind.COST, 3);

        assertThat(cells.totals(Kind.DURATION)).isEqualTo(cells.totals(Kind.COST));
    }

    @Test
    void allowsAmountsOfZero() {
        var fit = CaseMixModel.fit(Kind.COST, amounts(i -> i % 2 == 0 ? 0 : some(i), AGE, WARD));

        assertThat(fit.model().coefficients())
                .allSatisfy(coefficient -> assertThat(coefficient.estimate()).isFinite());
        assertThat(fit.model().dispersion()).isGreaterThan(1);
    }

    @Test
    void doesNotVaryWhereAllAmountsAreAlike() {
        var model = CaseMixModel.fit(Kind.COST, amounts(i -> 5.1, AGE, WARD)).model();

        assertThat(model.dispersion()).isZero();
        assertThat(model.coefficients().get(0).estimate()).isCloseTo(Math.log(5.1), within(1e-12));
        assertThat(model.coefficients().get(1).estimate()).isCloseTo(0, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e4, 1e7, 1e10})
    void fitsOneEnormousAmount(double amount) {
        var patterns = amounts(i -> i == 100 ? amount : some(i), WARD);

        var rates = CaseMixModel.fit(Kind.COST, patterns).rates();

        assertThat(rates[0]).isCloseTo(meanOfWard(patterns, 0), within(1e-8 * rates[0]));
        assertThat(rates[1]).isCloseTo(meanOfWard(patterns, 1), within(1e-8 * rates[1]));
        assertThat(CaseMixModel.fit(Kind.COST, amounts(i -> i == 100 ? amount : some(i), AGE, WARD))
                        .model()
                        .coefficients())
                .allSatisfy(coefficient -> assertThat(coefficient.estimate()).isFinite());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-3, 1e9})
    void fitsLevelsThatAreFarApart(double factor) {
        var patterns = amounts(i -> i % 3 == 1 ? factor * some(i) : some(i), AGE, WARD);

        var coefficients = CaseMixModel.fit(Kind.COST, patterns).model().coefficients();

        double apart = Math.log(meanOfWard(patterns, 1) / meanOfWard(patterns, 0));
        assertThat(coefficients.get(2).estimate()).isCloseTo(apart, within(0.1));
    }

    private static double meanOfWard(Patterns patterns, int ward) {
        return IntStream.range(0, PATIENTS.count())
                .filter(i -> i % 3 == ward)
                .mapToDouble(i -> patterns.observed()[i])
                .average()
                .orElseThrow();
    }

    @Test
    void refusesAColumnThatSeparatesZerosFromOtherAmounts() {
        var dayCase = PATIENTS.number("hours", i -> i < 500 ? 0 : i - 499);

        assertThatThrownBy(() -> CaseMixModel.fit(Kind.DURATION, amounts(i -> i < 500 ? some(i) : 0, AGE, dayCase)))
                .isInstanceOf(ModelRefusal.class)
                .hasMessageContaining("hours")
                .hasMessageContaining("outcome is 0");
    }

    @Test
    void refusesLevelsWithoutAnyAmount() {
        assertThatThrownBy(() -> CaseMixModel.fit(Kind.COST, amounts(i -> i % 3 == 2 ? 0 : some(i), WARD)))
                .isInstanceOf(ModelRefusal.class)
                .hasMessageContaining("L2 (all of its 200 rows)");
    }

    @Test
    void takesRatesInsteadOfExposure() {
        var exposed = new Patterns(List.of(), new double[] {3}, new double[] {6}, new double[] {30}, new double[] {80});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaseMixModel.fit(Kind.COST, exposed))
                .withMessageContaining("without exposure");
    }
}
