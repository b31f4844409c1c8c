// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import nl.waardeketen.analytics.ExpressionReader.Unusable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an expression means does not change by being written anew, whatever is missing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpressionLogicTests {
    private static final String EPISODES = "SELECT died, delirium, CAST(age AS BIGINT) AS age, weight, sex, admission,"
            + " discharge, CAST(admission AS TIMESTAMP) AS arrival"
            + " FROM (VALUES (true), (false), (NULL)) AS a(died), (VALUES (true), (false), (NULL)) AS b(delirium),"
            + " (VALUES (0), (70), (NULL)) AS c(age), (VALUES (0.0), (2.5), (NULL)) AS d(weight),"
            + " (VALUES ('1'), ('2'), (NULL)) AS e(sex),"
            + " (VALUES (DATE '2024-02-29'), (NULL)) AS f(admission), (VALUES (DATE '2024-03-01'), (NULL)) AS g(discharge)";

    private final ExpressionReader reader = new ExpressionReader();
    private final Scratch scratch = new Scratch();
    private final Engine engine = DuckDbEngine.open(java.util.List.of(), scratch.folder());

    @BeforeAll
    void keepsEpisodes() {
        engine.keep("episode", new ComposedQuery("episodes", EPISODES), Map.of());
    }

    @AfterAll
    void close() {
        reader.close();
        engine.close();
        scratch.close();
    }

    private double[] values(String sql) {
        return engine.numbers(
                        new ComposedQuery("values", "SELECT CAST((" + sql + ") AS DOUBLE) AS value FROM episode"),
                        Map.of())
                .column("value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "died AND delirium",
                "died OR delirium",
                "NOT died",
                "NOT (died AND NOT delirium) OR died",
                "died = delirium",
                "died <> delirium",
                "died OR delirium AND age > 60",
                "(died OR delirium) AND age > 60",
                "age IN (0, 1)",
                "age IN (0, NULL)",
                "age NOT IN (0, NULL)",
                "sex NOT IN ('1')",
                "age BETWEEN 1 AND weight",
                "age NOT BETWEEN 1 AND weight",
                "age IS NULL AND died IS NOT NULL",
                "COALESCE(died, delirium)",
                "CASE WHEN died THEN age WHEN delirium THEN weight END",
                "CASE sex WHEN '1' THEN 1 ELSE 0 END",
                "age - 2 - 1",
                "age - (2 - 1)",
                "-age + 3 * weight - 2",
                "weight / 4 / 2",
                "weight / (4 / 2)",
                "days_between(admission, discharge) <= 1",
                "days_between(date_of(arrival), discharge)",
                "NULL AND died",
                "died OR NULL",
                "sex <= '1' OR sex >= '2'"
            })
    void meansTheSameAsItWasWritten(String text) throws Unusable {
        var written = values(reader.read(text, Variables.ALL).sql());

        assertThat(written).hasSize(972).isEqualTo(values(text));
        assertThat(Arrays.stream(written).distinct().count()).isGreaterThan(1);
    }

    @Test
    void knowsThatNeitherYesNorNoIsUnknown() throws Unusable {
        assertThat(values(reader.read("NULL AND true", Variables.ALL).sql())).containsOnly(Double.NaN);
        assertThat(values(reader.read("NULL AND false", Variables.ALL).sql())).containsOnly(0);
        assertThat(values(reader.read("NULL OR true", Variables.ALL).sql())).containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"age / 0", "age / (weight - weight)", "age / 0 > 1", "NOT 1 / 0 = 1"})
    void takesADivisionByZeroForMissing(String text) throws Unusable {
        assertThat(values(reader.read(text, Variables.ALL).sql())).containsOnly(Double.NaN);
    }
}
