// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.function.Consumer;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlDocumentTests {
    private enum Colour {
        DARK_BLUE,
        RED
    }

    private static YamlMap root(String text) {
        return YamlDocument.read("file.yaml", text).root();
    }

    private static List<Problem> problems(String text, Consumer<YamlMap> reading) {
        try {
            var document = YamlDocument.read("file.yaml", text);
            reading.accept(document.root());
            document.refuse();
            return List.of();
        } catch (InvalidInput e) {
            return e.problems();
        }
    }

    @Test
    void readsValuesOfEveryShape() {
        var root = root("""
                text: ' words '
                number: -2.5
                flag: true
                colour: dark-blue
                title: {nl: ja, en: yes}
                none: ~
                texts: [a, "1", 02]
                maps:
                  - {a: 1}
                  - {a: 2}
                """);

        assertThat(root.text("text")).isEqualTo("words");
        assertThat(root.number("number")).contains(-2.5);
        assertThat(root.flag("flag", false)).isTrue();
        assertThat(root.flag("absent", true)).isTrue();
        assertThat(root.choice("colour", Colour.class)).isEqualTo(Colour.DARK_BLUE);
        assertThat(root.choice("absent", Colour.class, Colour.RED)).isEqualTo(Colour.RED);
        assertThat(root.words("title")).isEqualTo(new Words("ja", "yes"));
        assertThat(root.optionalText("none")).isEmpty();
        assertThat(root.texts("texts")).containsExactly("a", "1", "02");
        assertThat(root.maps("maps")).extracting(map -> map.text("a")).containsExactly("1", "2");
        assertThat(root.texts("absent")).isEmpty();
        assertThat(root.map("absent").keys()).isEmpty();
    }

    @Test
    void tellsAllProblemsAtOnceWithTheirLines() {
        var problems = problems("a: [1]\nb: {c: x}\nd: maybe\ne: blue\nf: 1,5\ng: one\n", root -> {
            root.knows("a", "b", "d", "e", "f");
            root.text("a");
            root.text("missing");
            root.texts("b");
            root.flag("d", false);
            root.choice("e", Colour.class);
            root.number("f");
            root.map("b").text("c", "[0-9]+", "a number of digits");
        });

        assertThat(problems)
                .extracting(Problem::line, Problem::column, Problem::text)
                .containsExactlyInAnyOrder(
                        tuple(6L, "g", "this key is not known here"),
                        tuple(1L, "a", "this is not a single value"),
                        tuple(1L, "missing", "this key is missing"),
                        tuple(2L, "b", "this is not a list"),
                        tuple(3L, "d", "this is neither true nor false"),
                        tuple(4L, "e", "this is not a choice"),
                        tuple(5L, "f", "this is not a number"),
                        tuple(2L, "b.c", "this is not a number of digits"));
        assertThat(problems).allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank());
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertThat(problems("a: 1\nb: {c: 1, d: 2,\n    c: 3}\na: 2\n", root -> root.map("b")))
                .extracting(Problem::line, Problem::column)
                .containsExactlyInAnyOrder(tuple(4L, "a"), tuple(3L, "b.c"));
    }

    @Test
    void needsWordsInBothLanguages() {
        assertThat(problems("title: {nl: a, de: b}\n", root -> root.words("title")))
                .extracting(Problem::column)
                .containsExactlyInAnyOrder("title.de", "title.en");
        assertThat(problems("a: b\n", root -> root.words("title")))
                .extracting(Problem::column)
                .containsExactly("title");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [1 | 1",
                "a: b: c | 1",
                "'x: 1\n  y: 2' | 2",
                "'a: 1\nb: \"open' | 2",
                "'---\na: 1\n---\nb: 1' | 3"
            })
    void saysOnWhichLineItIsNoYaml(String text, long line) {
        assertThatThrownBy(() -> root(text))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.line()).isBetween(line, line + 1)));
    }

    @Test
    void refusesKeysWithoutAValueAndTags() {
        assertThat(problems("a:\nb: ~\n", root -> {
                    root.text("a");
                    root.text("b");
                }))
                .extracting(Problem::line, Problem::text)
                .containsExactly(tuple(1L, "this key has no value"), tuple(2L, "this key has no value"));
        assertThatThrownBy(() -> root("a: !!java.io.File [/etc/passwd]\n")).isInstanceOf(InvalidInput.class);
    }
}
