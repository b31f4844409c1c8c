// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import nl.waardeketen.analytics.Expression.Kind;
import nl.waardeketen.analytics.ExpressionReader.Unusable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpressionReaderTests {
    private final ExpressionReader reader = new ExpressionReader();

    @AfterAll
    void close() {
        reader.close();
    }

    private Expression read(String text) throws Unusable {
        return reader.read(text, Variables.ALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "age = 70 | (age = 70)",
                "age <> 70 | (age <> 70)",
                "age != 70 | (age <> 70)",
                "age < 70 | (age < 70)",
                "age > 70 | (age > 70)",
                "age <= 70 | (age <= 70)",
                "age >= 70 | (age >= 70)",
                "sex = '1' | (sex = '1')",
                "remark = 'it''s' | (remark = 'it''s')",
                "admission < discharge | (admission < discharge)",
                "died | died",
                "((died)) | died",
                "NOT died | (NOT died)",
                "died AND delirium AND true | (died AND delirium AND true)",
                "died OR delirium AND died | (died OR (delirium AND died))",
                "age IN (1, -2, NULL) | (age IN (1, (-2), NULL))",
                "sex NOT IN ('1', '2') | (NOT (sex IN ('1', '2')))",
                "age BETWEEN 18 AND weight | (age BETWEEN 18 AND weight)",
                "age NOT BETWEEN 18 AND 20 | (NOT (age BETWEEN 18 AND 20))",
                "age IS NULL | (age IS NULL)",
                "arrival IS NOT NULL | (arrival IS NOT NULL)",
                "CASE WHEN died THEN NULL ELSE delirium END | (CASE WHEN died THEN NULL ELSE delirium END)",
                "CASE sex WHEN '1' THEN died END | (CASE WHEN (sex = '1') THEN died ELSE NULL END)",
                "COALESCE(died, delirium, false) | coalesce(died, delirium, false)",
                "\"age\" > 3 | (age > 3)"
            })
    void readsConditions(String text, String sql) throws Unusable {
        var expression = read(text);

        assertThat(expression.sql()).isEqualTo(sql);
        assertThat(expression.kind()).isEqualTo(Kind.CONDITION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1.25 | 1.25",
                "- 3 | (-3)",
                "-age | (-age)",
                "+age | (+age)",
                "age - -3 | (age - (-3))",
                "age + 1 - 2 * weight | ((age + 1) - (2 * weight))",
                "weight / 2 | (CAST(weight AS DOUBLE) / nullif(2, 0))",
                "COALESCE(NULL, age) | coalesce(NULL, age)",
                "days_between(admission, discharge) | days_between(admission, discharge)",
                "Days_Between(admission, date_of(surgery)) | days_between(admission, date_of(surgery))",
                "minutes_between(arrival, surgery) | minutes_between(arrival, surgery)",
                "age_at(admission, discharge) | age_at(admission, discharge)"
            })
    void readsNumbers(String text, String sql) throws Unusable {
        var expression = read(text);

        assertThat(expression.sql()).isEqualTo(sql);
        assertThat(expression.kind()).isEqualTo(Kind.NUMBER);
    }

    @ParameterizedTest
    @CsvSource({"sex, TEXT", "'x', TEXT", "admission, DATE", "date_of(arrival), DATE", "arrival, TIME", "NULL, NOTHING"
    })
    void tellsWhatAnExpressionGives(String text, Kind kind) throws Unusable {
        assertThat(read(text.equals("x") ? "'x'" : text).kind()).isEqualTo(kind);
    }

    @Test
    void namesTheVariablesThatAreUsed() throws Unusable {
        var expression = read("died AND days_between(admission, date_of(surgery)) <= 1 OR 'age' = sex");

        assertThat(expression.variables()).containsExactlyInAnyOrder("died", "admission", "surgery", "sex");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(SELECT 1) | subquery",
                "age IN (SELECT 1) | subquery",
                "age = ANY(SELECT 1) | subquery",
                "EXISTS (SELECT 1) | subquery",
                "FROM episode | subquery",
                "CAST(age AS VARCHAR) | cast",
                "TRY_CAST(age AS VARCHAR) | cast",
                "age::VARCHAR | cast",
                "admission > DATE '2026-01-01' | cast",
                "admission + INTERVAL 1 DAY | cast",
                "read_csv('/etc/passwd') | read_csv; allowed functions are age_at,",
                "getenv('HOME') | getenv",
                "query('SELECT 1') | query",
                "random() | random",
                "current_setting('home_directory') | current_setting",
                "count(*) | count_star",
                "nullif(age, 1) | nullif",
                "remark LIKE 'a%' | ~~",
                "age % 2 | %",
                "age ** 2 | **",
                "beds > 1 | beds, which is no variable of the set",
                "episode.age > 1 | episode,age, which is no variable of the set",
                "Age > 1 | Age, which is no variable of the set",
                "CURRENT_DATE | CURRENT_DATE, which is no variable of the set",
                "sum(age) OVER () | window",
                "days_between(admission, discharge) OVER () | window",
                "COLUMNS(*) | star",
                "? | parameter",
                "$1 | parameter",
                "$age | parameter",
                "x -> x | lambda",
                "lambda x: x | lambda",
                "[1, 2] | list_value",
                "{'a': 1} | struct_pack",
                "(1, 2) | row",
                "age IN () | row",
                "remark COLLATE NOCASE = 'a' | collate",
                "#1 | positional_reference",
                "age[1] | an operator that is not allowed",
                "died IS TRUE | a comparison that is not allowed",
                "age IS DISTINCT FROM 1 | a comparison that is not allowed",
                "days_between(DISTINCT admission, discharge) | days_between; allowed",
                "days_between(admission, discharge ORDER BY age) | days_between; allowed",
                "days_between(admission, discharge) FILTER (WHERE died) | days_between; allowed",
                "main.days_between(admission, discharge) | days_between; allowed"
            })
    void saysWhatIsNotAllowed(String text, String used) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Unusable.class).hasMessageStartingWith("uses " + used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"age) AS y, (2", "age) UNION SELECT (1", "age) AS y; SELECT (1"})
    void readsOneExpressionAndNothingBeyondItsParenthesis(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Unusable.class).hasMessage("is more than one expression");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a) FROM t WHERE (1=1",
                "1) FROM range(10) WHERE (1=1",
                "age) LIMIT (1",
                "age) GROUP BY (age",
                "age; age",
                "age)",
                "(age",
                "age AS y",
                "age y",
                "'open",
                "= 1",
                "age) AS expression; DROP TABLE episode; SELECT (1",
                "age = 1 = died",
                "0x10 = age",
                "\uD83D\uDE00"
            })
    void refusesWhatIsNoExpression(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(Unusable.class)
                .hasMessageMatching("cannot be read as an expression|uses .*, which is no variable of the set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"age) --", "age) AS expression --", "age --1", "age /* years */ > 70", "age > 70 -- years\n"})
    void refusesComments(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Unusable.class).hasMessageContaining("begin a comment");
    }

    @Test
    void takesTheSignsOfACommentInsideATextForText() throws Unusable {
        assertThat(read("remark = 'a--b' OR remark = '/*'").sql()).isEqualTo("((remark = 'a--b') OR (remark = '/*'))");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "age = 'x' | compares a number with a text",
                "died = 1 | compares a condition with a number",
                "admission > arrival | compares a date with a date with time",
                "admission = '2026-01-01' | compares a date with a text",
                "sex IN ('1', 2) | compares a text with a number",
                "age BETWEEN 1 AND 'x' | compares a number with a text",
                "age + sex | needs a number where sex stands",
                "died * 2 | needs a number where died stands",
                "-sex | needs a number where sex stands",
                "NOT age | needs a condition where age stands",
                "died AND age | needs a condition where age stands",
                "CASE WHEN age THEN 1 END | needs a condition where age stands",
                "COALESCE(age, 'x') | mixes a number and a text",
                "CASE WHEN died THEN 1 ELSE 'x' END | mixes a number and a text",
                "date_of(admission) | needs a date with time where admission stands",
                "minutes_between(admission, arrival) | needs a date with time where admission stands",
                "days_between(admission) | days_between takes 2 values",
                "age IN (weight) | has IN with something else than a list of values",
                "days_between(to_date := discharge, from_date := admission) | names the values of days_between",
                "remark = 'a\\b' | has a text with a backslash or a control character",
                "remark = E'a\\nb' | has a text with a backslash or a control character",
                "remark = x'41' | has a constant of a kind that is not allowed"
            })
    void saysWhatDoesNotFit(String text, String reason) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        Unusable.class, refusal -> assertThat(refusal.reason()).startsWith(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e3",
                "1e400",
                ".5",
                "5.",
                "1_000",
                "9999999999999999",
                "-1234567890123456",
                "0.1234567890123456"
            })
    void refusesNumbersThatAreHugeOrWrittenOtherwise(String number) {
        assertThatThrownBy(() -> read("age < " + number))
                .isInstanceOf(Unusable.class)
                .hasMessageStartingWith("has the number ")
                .hasMessageContaining("at most 15 digits");
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 450, 2_000, 20_000})
    void neitherFailsNorAgreesToAnyDepth(int depth) {
        for (var text : new String[] {
            "age" + " + 1".repeat(depth), "NOT ".repeat(depth) + "died", "(-".repeat(depth) + "age" + ")".repeat(depth)
        }) {
            try {
                assertThat(read(text).variables()).hasSize(1);
            } catch (Unusable e) {
                assertThat(Objects.requireNonNull(e.getMessage()))
                        .matches("is nested too deeply; split it|cannot be read as an expression");
            }
        }
    }
}
