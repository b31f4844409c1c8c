// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import nl.waardeketen.statistics.CaseMixColumn.Factor;
import nl.waardeketen.statistics.CaseMixColumn.Form;
import nl.waardeketen.statistics.CaseMixColumn.Numeric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coefficients from elsewhere on a few patients, worked out by hand. */
class ImportedModelTests {
    private static final double[] ROWS = {1, 3, 2};
    private static final double[] EVENTS = {1, 1, 2};

    private static Patterns patterns(CaseMixColumn... columns) {
        return new Patterns(List.of(columns), ROWS, ROWS, EVENTS, EVENTS);
    }

    private static Numeric age(Form form, double... values) {
        return new Numeric("age", form, values);
    }

    private static Factor asa(String first, String second, String third) {
        return new Factor("asa", List.of(first, second, third), new int[] {0, 1, 2});
    }

    private static double[] logRates(Map<String, Double> coefficients, CaseMixColumn... columns) {
        var rates = new ImportedModel(Kind.COUNT, "hospital", coefficients).rates(patterns(columns));
        for (int i = 0; i < rates.length; i++) {
            rates[i] = Math.log(rates[i]);
        }
        return rates;
    }

    private static List<String> refused(Map<String, Double> coefficients, CaseMixColumn... columns) {
        var refusal = catchThrowableOfType(ModelRefusal.class, () -> logRates(coefficients, columns));
        return refusal.findings().stream()
                .map(finding -> finding.code() + " " + finding.variable())
                .toList();
    }

    /** The mean of the ages that are known is (40 + 3 × 60) / 4 = 55. */
    @Test
    void takesTheMeanWhereANumberIsMissing() {
        var coefficients = Map.of("(Intercept)", -3.0, "age", 0.05, "age^2", -0.0004, "age=unknown", 0.2);

        var rates = logRates(coefficients, age(Form.QUADRATIC, 40, 60, Double.NaN));

        assertThat(rates).containsExactly(new double[] {-1.64, -1.44, -3 + 2.75 - 1.21 + 0.2}, within(1e-12));
    }

    @Test
    void needsNoCoefficientOfMissingNumbersWhereNoneIsMissing() {
        var coefficients = Map.of("(Intercept)", 1.0, "age", 0.5, "age=unknown", 9.0);

        assertThat(logRates(coefficients, age(Form.LINEAR, 1, 2, 3)))
                .containsExactly(new double[] {1.5, 2, 2.5}, within(1e-12));
        assertThat(refused(Map.of("(Intercept)", 1.0, "age", 0.5), age(Form.LINEAR, 1, 2, Double.NaN)))
                .containsExactly("coefficients.missing age");
    }

    @Test
    void takesAnUnknownAgeOfEverybodyAsZero() {
        var coefficients = Map.of("(Intercept)", 1.0, "age", 0.5, "age=unknown", 0.25);

        assertThat(logRates(coefficients, age(Form.LINEAR, Double.NaN, Double.NaN, Double.NaN)))
                .containsExactly(new double[] {1.25, 1.25, 1.25}, within(1e-12));
    }

    @Test
    void refusesASplineAndSaysNothingElseOfIt() {
        var coefficients = Map.of("(Intercept)", 1.0, "age", 0.5, "age'", 0.25);

        assertThat(refused(coefficients, age(Form.SPLINE, 1, 2, 3))).containsExactly("coefficients.spline age");
    }

    @Test
    void takesTheFirstLevelAsReferenceUnlessItHasACoefficient() {
        var without = Map.of("(Intercept)", 0.0, "asa=2", 0.5, "asa=3", 0.75);
        var with = Map.of("(Intercept)", 0.0, "asa=1", 0.125, "asa=2", 0.5, "asa=3", 0.75, "asa=4", 2.0);

        assertThat(logRates(without, asa("1", "2", "3"))).containsExactly(new double[] {0, 0.5, 0.75}, within(1e-12));
        assertThat(logRates(with, asa("1", "2", "3"))).containsExactly(new double[] {0.125, 0.5, 0.75}, within(1e-12));
    }

    @Test
    void refusesALevelThatIsNotTheReferenceElsewhere() {
        var coefficients = Map.of("(Intercept)", 0.0, "asa=0", 0.5, "asa=2", 0.5, "asa=3", 0.75);

        assertThat(refused(coefficients, asa("1", "2", "3"))).containsExactly("coefficients.missing asa");
    }

