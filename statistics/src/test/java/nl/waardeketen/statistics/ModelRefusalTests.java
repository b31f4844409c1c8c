// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nl.waardeketen.statistics.CaseMixColumn.Form;
import nl.waardeketen.statistics.ModelRefusal.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRefusalTests {
    private static final Patients PATIENTS = new Patients(240);
    private static final CaseMixColumn AGE = PATIENTS.number("age", ModelRefusalTests::age);
    private static final CaseMixColumn WARD = PATIENTS.factor("ward", 6, ModelRefusalTests::ward);

    @Test
    void refusesAColumnWithOneValue() {
        var findings = findings(
                ModelRefusalTests::some,
                AGE,
                PATIENTS.number("year", i -> 2026.1),
                PATIENTS.factor("country", 1, i -> 0));

        assertThat(findings).extracting(Finding::code).containsOnly("case-mix.constant");
        assertThat(findings).extracting(Finding::variable).containsExactly("year", "country");
    }

    @Test
    void refusesAColumnWithoutAnyValue() {
        var finding = finding(ModelRefusalTests::some, AGE, PATIENTS.number("weight", i -> Double.NaN));

        assertThat(finding.code()).isEqualTo("case-mix.empty");
        assertThat(finding.variable()).isEqualTo("weight");
    }

    @Test
    void refusesAColumnThatOccursTwice() {
        var finding = finding(ModelRefusalTests::some, AGE, WARD, PATIENTS.number("leeftijd", ModelRefusalTests::age));

        assertThat(finding.code()).isEqualTo("case-mix.collinear");
        assertThat(finding.variable()).isEqualTo("leeftijd");
        assertThat(finding.text()).contains("leeftijd", "determined by age;");
    }

    @Test
    void refusesAColumnThatIsAnotherOnAnotherScale() {
        var finding = finding(ModelRefusalTests::some, AGE, PATIENTS.number("score", i -> 2 * age(i) + 1));

        assertThat(finding.code()).isEqualTo("case-mix.collinear");
        assertThat(finding.variable()).isEqualTo("score");
        assertThat(finding.text()).contains("determined by age;");
    }

    @Test
    void refusesTheSumOfOtherColumns() {
        var days = PATIENTS.number("days", i -> i * 3 % 17);

        var finding = finding(ModelRefusalTests::some, AGE, days, PATIENTS.number("total", i -> age(i) + i * 3 % 17));

        assertThat(finding.code()).isEqualTo("case-mix.collinear");
        assertThat(finding.variable()).isEqualTo("total");
        assertThat(finding.text()).contains("determined by age, days;");
    }

    @Test
    void refusesAFactorNestedInAnother() {
        var finding = finding(ModelRefusalTests::some, WARD, PATIENTS.factor("building", 2, i -> ward(i) / 3));

        assertThat(finding.code()).isEqualTo("case-mix.collinear");
        assertThat(finding.variable()).isEqualTo("building");
        assertThat(finding.text()).contains("determined by ward;");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void refusesALevelInWhichNobodyHasTheEvent(int level) {
        var finding = finding(i -> some(i) && ward(i) != level, AGE, WARD);

        assertThat(finding.code()).isEqualTo("case-mix.separated");
        assertThat(finding.variable()).isEqualTo("ward");
        assertThat(finding.text()).contains("L" + level + " (none of its 40 rows)");
    }

    @Test
    void refusesALevelInWhichEverybodyHasTheEvent() {
        var finding = finding(i -> some(i) || ward(i) == 3, AGE, WARD);

        assertThat(finding.code()).isEqualTo("case-mix.separated");
        assertThat(finding.text()).contains("L3 (all of its 40 rows)");
    }

    @Test
    void acceptsALevelInWhichEverybodyHasACountOfOne() {
        var fit = CaseMixModel.fit(Kind.COUNT, PATIENTS.with(i -> some(i) || ward(i) == 3, AGE, WARD));

        assertThat(fit.model().coefficients()).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 54, 60, 70, 80, 86, 89})
    void refusesANumberThatSeparatesThePatients(double threshold) {
        var finding = finding(i -> age(i) > threshold, AGE);

        assertThat(finding.code()).isEqualTo("case-mix.separated");
        assertThat(finding.variable()).isEqualTo("age");
    }

    @ParameterizedTest
    @ValueSource(doubles = {54, 70, 86})
    void namesTheNumberThatSeparatesAmongOthers(double threshold) {
        var days = PATIENTS.number("days", i -> i * 3 % 17);

        var finding = finding(i -> age(i) > threshold, days, AGE);

        assertThat(finding.code()).isEqualTo("case-mix.separated");
        assertThat(finding.variable()).isEqualTo("age");
    }

    @Test
    void givesMissingValuesOfPatientsWithoutEventsNoCoefficientOfTheirOwn() {
        var albumin = PATIENTS.number("albumin", i -> i % 20 == 0 ? Double.NaN : 30 + i * 3 % 17);

        var fit = CaseMixModel.fit(Kind.PROPORTION, PATIENTS.with(i -> some(i) && i % 20 != 0, AGE, albumin));

        assertThat(fit.model().coefficients())
                .filteredOn(coefficient -> Double.isNaN(coefficient.estimate()))
                .extracting(Coefficient::name)
                .containsExactly("albumin=unknown");
    }

    @Test
    void refusesAnOutcomeThatNobodyHas() {
        for (var kind : Kind.values()) {
            var refusal = refusal(kind, PATIENTS.with(i -> false, AGE, WARD));

            assertThat(refusal.findings()).extracting(Finding::code).containsExactly("outcome.none");
            assertThat(refusal.findings()).extracting(Finding::variable).containsExactly("");
        }
    }

    @Test
    void refusesAnOutcomeThatEverybodyHas() {
        var finding = finding(i -> true, AGE, WARD);

        assertThat(finding.code()).isEqualTo("outcome.all");
        assertThat(finding.variable()).isEmpty();
    }

    @Test
    void refusesAsManyCoefficientsAsRows() {
        var few = new Patients(8);
        var scores = IntStream.range(0, 7)
                .mapToObj(score -> few.number("score" + score, i -> (i + 2) * (score + 3) * 31 % 53))
                .toArray(CaseMixColumn[]::new);

        var refusal = refusal(Kind.PROPORTION, few.with(i -> i % 2 == 0, scores));

        assertThat(refusal.findings()).extracting(Finding::code).containsExactly("case-mix.too-many");
        assertThat(refusal).hasMessageContaining("8 coefficients need more than 8 rows");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void refusesASplineOfAlmostNoValues(int values) {
        var finding = finding(ModelRefusalTests::some, AGE, PATIENTS.number("asa", Form.SPLINE, i -> i / 2 % values));

        assertThat(finding.code()).isEqualTo("case-mix.spline");
        assertThat(finding.variable()).isEqualTo("asa");
        assertThat(finding.text()).contains("use quadratic or factor");
    }

    @Test
    void refusesASplineOfFewerValuesThanItHasFunctions() {
        var finding = finding(ModelRefusalTests::some, AGE, PATIENTS.number("asa", Form.SPLINE, i -> i / 2 % 4));

        assertThat(finding.code()).isEqualTo("case-mix.collinear");
        assertThat(finding.variable()).isEqualTo("asa");
    }

    @Test
    void refusesTheSquareOfANumberWithTwoValues() {
        var finding = finding(ModelRefusalTests::some, AGE, PATIENTS.number("frail", Form.QUADRATIC, i -> i / 2 % 2));

        assertThat(finding.code()).isEqualTo("case-mix.collinear");
        assertThat(finding.variable()).isEqualTo("frail");
    }

    @Test
    void refusesAFactorWithThousandsOfLevels() {
        var many = new Patients(10_000);

        var refusal = refusal(
                Kind.PROPORTION,
                many.with(
                        ModelRefusalTests::some,
                        many.number("age", i -> i % 40),
                        many.factor("patient", 5_000, i -> i / 2)));

        assertThat(refusal.findings()).extracting(Finding::code).containsExactly("case-mix.levels");
        assertThat(refusal.findings()).extracting(Finding::variable).containsExactly("patient");
        assertThat(refusal).hasMessageContaining("5000 levels");
    }

    @Test
    void reportsEveryColumnThatOthersDetermine() {
        var findings = findings(
                ModelRefusalTests::some,
                AGE,
                PATIENTS.number("months", i -> 12 * age(i)),
                WARD,
                PATIENTS.factor("building", 2, i -> ward(i) / 3));

        assertThat(findings).extracting(Finding::variable).containsExactly("months", "building");
    }

    @Test
    void reportsEveryLevelWithoutEvents() {
        var findings = findings(i -> some(i) && ward(i) > 1, WARD, PATIENTS.factor("route", 6, i -> 5 - ward(i)));

        assertThat(findings).extracting(Finding::variable).containsExactly("ward", "route");
        assertThat(findings.get(0).text()).contains("L0 (none", "L1 (none").doesNotContain("L2");
    }

    @Test
    void reportsTroublesOfDifferentKindsTogether() {
        var findings = findings(
                i -> some(i) && ward(i) != 2,
                PATIENTS.number("year", i -> 2026),
                WARD,
                PATIENTS.number("weight", i -> Double.NaN));

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("case-mix.constant", "case-mix.separated", "case-mix.empty");
    }

    @Test
    void saysAllItsFindingsInItsMessage() {
        var refusal = refusal(
                Kind.PROPORTION,
                PATIENTS.with(
                        ModelRefusalTests::some, PATIENTS.number("year", i -> 1), PATIENTS.factor("k", 1, i -> 0)));

        assertThat(refusal)
                .hasMessageContaining("year")
                .hasMessageContaining("; ")
                .hasMessageContaining("column k ");
    }

    private static boolean some(int patient) {
        return patient * 7 % 11 < 4;
    }

    private static int age(int patient) {
        return 50 + patient * 13 % 41;
    }

    private static int ward(int patient) {
        return patient * 5 % 6;
    }

    private static Finding finding(IntPredicate event, CaseMixColumn... caseMix) {
        var findings = findings(event, caseMix);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static List<Finding> findings(IntPredicate event, CaseMixColumn... caseMix) {
        return refusal(Kind.PROPORTION, PATIENTS.with(event, caseMix)).findings();
    }

    private static ModelRefusal refusal(Kind kind, Patterns patterns) {
        return catchThrowableOfType(ModelRefusal.class, () -> CaseMixModel.fit(kind, patterns));
    }
}
