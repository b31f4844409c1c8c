// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaseMixModelTests {
    private static final Tolerance TOLERANCE = Tolerance.relative(1e-8);
    private static final String MODELS = "nl.waardeketen.statistics.ReferenceModel#all";

    @ParameterizedTest
    @MethodSource(MODELS)
    void hasTheCoefficientsAndStandardErrorsOfGlmInR(ReferenceModel reference) {
        var expected = reference.coefficients();

        var coefficients = reference.cells().fit(reference.kind()).model().coefficients();

        assertThat(coefficients).extracting(Coefficient::name).isEqualTo(expected.texts("term"));
        for (int i = 0; i < coefficients.size(); i++) {
            var row = expected.rows().get(i);
            TOLERANCE.check(coefficients.get(i).estimate(), row.number("estimate"), row.text("term"));
            TOLERANCE.check(coefficients.get(i).standardError(), row.number("se"), "error of " + row.text("term"));
        }
    }

    @ParameterizedTest
    @MethodSource(MODELS)
    void hasTheQualityThatRFinds(ReferenceModel reference) {
        var model = reference.cells().fit(reference.kind()).model();

        TOLERANCE.check(model.dispersion(), reference.quantity("dispersion"), "dispersion");
        TOLERANCE.check(model.cStatistic(), reference.quantity("c_statistic"), "c-statistic");
        assertThat((double) model.rowsUsed()).isEqualTo(reference.quantity("rows"));
    }

    @ParameterizedTest
    @MethodSource(MODELS)
    void expectsOfEachUnitWhatRExpects(ReferenceModel reference) {
        var answers = reference.units();
        boolean exposed =
                answers.columns().contains("exposure") && reference.rows().weight() != null;
        var expected = answers.rows().stream()
                .map(row -> new UnitTotals(
                        row.text("unit"),
                        (long) row.number("n"),
                        row.number("observed"),
                        row.number(exposed ? "exposure" : "n"),
                        row.number("expected"),
                        row.number("variance")))
                .sorted(Comparator.comparing(UnitTotals::unit))
                .toList();

        var totals = reference.cells().totals(reference.kind());

        TOLERANCE.check(totals, expected);
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void spreadsTheAmountsOfEachUnitAsRDoes(ReferenceModel reference) {
        for (var unit : reference.cells().totals(reference.kind())) {
            var row = reference.units().row("unit", unit.unit());
            var spread = Objects.requireNonNull(unit.spread());

            TOLERANCE.check(spread.squares(), row.number("squares"), "sum of squares");
            TOLERANCE.check(spread.products(), row.number("products"), "sum of products");
            TOLERANCE.check(spread.expectedSquares(), row.number("expected_squares"), "sum of expected squares");
        }
    }

    static Stream<ReferenceModel> amounts() {
        return ReferenceModel.all().stream().filter(model -> model.kind().isAmount());
    }

    @Test
    void findsTheSameFromRowsAsFromCountedPatterns() {
        var cells =
                Rows.of("unit", "died", "sex", "asa:factor", "frail").in(ReferenceTable.of("glm-logistic-data.csv"));
        var counted = cells.counted();

        var model = counted.fit(Kind.PROPORTION).model();

        var ofRows = cells.fit(Kind.PROPORTION).model();
        assertThat(counted.patterns().size()).isLessThan(cells.patterns().size() / 2);
        Tolerance.relative(1e-12).check(model.dispersion(), ofRows.dispersion(), "dispersion");
        Tolerance.relative(1e-12).check(model.cStatistic(), ofRows.cStatistic(), "c-statistic");
        assertThat(model.rowsUsed()).isEqualTo(ofRows.rowsUsed());
    }

    @Test
    void findsTheSameWhenPatternsAreSharedAmongProcessors() {
        var patients = new Patients(9_000);
        var cells = new Cells(
                List.of("A"),
                new int[patients.count()],
                patients.with(
                        i -> i * 7 % 11 < 4,
                        patients.number("age", i -> 50 + i * 13 % 41),
                        patients.factor("ward", 6, i -> i * 5 % 6)));

        var shared = cells.fit(Kind.PROPORTION).model();

        var alone = cells.counted().fit(Kind.PROPORTION).model();
        assertThat(cells.cohort().patterns().size()).isGreaterThan(5_000);
        assertThat(cells.counted().patterns().size()).isLessThan(500);
        for (int i = 0; i < alone.coefficients().size(); i++) {
            var coefficient = alone.coefficients().get(i);
            Tolerance.relative(1e-11)
                    .orWithin(1e-13)
                    .check(shared.coefficients().get(i).estimate(), coefficient.estimate(), coefficient.name());
        }
    }

    @Test
    void tiesLevelsInWhichTheEventIsEquallyFrequent() {
        var patients = new Patients(35);
        var ward = patients.factor("ward", 5, i -> i % 5);
        var sevenths = new int[] {2, 3, 2, 5, 3};

        var fit = CaseMixModel.fit(Kind.PROPORTION, patients.with(i -> i / 5 < sevenths[i % 5], ward));

        double pairs = 15 * 20;
        double ordered = 5 * (2 * 5 + 2 * 4) + 6 * 2 * 5;
        double tied = 5 * 2 + 6 * 2 * 4 + 4 * 2 * 5;
        Tolerance.relative(1e-14).check(fit.model().cStatistic(), (ordered + tied / 2) / pairs, "c-statistic");
    }

    @Test
    void reportsNoConcordanceOfACount() {
        var counts = RandomCohort.of(Kind.COUNT, 1);

        var model = counts.fit(Kind.COUNT).model();

        assertThat(model.cStatistic()).isNaN();
    }

    @Test
    void withoutCaseMixExpectsTheOverallRateOfEveryone() {
        var cells = Rows.of("unit", "died").in(ReferenceTable.of("glm-logistic-data.csv"));

        var fit = cells.fit(Kind.PROPORTION);

        assertThat(fit.rates()).hasSize(1);
        Tolerance.relative(1e-12).check(fit.rates()[0], cells.patterns().overallRate(), "rate");
        assertThat(fit.model().coefficients()).extracting(Coefficient::name).isEqualTo(List.of("(Intercept)"));
    }

    @Test
    void leavesOutAnIndicatorThatSaysWhatAnotherSays() {
        var table = ReferenceTable.of("glm-logistic-data.csv");
        var cells = Rows.of("unit", "died", "bmi", "age").in(table);
        var both = cells.changing(column -> column.name().equals("age") ? missingWithBmi(column, cells) : column);

        var model = both.fit(Kind.PROPORTION).model();

        assertThat(model.coefficients())
                .filteredOn(coefficient -> Double.isNaN(coefficient.estimate()))
                .extracting(Coefficient::name)
                .isEqualTo(List.of("age=unknown"));
        assertThat(model.coefficients())
                .extracting(Coefficient::name)
                .contains("(Intercept)", "bmi", "age", "bmi=unknown");
    }

    private static CaseMixColumn missingWithBmi(CaseMixColumn age, Cells cells) {
        var bmi = ((CaseMixColumn.Numeric) cells.patterns().columns().get(0)).values();
        var values = ((CaseMixColumn.Numeric) age).values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(bmi[i]) ? Double.NaN : values[i];
        }
        return new CaseMixColumn.Numeric("age", CaseMixColumn.Form.LINEAR, values);
    }
}