    @Test
    void tellsAllCoefficientsThatFitNothingInTheOrderOfTheirNames() {
        var coefficients = Map.of("weight", 0.0, "(sd)", 0.5, "hospital=A", 0.5, "length", 0.75);

        assertThat(refused(coefficients))
                .containsExactly("coefficients.missing ", "coefficients.unknown length", "coefficients.unknown weight");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, Double.NaN})
    void refusesAStandardDeviationThatIsNone(double sd) {
        assertThatThrownBy(() -> new ImportedModel(Kind.COUNT, "hospital", Map.of("(sd)", sd)))
                .isInstanceOf(ModelRefusal.class)
                .hasMessageContaining("(sd)");
    }

    private static Cohort cohort() {
        return new Cohort(List.of("B", "A"), new int[] {0, 1, 0}, patterns(age(Form.LINEAR, 1, 2, 3)));
    }

    private static Hierarchical shrunken(Kind kind, Map<String, Double> coefficients) {
        var model = new ImportedModel(kind, "hospital", coefficients);
        return model.hierarchical(cohort(), model.totals(cohort(), IntervalMethod.ANALYTIC), 9);
    }

    @Test
    void addsUpTheRisksOfPatients() {
        var model = new ImportedModel(Kind.PROPORTION, "hospital", Map.of("(Intercept)", -2.0, "age", 1.0));

        var totals = model.totals(cohort(), IntervalMethod.ANALYTIC);

        double first = 1 / (1 + Math.exp(1));
        double third = 1 / (1 + Math.exp(-1));
        assertThat(model.expected(cohort())).containsExactly(new double[] {first, 1.5, 2 * third}, within(1e-12));
        assertThat(totals).extracting(UnitTotals::unit).containsExactly("A", "B");
        assertThat(totals.get(0).variance()).isCloseTo(0.75, within(1e-12));
        assertThat(totals.get(1).expected()).isCloseTo(first + 2 * third, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(names = {"DURATION", "COST"})
    void takesThemForAmountsToo(Kind kind) {
        var model = new ImportedModel(kind, "hospital", Map.of("(Intercept)", 0.0, "age", Math.log(2)));

        var totals = model.totals(cohort(), IntervalMethod.ANALYTIC);

        assertThat(totals.get(0).expected()).isCloseTo(3 * 4, within(1e-12));
        assertThat(totals.get(1).expected()).isCloseTo(2 + 2 * 8, within(1e-12));
        assertThat(totals.get(1).spread()).isNotNull();
    }

    @Test
    void predictsByTheEffectsOfUnits() {
        var coefficients = Map.of(
                "(Intercept)", -2.0, "age", 1.0, "hospital=A", Math.log(1.5), "hospital=B", Math.log(0.5), "(sd)", 0.5);

        var counts = shrunken(Kind.COUNT, coefficients);
        var shares = shrunken(Kind.PROPORTION, coefficients);

        assertThat(counts.sd()).isEqualTo(0.5);
        assertThat(counts.units()).extracting(ShrunkenUnit::unit).containsExactly("A", "B");
        assertThat(counts.units().get(0).ratio()).isCloseTo(1.5, within(1e-12));
        assertThat(counts.units().get(1).ratio()).isCloseTo(0.5, within(1e-12));
        assertThat(counts.units().get(1).predicted()).isCloseTo(0.5 * (Math.exp(-1) + 2 * Math.exp(1)), within(1e-12));
        assertThat(counts.units().get(0).low()).isNaN();
        assertThat(shares.units().get(0).predicted()).isCloseTo(3 * 1.5 / 2.5, within(1e-12));
    }

    @Test
    void refusesUnitsWithoutAnEffectWhereOthersHaveOne() {
        assertThatThrownBy(() -> shrunken(Kind.COUNT, Map.of("(Intercept)", 0.0, "age", 1.0, "hospital=A", 1.0)))
                .isInstanceOf(ModelRefusal.class)
                .hasMessageContaining("hospital=B");
    }

    /** A gamma distribution of mean 1 and variance ¼ is as four events where four were expected. */
    @Test
    void shrinksCountsByTheGivenStandardDeviation() {
        var shrunken = shrunken(Kind.COUNT, Map.of("(Intercept)", 0.0, "age", 0.0, "(sd)", 0.5));

        assertThat(shrunken.sd()).isEqualTo(0.5);
        assertThat(shrunken.units().get(0).ratio()).isCloseTo((1 + 4) / (3 + 4.0), within(1e-12));
        assertThat(shrunken.units().get(1).ratio()).isCloseTo((3 + 4) / (3 + 4.0), within(1e-12));
    }

    @Test
    void findsTheStandardDeviationItselfWhereNoneIsGiven() {
        var shrunken = shrunken(Kind.COUNT, Map.of("(Intercept)", 0.0, "age", 0.0));

        assertThat(shrunken.sd()).isZero();
        assertThat(shrunken.units()).extracting(ShrunkenUnit::ratio).containsExactly(1.0, 1.0);
    }
}
