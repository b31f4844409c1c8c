// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import nl.waardeketen.analytics.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outcome sets that a person wrote: what is right is read, what is wrong is told with its line, all at once. */
class OutcomeSetReaderTests {
    private static final String SET = """
            outcome-set: stays
            version: "1"
            title: {nl: Opnamen, en: Stays}
            variables:
              - {code: admission, type: date, title: {nl: Opname, en: Admission}, required: true, source: test}
              - {code: arrival, type: time, title: {nl: Aankomst, en: Arrival}, source: test}
              - {code: age, type: integer, title: {nl: Leeftijd, en: Age}, range: [0, 120], source: test}
              - {code: died, type: flag, title: {nl: Overleden, en: Died}, source: test}
              - {code: type, type: category, title: {nl: Soort, en: Type}, categories: {"1": {nl: a, en: a}}, source: test}
            case-mix:
              usual: [age, type]
            indicators:
              - code: DEATH
                domain: outcome
                kind: proportion
                title: {nl: Overleden, en: Deaths}
                period-date: admission
                population: "admission IS NOT NULL"
                numerator: "died"
                better: lower
                case-mix: usual
                words: {population: {nl: alle, en: all}, numerator: {nl: overleden, en: died}}
                source: test
            """;

    private static OutcomeSet read(String text) {
        return OutcomeSetReader.read("set.yaml", text);
    }

    /** What is wrong, as line, key and words. */
    private static List<String> problems(String text) {
        var refused = catchThrowableOfType(InvalidInput.class, () -> read(text));
        assertThat(refused).as("accepted").isNotNull();
        assertThat(refused.problems()).allSatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("set.yaml");
            assertThat(problem.remedy()).isNotBlank();
        });
        return refused.problems().stream()
                .map(problem -> problem.line() + " " + problem.column() + ": " + problem.text())
                .toList();
    }

    private static String withNumerator(String expression) {
        return SET.replace("\"died\"", '"' + expression.replace("\"", "\\\"") + '"');
    }

    @Test
    void readsWhatIsRight() {
        var set = read(SET);

        assertThat(set.code()).isEqualTo("stays");
        assertThat(set.variables()).hasSize(5);
        assertThat(set.indicator("DEATH").orElseThrow().caseMix()).hasSize(2);
        assertThat(set.disclosure()).isEqualTo(OutcomeSet.Disclosure.CONTROLLED);
    }

    @Test
    void listsAllErrorsWithTheirLines() {
        var text = SET.replace("version: \"1\"\n", "version: \"1\"\nmore: x\n")
                .replace("type: flag", "type: boolean")
                .replace("[0, 120]", "[120, 0]")
                .replace("usual: [age, type]", "usual: [age, weight]")
                .replace("kind: proportion", "kind: share")
                .replace("period-date: admission", "period-date: age");

        assertThat(problems(text))
                .contains(
                        "3 more: this key is not known here",
                        "9 variables[4].type: this is not a choice",
                        "8 variables[3].range: this is not a range",
                        "12 case-mix.usual: weight is not a variable with a form",
                        "16 indicators[1].kind: this is not a choice",
                        "18 indicators[1].period-date: this is not a variable of type date or time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "age > (SELECT 1)",
                "EXISTS (SELECT 1)",
                "age IN (SELECT 1)",
                "age > (SELECT max(age) FROM episode)",
                "random() > 0.5",
                "read_text('/etc/passwd') = ''",
                "getenv('HOME') = ''",
                "regexp_matches(type, '1')",
                "count(*) > 1",
                "sum(age) > 1",
                "row_number() OVER () = 1",
                "weight > 80",
                "episode.age > 80",
                "age >",
                "age > 80; DROP TABLE episode",
                "age > 80) FROM episode --",
                "type LIKE '1%'",
                "type SIMILAR TO '1'",
                "$1 = 1",
                "age::VARCHAR = '1'",
                "[age] = [1]",
                "age + 1",
                "type > 1",
                "COLUMNS(*) = 1",
                "* = 1"
            })
    void refusesWhatAnExpressionMayNotHold(String expression) {
        assertThat(problems(withNumerator(expression)))
                .singleElement()
                .asString()
                .startsWith("19 indicators[1].numerator: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "died",
                "NOT died",
                "age > 80 AND (type = '1' OR type IS NULL)",
                "age BETWEEN 60 AND 80",
                "type IN ('1', '2')",
                "CASE WHEN age > 80 THEN died ELSE NULL END",
                "coalesce(age, 0) * 2 - 1 >= 10 / 3",
                "days_between(admission, date_of(arrival)) <= 1",
                "minutes_between(arrival, arrival) < 60"
            })
    void readsWhatAnExpressionMayHold(String expression) {
        assertThat(read(withNumerator(expression))
                        .indicator("DEATH")
                        .orElseThrow()
                        .measure())
                .isEqualTo(expression);
    }

    @ParameterizedTest
    @CsvSource({
        "outcome-set: stays, outcome-set: Stays!, 1 outcome-set",
        "code: age, code: patient, 7 variables[3].code",
        "code: age, code: admission, 7 variables[3].code",
        "code: age, code: a ge, 7 variables[3].code",
        "better: lower, better: less, 20 indicators[1].better",
        "case-mix: usual, case-mix: other, 21 indicators[1].case-mix",
        "'{nl: Opnamen, en: Stays}', '{nl: Opnamen}', 3 title.en"
    })
    void tellsWhatIsWrongInOneKey(String right, String wrong, String place) {
        assertThat(problems(SET.replace(right, wrong))).anyMatch(problem -> problem.startsWith(place + ": "));
    }

    @Test
    void keepsFromFillingTheMemory() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a" + i + ": &a" + i + " [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("x]\n");
        }

        assertThat(problems(bomb.toString())).isNotEmpty();
    }
}
