// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Both engines have the same functions in the same order, and every question belongs to both or says why not. */
class SharedPreludeTests {
    private static final Pattern FUNCTION = Pattern.compile("CREATE (?:MACRO|TEMPORARY FUNCTION) (\\w+)\\(([^)]*)\\)");

    /** Name and names of the parameters, such as {@code age_at birth moment}. */
    private static List<String> functions(String prelude) {
        return FUNCTION.matcher(SqlFile.resource("/prelude/" + prelude + ".sql"))
                .results()
                .map(found -> found.group(1) + " " + found.group(2).replaceAll("(\\w+) [A-Z_]+", "$1"))
                .toList();
    }

    private static String name(String function) {
        return function.substring(0, function.indexOf(' '));
    }

    @Test
    void namesTheSameFunctionsInTheSameOrder() {
        assertThat(functions("spark")).isEqualTo(functions("duckdb")).hasSizeBetween(5, 20);
    }

    @Test
    void hasEveryFunctionThatOutcomeSetsMayUse() {
        assertThat(functions("spark")).extracting(SharedPreludeTests::name).containsAll(Expression.FUNCTIONS.keySet());
        Expression.FUNCTIONS.forEach((name, function) -> assertThat(functions("spark"))
                .anyMatch(each -> name(each).equals(name)
                        && each.split(",", -1).length == function.takes().size()));
    }

    @Test
    void saysWhyAQuestionIsOnlyForDuckDb() throws IOException {
        assertThat(Questions.all()).containsAll(Questions.ONLY_DUCKDB.keySet());
        assertThat(Questions.shared())
                .allSatisfy(name -> assertThat(Questions.shape(name)).isNotNull());
        assertThat(Questions.shared())
                .noneMatch(name -> SqlFile.named(name).text().contains("COLUMNS("));
    }

    @Test
    void keepsFunctionsOfIntakeOutOfSharedQuestions() throws IOException {
        var intake = functions("duckdb-intake").stream()
                .map(function -> Pattern.compile("\\b" + name(function) + "\\("))
                .toList();

        assertThat(intake).isNotEmpty();
        assertThat(Questions.shared())
                .noneMatch(name -> intake.stream()
                        .anyMatch(function ->
                                function.matcher(SqlFile.named(name).text()).find()));
        assertThat(Map.copyOf(Questions.ONLY_DUCKDB).values()).noneMatch(String::isBlank);
    }
}
