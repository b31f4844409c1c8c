// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.waardeketen.analytics.ExpressionReader.Unusable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever somebody writes, the outcome is an expression of allowed parts or a refusal with a reason. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpressionFuzzTests {
    private static final int TIMES = 1_500;
    private static final Pattern PART =
            Pattern.compile("\\s+|'(?:[^']|'')*'|[a-z_A-Z][a-zA-Z_0-9]*|[0-9]+(?:\\.[0-9]+)?|<>|<=|>=|[-+*/=<>(),]");
    private static final Set<String> WORDS = new HashSet<>(List.of(
            "AND",
            "OR",
            "NOT",
            "IN",
            "BETWEEN",
            "IS",
            "NULL",
            "CAST",
            "AS",
            "DOUBLE",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "coalesce",
            "nullif",
            "true",
            "false"));
    private static final List<String> TOKENS = List.of(
            "age",
            "weight",
            "died",
            "delirium",
            "sex",
            "remark",
            "admission",
            "discharge",
            "arrival",
            "surgery",
            "beds",
            "\"age\"",
            "episode.age",
            "days_between(",
            "minutes_between(",
            "date_of(",
            "age_at(",
            "read_csv(",
            "query(",
            "getenv(",
            "COALESCE(",
            "(",
            "(",
            ")",
            ")",
            ")",
            ",",
            ",",
            "+",
            "-",
            "*",
            "/",
            "%",
            "||",
            "=",
            "<>",
            "<",
            ">=",
            "AND",
            "OR",
            "NOT",
            "IN",
            "BETWEEN",
            "IS",
            "NULL",
            "IS NULL",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "SELECT",
            "FROM",
            "episode",
            "WHERE",
            "UNION",
            "LIMIT",
            ";",
            "::",
            "CAST(",
            "AS",
            "INT",
            "?",
            "$1",
            "->",
            "[",
            "]",
            "{",
            "}",
            ":",
            "OVER",
            "COLLATE",
            "LIKE",
            "'a'",
            "'it''s'",
            "'",
            "\"",
            "\\",
            "1",
            "2.5",
            "1e9",
            "0",
            "-1",
            "--",
            "/*",
            "*/",
            "TRUE",
            "*",
            "\n",
            "\u0000",
            "\u00e9",
            "\uD83C\uDFE5",
            "DISTINCT",
            "EXISTS",
            "INTERVAL",
            "DATE");

    private final ExpressionReader reader = new ExpressionReader();
    private final Scratch scratch = new Scratch();
    private final Engine engine = DuckDbEngine.open(List.of(), scratch.folder());
    private final Random random = new Random(20_261_122);

    @BeforeAll
    void keepsAnEpisode() {
        engine.keep(
                "episode",
                new ComposedQuery(
                        "episode",
                        "SELECT 70 AS age, 60.5 AS weight, true AS died, false AS delirium, '1' AS sex, 'a' AS remark,"
                                + " DATE '2026-01-01' AS admission, DATE '2026-01-02' AS discharge,"
                                + " TIMESTAMP '2026-01-01 10:00' AS arrival, TIMESTAMP '2026-01-01 12:00' AS surgery"),
                Map.of());
    }

    @AfterAll
    void close() {
        reader.close();
        engine.close();
        scratch.close();
    }

    /** Tries many texts; gives how many were expressions. */
    private int accepted(Supplier<String> texts) {
        int accepted = 0;
        for (int i = 0; i < TIMES; i++) {
            var text = texts.get();
            try {
                var expression = reader.read(text, Variables.ALL);
                assertHoldsAllowedPartsOnly(text, expression);
                assertCanBeAnswered(text, expression);
                accepted++;
            } catch (Unusable e) {
                assertThat(e.reason()).as(text).isNotBlank().doesNotContain("Exception");
            }
        }
        return accepted;
    }

    private static void assertHoldsAllowedPartsOnly(String text, Expression expression) {
        var sql = expression.sql();
        var matcher = PART.matcher(sql);
        int end = 0;
        int depth = 0;
        while (matcher.find()) {
            var part = matcher.group();
            assertThat(matcher.start()).as(text + " became " + sql).isEqualTo(end);
            end = matcher.end();
            depth += part.equals("(") ? 1 : part.equals(")") ? -1 : 0;
            assertThat(depth).as(text + " became " + sql).isNotNegative();
            if (Character.isLetter(part.charAt(0))) {
                assertThat(WORDS.contains(part)
                                || Variables.ALL.containsKey(part)
                                || Expression.FUNCTIONS.containsKey(part))
                        .as("%s in %s, from %s", part, sql, text)
                        .isTrue();
            }
        }
        assertThat(end).as(text + " became " + sql).isEqualTo(sql.length());
        assertThat(depth).as(text + " became " + sql).isZero();
        assertThat(Variables.ALL.keySet()).containsAll(expression.variables());
    }

    private void assertCanBeAnswered(String text, Expression expression) {
        var query = "SELECT count(*) AS n FROM (SELECT " + expression.sql() + " FROM episode)";

        assertThatCode(() -> engine.numbers(new ComposedQuery("answer", query), Map.of()))
                .as("%s became %s", text, expression.sql())
                .doesNotThrowAnyException();
    }

    private String tokens() {
        var text = new StringBuilder();
        for (int left = 1 + random.nextInt(9); left > 0; left--) {
            text.append(TOKENS.get(random.nextInt(TOKENS.size()))).append(random.nextInt(8) == 0 ? "" : " ");
        }
        return text.toString();
    }

    @Test
    void letsNoOtherPartsThroughInRandomWords() {
        assertThat(accepted(this::tokens)).isPositive();
    }

    @Test
    void letsNoOtherPartsThroughInRandomSigns() {
        accepted(() -> {
            var text = new StringBuilder();
            for (int left = random.nextInt(40); left > 0; left--) {
                text.append((char) (random.nextInt(6) == 0 ? random.nextInt(0x3000) : random.nextInt(128)));
            }
            return text.toString();
        });
    }

    @Test
    void letsNoOtherPartsThroughInExpressionsThatWereTamperedWith() {
        var sound = List.of(
                "CASE WHEN died THEN days_between(admission, discharge) <= 30 END",
                "COALESCE(sex, '0') <> '5' AND (discharge IS NULL OR days_between(admission, discharge) > 105)",
                "minutes_between(arrival, surgery) / 60",
                "age IN (1, 2, 3) OR weight NOT BETWEEN 10 AND 20.5",
                "NOT (died OR delirium) AND remark = 'it''s'");

        int kept = accepted(() -> {
            var text = new StringBuilder(sound.get(random.nextInt(sound.size())));
            for (int left = random.nextInt(3); left >= 0; left--) {
                int at = random.nextInt(text.length());
                if (random.nextInt(3) == 0) {
                    text.deleteCharAt(at);
                } else {
                    text.insert(at, random.nextBoolean() ? tokens() : TOKENS.get(random.nextInt(TOKENS.size())));
                }
            }
            return text.toString();
        });

        assertThat(kept).isGreaterThan(20);
    }

    @Test
    void readsWhatItWroteAsTheSame() throws Unusable {
        int again = 0;
        for (int i = 0; i < TIMES; i++) {
            try {
                var sql = reader.read(tokens(), Variables.ALL).sql();
                again++;
                assertThat(reader.read(sql, Variables.ALL).sql()).isEqualTo(sql);
            } catch (Unusable e) {
                assertThat(e.reason()).isNotEqualTo("uses nullif");
            }
        }
        assertThat(again).isPositive();
    }
}
