// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.adjust;
import static nl.waardeketen.commands.AdjustRun.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that describe patients: what they are taken for, and when they are refused. */
class CaseMixTests {
    private static final String DEATHS = "--unit hospital --outcome died --kind proportion --case-mix ";

    private final GivenFiles files;

    CaseMixTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    /** Twelve hospitals with patients of many ages, both sexes, a code and a constant; the last age as given. */
    private Path stays(int patients, String lastAge) {
        var rows = IntStream.range(0, patients)
                .mapToObj(i -> "H%02d,%d,%s,%s,k%d,7,%d,%d,%s"
                        .formatted(
                                i % 12,
                                i * 7_919 % 11 < 3 ? 1 : 0,
                                i == patients - 1 ? lastAge : age(i),
                                i % 5 < 2 ? "f" : "m",
                                i,
                                2 * age(i),
                                50 + i * 17 % 53,
                                i < 4 || i % 2 == 0 ? "yes" : ""))
                .toList();
        return files.text("hospital,died,age,sex,code,same,twice,weight,smokes\n" + String.join("\n", rows));
    }

    private Path stays(int patients) {
        return stays(patients, "" + age(patients - 1));
    }

    private Path stays() {
        return stays(600);
    }

    private static int age(int i) {
        return 40 + i * 31 % 47;
    }

    @Test
    void takesNumbersAsLinear() {
        assertThat(coefficients("age")).containsExactly("(Intercept)", "age");
    }

    @Test
    void takesTextsAsFactors() {
        assertThat(coefficients("sex")).containsExactly("(Intercept)", "sex=m");
    }

    @Test
    void takesMissingTextsAsALevel() {
        assertThat(coefficients("smokes")).containsExactly("(Intercept)", "smokes=unknown");
    }

