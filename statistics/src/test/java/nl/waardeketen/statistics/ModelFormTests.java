// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFormTests {
    private static final Tolerance FITTED = Tolerance.relative(1e-8);

    @Test
    void penalisedFitIsTheSummitThatRFinds() {
        var cells = Rows.of("unit", "died", "age", "ward").in(ReferenceTable.of("firth-data.csv"));
        assertThatThrownBy(() -> cells.fit(Kind.PROPORTION)).isInstanceOf(ModelRefusal.class);

        var fit = cells.cohort().fit(Kind.PROPORTION, ModelForm.PENALISED);

        var expected = ReferenceTable.of("firth-coefficients.csv").rows();
        for (int i = 0; i < expected.size(); i++) {
            var coefficient = fit.model().coefficients().get(i);
            assertThat(coefficient.name()).isEqualTo(expected.get(i).text("term"));
            assertThat(coefficient.estimate()).isCloseTo(expected.get(i).number("estimate"), within(2e-5));
            assertThat(coefficient.standardError()).isCloseTo(expected.get(i).number("se"), within(2e-5));
        }
        double observed = 0;
        double expectedEvents = 0;
        for (var unit : cells.cohort().totals(fit, IntervalMethod.ANALYTIC)) {
            observed += unit.observed();
            expectedEvents += unit.expected();
        }
        assertThat(expectedEvents).isCloseTo(observed, within(1e-9));
    }

    /** Firth's estimate of one binary variable adds a half to each of the four numbers. */
    @Test
    void penalisedOddsRatioOfTwoByTwoHasAHalfInEveryCell() {
        var column = new CaseMixColumn.Factor("exposed", List.of("no", "yes"), new int[] {0, 1});
        double[] patients = {12, 9};
        double[] events = {4, 9};

        var fit = CaseMixModel.fitPenalised(new Patterns(List.of(column), patients, patients, events, events));

        var coefficient = fit.model().coefficients().get(1);
        assertThat(coefficient.estimate()).isCloseTo(Math.log((9.5 / 0.5) / (4.5 / 8.5)), within(1e-8));
        assertThat(fit.model().form()).isEqualTo(ModelForm.PENALISED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost", "exposed"})
    void logLinearFitIsThatOfLeastSquaresInR(String model) {
        var rows = model.equals("cost")
                ? Rows.of("unit", "cost", "sex", "ward")
                : Rows.per("days", "unit", "cost", "sex", "ward");
        var cohort = rows.in(ReferenceTable.of("glm-gamma-data.csv")).cohort();

        var fit = cohort.fit(Kind.COST, ModelForm.LOG_LINEAR);

        var expected = ReferenceTable.of("log-linear-coefficients.csv")
                .where("model", model)
                .rows();
        for (int i = 0; i < fit.model().coefficients().size(); i++) {
            FITTED.check(
                    fit.model().coefficients().get(i).estimate(),
                    expected.get(i).number("estimate"),
                    "estimate");
            FITTED.check(
                    fit.model().coefficients().get(i).standardError(),
                    expected.get(i).number("se"),
                    "error");
        }
        FITTED.check(fit.model().smearing(), expected.get(expected.size() - 1).number("estimate"), "smearing");
        for (var row :
                ReferenceTable.of("log-linear-units.csv").where("model", model).rows()) {
            var unit = cohort.totals(fit, IntervalMethod.ANALYTIC).stream()
                    .filter(each -> each.unit().equals(row.text("unit")))
                    .findFirst()
                    .orElseThrow();
            FITTED.check(unit.expected(), row.number("expected"), "expected of " + unit.unit());
        }
    }

    @Test
    void logLinearFitRefusesZeros() {
        var cohort = Rows.of("unit", "stay", "sex")
                .in(ReferenceTable.of("glm-gamma-data.csv"))
                .cohort();

        assertThatThrownBy(() -> cohort.fit(Kind.DURATION, ModelForm.LOG_LINEAR))
                .isInstanceOf(ModelRefusal.class)
                .hasMessageContaining("0 in some rows");
    }

    @Test
    void formsGoWithTheirKinds() {
        var cohort = Rows.of("unit", "died", "age")
                .in(ReferenceTable.of("glm-logistic-data.csv"))
                .cohort();

        assertThatThrownBy(() -> cohort.fit(Kind.COUNT, ModelForm.PENALISED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cohort.fit(Kind.PROPORTION, ModelForm.LOG_LINEAR))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void penalisedFitIsNearTheOrdinaryOneWhereDataAreMany() {
        var cohort = Rows.of("unit", "died", "age", "sex")
                .in(ReferenceTable.of("glm-logistic-data.csv"))
                .cohort();

        var ordinary = cohort.fit(Kind.PROPORTION).model().coefficients();
        var penalised = cohort.fit(Kind.PROPORTION, ModelForm.PENALISED).model().coefficients();

        assertThat(Arrays.asList(1, 2)).allSatisfy(i -> {
            assertThat(Math.abs(penalised.get(i).estimate()))
                    .isLessThan(Math.abs(ordinary.get(i).estimate()));
            assertThat(penalised.get(i).estimate())
                    .isCloseTo(
                            ordinary.get(i).estimate(),
                            within(0.1 * ordinary.get(i).standardError()));
        });
    }
}
