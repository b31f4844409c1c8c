// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import nl.waardeketen.analytics.CaseMixTerm;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is wrong with an outcome set is told at once, with its line. */
class OutcomeSetDocumentTests {
    private static final String SOUND = """
            outcome-set: small
            version: "1"
            title: {nl: Klein, en: Small}
            conditions:
              icd10: [S72.0, S72.1]
            variables:
              - code: admission
                type: date
                title: {nl: Opname, en: Admission}
              - code: age
                type: integer
                title: {nl: Leeftijd, en: Age}
                range: [18, 115]
              - code: died
                type: flag
                title: {nl: Overleden, en: Died}
              - code: sex
                type: category
                title: {nl: Geslacht, en: Sex}
                categories: {"1": {nl: man, en: male}, "2": {nl: vrouw, en: female}}
            case-mix:
              all: [age:spline, sex, died]
            indicators:
              - code: M30
                domain: outcome
                kind: proportion
                title: {nl: Overlijden, en: Deaths}
                period-date: admission
                population: "age >= 18"
                numerator: "died"
                better: lower
                case-mix: all
                words: {population: {nl: wie, en: who}, numerator: {nl: wat, en: what}}
                source: made up
              - code: UR
                domain: outcome
                kind: composite
                title: {nl: Goed, en: Well}
                period-date: admission
                parts: [M30, M30]
                better: higher
                words: {population: {nl: wie, en: who}, numerator: {nl: wat, en: what}}
                source: made up
            """;

    private static OutcomeSet read(String text) {
        return OutcomeSetReader.read("set.yaml", text);
    }

    private static List<Problem> problems(String text) {
        try {
            read(text);
            return List.of();
        } catch (InvalidInput e) {
            return e.problems();
        }
    }

    private static String with(String before, String after) {
        assertThat(SOUND).contains(before);
        return SOUND.replace(before, after);
    }

    @Test
    void readsASoundSet() {
        var set = read(SOUND);

        assertThat(set.code()).isEqualTo("small");
        assertThat(set.disclosure()).isEqualTo(OutcomeSet.Disclosure.CONTROLLED);
        assertThat(set.resolution()).isEqualTo(OutcomeSet.Resolution.QUARTER);
        assertThat(set.conditions()).containsEntry("icd10", List.of("S72.0", "S72.1"));
        assertThat(set.variable("sex").orElseThrow().categories()).containsExactly("1", "2");
        assertThat(set.variable("age").orElseThrow().high()).isEqualTo(115);
        assertThat(set.indicator("M30").orElseThrow().caseMix())
                .extracting(CaseMixTerm::form)
                .containsExactly(CaseMixTerm.Form.SPLINE, CaseMixTerm.Form.FACTOR, CaseMixTerm.Form.FACTOR);
        assertThat(set.indicator("UR").orElseThrow().parts()).containsExactly("M30", "M30");
        assertThat(set.text()).isEqualTo(SOUND);
    }

    @Test
    void tellsAllProblemsAtOnceWithTheirLines() {
        var text = with("type: date", "type: day")
                .replace("range: [18, 115]", "range: [115, 18]")
                .replace("\"died\"", "\"died::INT\"")
                .replace("better: higher", "better: more");

        assertThat(problems(text))
                .extracting(Problem::line, Problem::column)
                .contains(
                        tuple(8L, "variables[1].type"),
                        tuple(13L, "variables[2].range"),
                        tuple(30L, "indicators[1].numerator"),
                        tuple(41L, "indicators[2].better"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outcome-set: small | outcome-set: Small Set | outcome-set",
                "version: \"1\" | version: \"1 of 2\" | version",
                "title: {nl: Klein, en: Small} | title: {nl: Klein} | title.en",
                "title: {nl: Klein, en: Small} | title: Klein | title",
                "title: {nl: Klein, en: Small} | heading: x | heading",
                "icd10: [S72.0, S72.1] | icd10: S72.0 | conditions.icd10",
                "code: age | code: Age | variables[2].code",
                "code: age | code: patient | variables[2].code",
                "code: age | code: sex | variables[4].code",
                "code: age | code: order | variables[2].code",
                "code: age | code: end | variables[2].code",
                "code: age | code: left | variables[2].code",
                "code: age | code: null | variables[2].code",
                "code: age | code: code | variables[2].code",
                "type: integer | type: [integer] | variables[2].type",
                "range: [18, 115] | range: [18] | variables[2].range",
                "range: [18, 115] | range: [a, b] | variables[2].range",
                "range: [18, 115] | required: often | variables[2].required",
                "type: flag | type: category | variables[3].categories",
                "type: category | type: text | variables[4].categories",
                "[age:spline, sex, died] | [age:cubic, sex] | case-mix.all",
                "[age:spline, sex, died] | [weight] | case-mix.all",
                "[age:spline, sex, died] | [sex:spline] | case-mix.all",
                "[age:spline, sex, died] | [admission] | case-mix.all",
                "kind: proportion | kind: share | indicators[1].kind",
                "kind: proportion | kind: count | indicators[1].value",
                "code: M30 | code: UR | indicators[2].code",
                "code: M30 | code: M30! | indicators[1].code",
                "period-date: admission | period-date: age | indicators[1].period-date",
                "case-mix: all | case-mix: some | indicators[1].case-mix",
                "\"age >= 18\" | \"age\" | indicators[1].population",
                "\"age >= 18\" | \"getenv('HOME') = 'x'\" | indicators[1].population",
                "\"died\" | \"NULL\" | indicators[1].numerator",
                "\"died\" | \"weight > 3\" | indicators[1].numerator",
                "parts: [M30, M30] | parts: [M30] | indicators[2].parts",
                "parts: [M30, M30] | parts: [M30, UR] | indicators[2].parts",
                "source: made up | minimum-volume: ten | indicators[1].minimum-volume",
                "source: made up | target: high | indicators[1].target"
            })
    void saysWhereTheProblemIs(String before, String after, String place) {
        assertThat(problems(with(before.strip(), after.strip())))
                .extracting(Problem::column)
                .contains(place.strip());
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        var text = with(
                "    period-date: admission\n    population",
                "    better: higher\n    period-date: admission\n    population");

        assertThat(problems(text))
                .extracting(Problem::column, Problem::text)
                .containsExactly(tuple("indicators[1].better", "this key is there twice"));
    }

    @Test
    void needsVariablesAndIndicators() {
        assertThat(problems("outcome-set: a\nversion: \"1\"\ntitle: {nl: a, en: a}\n"))
                .extracting(Problem::text)
                .containsExactly("the set has no variables or no indicators");
    }

    @Test
    void tellsAllThatIsMissing() {
        assertThat(problems("variables: [{type: date}]\n"))
                .extracting(Problem::column)
                .contains("outcome-set", "version", "title", "variables[1].code", "variables[1].title");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "- a\n- b",
                "text",
                "a: [1",
                "a: \"b",
                "a: b: c",
                "\t",
                "a: *nowhere",
                "---\na: 1\n---\na: 2",
                "a: &a [*a]",
                "!!java.io.File [x]",
                "? [a]: b",
                "a: \u0001"
            })
    void refusesWhatIsNoSetWithoutFailing(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems())
                                .isNotEmpty()
                                .allMatch(problem -> problem.file().equals("set.yaml")));
    }

    @Test
    void refusesADocumentThatUnfoldsWithoutEnd() {
        var text = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 80; i++) {
            text.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append(", *a")
                    .append(i - 1)
                    .append("]\n");
        }

        assertThatThrownBy(() -> read(text.toString())).isInstanceOf(InvalidInput.class);
    }
}