    @Test
    void namesCoefficientsOfForms() {
        assertThat(coefficients("age:quadratic,sex:factor,weight:spline"))
                .containsExactly(
                        "(Intercept)", "age", "age^2", "sex=m", "weight~1", "weight~2", "weight~3", "weight~4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "."})
    void addsAnIndicatorForMissingNumbers(String missing) {
        var rows = IntStream.range(0, 60)
                .mapToObj(i -> "A," + (i * 7 % 5 < 2 ? 1 : 0) + "," + (i % 6 == 0 ? missing : 40 + i))
                .toList();

        var answer = answer(files.text("hospital,died,age\n" + String.join("\n", rows)), DEATHS + "age");

        assertThat(names(answer)).containsExactly("(Intercept)", "age", "age=unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "inf", "-inf", "1_0", "12-5"})
    void refusesTextsAmongNumbers(String text) {
        var run = adjust(stays(600, text), DEATHS + "age");

        assertThat(run.problems()).containsExactly("input.csv:601 age \"" + text + "\" [case-mix.not-a-number]");
        assertThat(run.err()).contains("1 of 600 values", "age:factor");
    }

    @Test
    void findsTextsFarBelowTheFirstRows() {
        assertThat(adjust(stays(3_000, "old"), DEATHS + "age").problems())
                .containsExactly("input.csv:3001 age \"old\" [case-mix.not-a-number]");
    }

    @Test
    void findsCodesThatTheEngineTakesForNumbersFarBelow() {
        assertThat(adjust(stays(3_000, "2024_01"), DEATHS + "age").problems())
                .containsExactly("input.csv:3001 age \"2024_01\" [case-mix.not-a-number]");
    }

    @Test
    void readsDecimalCommasFarBelowTheFirstRows() {
        var withPoint = answer(stays(3_000, "40.5"), DEATHS + "age");

        var withComma = answer(stays(3_000, "\"40,5\""), DEATHS + "age");

        assertThat(withComma.coefficient("age")).isEqualTo(withPoint.coefficient("age"));
    }

    @Test
    void refusesThousandsSeparatorsFarBelowTheFirstRows() {
        assertThat(adjust(stays(3_000, "\"1,234\""), DEATHS + "age").problems())
                .containsExactly("input.csv age [number.notation]");
    }

    @Test
    void takesTextsAmongNumbersAsLevelsWhenAsked() {
        var rows = IntStream.range(0, 60)
                .mapToObj(
                        i -> "A," + i % 2 + "," + List.of("10", "9", "unclear").get(i / 2 % 3))
                .toList();

        var answer = answer(files.text("hospital,died,asa\n" + String.join("\n", rows)), DEATHS + "asa:factor");

        assertThat(names(answer)).containsExactly("(Intercept)", "asa=10", "asa=unclear");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spline", "quadratic"})
    void refusesFormsOfTexts(String form) {
        var run = adjust(stays(), DEATHS + "sex:" + form);

        assertThat(run.problems()).containsExactly("input.csv:2 sex \"f\" [case-mix.not-a-number]");
        assertThat(run.err()).contains("name it without :" + form);
    }

    @Test
    void refusesColumnsWithoutAnyValue() {
        assertThat(adjust(files.csv("hospital,died,age", "A,1,", "B,0,NA"), DEATHS + "age")
                        .problems())
                .containsExactly("input.csv age [case-mix.empty]");
    }

    @ParameterizedTest
    @CsvSource({
        "same, [case-mix.constant], same",
        "'age,twice', [case-mix.collinear], twice",
        "code, [case-mix.levels], 5000 levels",
        "same:spline, [case-mix.constant], same"
    })
    void refusesColumnsThatTellNothing(String columns, String rule, String word) {
        var run = adjust(stays(5_000), DEATHS + columns);

        assertThat(run.modelProblems()).containsExactly(rule);
        assertThat(run.err()).contains(word);
    }

    @Test
    void refusesLevelsWithoutEvents() {
        var rows = IntStream.range(0, 60).mapToObj(i -> "A," + (i < 5 ? 0 : i % 2) + "," + (i < 5 ? "rare" : "usual"));

        var run = adjust(files.text("hospital,died,type\n" + String.join("\n", rows.toList())), DEATHS + "type");

        assertThat(run.modelProblems()).containsExactly("[case-mix.separated]");
        assertThat(run.err()).contains("type", "rare (none of its 5 rows)", "merge them with other levels");
    }

    @Test
    void refusesToAdjustWithoutEvents() {
        var run = adjust(files.csv("hospital,died,age", "A,0,50", "B,0,60", "B,0,70"), DEATHS + "age");

        assertThat(run.modelProblems()).containsExactly("[outcome.none]");
    }

    @Test
    void refusesToAdjustWhereAllHaveTheEvent() {
        var run = adjust(files.csv("hospital,died,age", "A,1,50", "B,1,60", "B,1,70"), DEATHS + "age");

        assertThat(run.modelProblems()).containsExactly("[outcome.all]");
    }

    @Test
    void refusesMoreCoefficientsThanRows() {
        var run = adjust(
                files.csv("hospital,died,age,asa", "A,1,50,1", "B,0,60,5", "B,1,70,2"), DEATHS + "age:quadratic,asa");

        assertThat(run.modelProblems()).containsExactly("[case-mix.too-many]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"age", "age:quadratic", "age:spline"})
    void refusesHugeNumbersWithoutFault(String column) {
        var run = adjust(stays(600, "1e300"), DEATHS + column);

        assertThat(run.modelProblems()).isNotEmpty();
        assertThat(run.err()).contains("age");
    }

    @Test
    void acceptsBlanksAroundColumnNames() {
        var run = AdjustRun.command(
                "adjust",
                stays().toString(),
                "--unit",
                "hospital",
                "--outcome",
                "died",
                "--kind",
                "proportion",
                "--case-mix",
                "age, sex",
                "--format",
                "json");

        assertThat(names(run.answer())).containsExactly("(Intercept)", "age", "sex=m");
    }

    private List<String> coefficients(String caseMix) {
        return names(answer(stays(), DEATHS + caseMix));
    }

    private static List<String> names(Answer answer) {
        return answer.model().parts("coefficients").stream()
                .map(coefficient -> coefficient.text("name"))
                .toList();
    }
}
