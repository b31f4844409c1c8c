// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.waardeketen.analytics.ExpressionReader.Unusable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every question that is asked of tables has the same answer on both engines, row by row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SparkParityIT {
    private static final long EPISODES = 20_000;
    private static final Pattern COMPARED = Pattern.compile("\\| (`.*`) \\|");

    private static final List<String> NUMBERS = List.of(
            "age",
            "weight",
            "-age",
            "age + weight",
            "age - 1.5",
            "age * 2.25",
            "age / 7",
            "age / 2.5",
            "falls / falls",
            "1 / 3",
            "0.1 + 0.2",
            "weight * weight / (age - 60)",
            "(age + falls) / 3.7",
            "123456789012345 * 0.000000001",
            "coalesce(weight, 70)",
            "coalesce(age, falls, 0) * 1.0",
            "case when died then 3 when delirium then 2.5 else falls end",
            "case when null then 1 else age end",
            "case when age > 80 then weight end",
            "days_between(admission, discharge)",
            "days_between(birth, date_of(arrival)) / 365.25",
            "minutes_between(arrival, surgery)",
            "minutes_between(surgery, arrival) / 60",
            "age_at(birth, admission)");

    private static final List<String> CONDITIONS = List.of(
            "died",
            "not died",
            "died and delirium",
            "died or delirium or age > 80",
            "not (died or delirium)",
            "age = 80",
            "age <> 80",
            "age < 70.5",
            "age >= 75",
            "age <= falls",
            "weight > age",
            "sex = '1'",
            "sex in ('1', '2')",
            "sex not in ('2')",
            "remark = 'it''s'",
            "remark = 'é ü'",
            "remark = ''",
            "remark < 'a'",
            "remark in ('A \"b\", c', 'x')",
            "age in (60, 61, 99)",
            "age between 70 and 80",
            "weight between age - 10 and age + 10",
            "discharge is null",
            "discharge is not null",
            "(died and age > 70) is null",
            "admission < discharge",
            "arrival <= surgery",
            "date_of(surgery) = admission",
            "coalesce(died, delirium, false)",
            "coalesce(sex, 'x') = 'x'",
            "case when sex = '1' then died else delirium end",
            "died = delirium",
            "not null",
            "died and null",
            "died or null",
            "age = null",
            "true",
            "1 / 0 is null");

    private final Scratch scratch = new Scratch();
    private final List<Path> lake = MadeUpLake.write(scratch.folder(), EPISODES);
    private final BothEngines engines = Sparks.besideDuckDb(lake, scratch.folder(), "local[2]");
    private final ExpressionReader reader = new ExpressionReader();

    SparkParityIT() {
        engines.defineLake("episode", lake);
        GivenTables.keep(engines);
    }

    @AfterAll
    void close() {
        engines.close();
        reader.close();
        scratch.close();
    }

    private record Text(String text) {}

    private record Value(double number) {}

    @ParameterizedTest
    @MethodSource("nl.waardeketen.analytics.Questions#shared")
    void answersEveryFileAlike(String name) {
        var answer = engines.query(SqlFile.named(name), Map.of(), Questions.shape(name));

        assertThat(answer).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "days_between(from_date, to_date)",
                "minutes_between(from_time, to_time)",
                "days_between(from_date, date_of(to_time))",
                "age_at(from_date, to_date)",
                "quarter_number(from_date)"
            })
    void givesThePreludeTheSameMeaning(String function) {
        var question = new ComposedQuery(
                "prelude/" + function.substring(0, function.indexOf('(')),
                "SELECT CAST(" + function + " AS DOUBLE) AS number FROM edge ORDER BY number_of_edge");

        assertThat(engines.query(question, Map.of(), Value.class)).hasSizeGreaterThan(700);
    }

    @Test
    void calculatesNumbersAlike() throws Unusable {
        assertThat(compared("expression, number", NUMBERS, "CAST(%s AS DOUBLE)"))
                .isEqualTo((int) EPISODES);
    }

    @Test
    void judgesConditionsAlike() throws Unusable {
        assertThat(compared("expression, condition", CONDITIONS, "CASE WHEN %1$s THEN 1.0 WHEN NOT %1$s THEN 0.0 END"))
                .isEqualTo((int) EPISODES);
    }

    /** Asks all expressions of every episode at once; how many answers there are. */
    private int compared(String name, List<String> expressions, String form) throws Unusable {
        var columns = new ArrayList<String>();
        for (int i = 0; i < expressions.size(); i++) {
            var sql = reader.read(expressions.get(i), MadeUpLake.VARIABLES).sql();
            columns.add(String.format(form, sql) + " AS e" + i);
        }
        var question = new ComposedQuery(
                name, "SELECT " + String.join(", ", columns) + " FROM episode ORDER BY episode.number");
        return engines.numbers(question, Map.of()).columns()[0].length;
    }

    @Test
    void bindsEveryKindOfValue() {
        var question = new ComposedQuery(
                "parameters",
                "SELECT CAST(? AS STRING) || '|' || CAST(CAST(? AS BIGINT) AS STRING) || '|' || CASE WHEN ? THEN 'y' ELSE 'n' END || '|'"
                        + " || CASE WHEN ? > 0.25 THEN 'more' ELSE 'less' END || '|' || hex(?) AS text",
                List.of("a", "b", "c", "d", "e"));
        var parameters = Map.of("a", "it's ? -- é", "b", 7L, "c", true, "d", 0.5, "e", new byte[] {1, -1});

        assertThat(engines.query(question, parameters, Text.class))
                .containsExactly(new Text("it's ? -- é|7|y|more|01FF"));
    }

    @Test
    void makesTheSameFacts() {
        assertThat(ComparedFacts.askAll(engines, lake, reader))
                .hasSize(7)
                .filteredOn(sums -> sums > 50)
                .hasSize(6);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void reportsWhatItCompared() throws IOException {
        var report = new StringBuilder(Files.readString(Path.of("src/test/resources/spark-parity-head.md")));
        engines.compared()
                .forEach((question, compared) -> report.append("| `%s` | %d | %d | %s |%n"
                        .formatted(question, compared.asked(), compared.rows(), shown(compared.difference()))));
        Files.writeString(Path.of("target", "spark-parity.md"), report);

        assertThat(questions(Files.readString(Path.of("../docs/methods/spark-parity.md"))))
                .as("copy target/spark-parity.md to docs/methods")
                .isEqualTo(questions(report.toString()));
    }

    private static String shown(double difference) {
        return difference == 0 ? "0" : "%.0e".formatted(difference);
    }

    private static List<String> questions(String report) {
        return COMPARED.matcher(report).results().map(line -> line.group(1)).toList();
    }
}
