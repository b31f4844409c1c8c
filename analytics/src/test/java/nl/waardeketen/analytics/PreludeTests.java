// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shared functions make of edge cases; every engine must agree. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreludeTests {
    private final DuckDbEngine engine;

    PreludeTests(@TempDir Path scratch) {
        engine = DuckDbEngine.open(List.of(), scratch);
    }

    @AfterAll
    void close() {
        engine.close();
    }

    private record Name(String name) {}

    private double answer(String function, String value) {
        return engine.numbers(SqlFile.named("probes/" + function), Map.of("value", value))
                .column("answer")[0];
    }

    @Test
    void holdsNoFunctionThatIsNotTestedHere() {
        assertThat(engine.query(SqlFile.named("probes/functions"), Map.of(), Name.class))
                .extracting(Name::name)
                .containsExactly(
                        "age_at",
                        "believable_date",
                        "believable_time",
                        "date_of",
                        "date_value",
                        "days_between",
                        "finite_number",
                        "flag_value",
                        "given",
                        "given_identifier",
                        "given_value",
                        "identifier",
                        "is_bsn",
                        "is_day",
                        "is_first_stage",
                        "is_missing",
                        "looks_like_bsn",
                        "masked",
                        "minutes_between",
                        "number",
                        "outcome_number",
                        "passes_eleven_test",
                        "point_number",
                        "quarter_number",
                        "spells_bsn",
                        "time_value",
                        "unindented",
                        "written_date",
                        "written_time");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "007, 7",
        "+3, 3",
        "-2.5, -2.5",
        "'2,5', 2.5",
        "'-0,5', -0.5",
        ".5, 0.5",
        "5., 5",
        "1e3, 1000",
        "1E-2, 0.01",
        "'1,5e1', 15",
        "' 8 ', 8",
        "'\t8', 8",
        "1e300, 1e300",
        "1e-400, 0",
        "inf, Infinity",
        "1e400, Infinity",
        "-Infinity, -Infinity",
        "nan, NaN"
    })
    void readsNumbers(String text, Double number) {
        assertThat(answer("number", text) + 0.0).isEqualTo(number);
        assertThat(answer("outcome_number", text) + 0.0).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                ",",
                "-",
                "e",
                "1e",
                "abc",
                "NA",
                "12a",
                "1 000",
                "1'000",
                "1.000.000",
                "1.234,5",
                "1,234.5",
                "1,2,3",
                "--1",
                "0x10",
                "1_000",
                "2024_01",
                "5%",
                "€5",
                "1/2",
                "12-5",
                "yes",
                "\u0663",
                "1d",
                "1f"
            })
    void readsNoNumberInOtherTexts(String text) {
        assertThat(answer("number", text)).isNaN();
        assertThat(answer("point_number", text)).isNaN();
        assertThat(answer("outcome_number", text)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"2.5, 2.5", "'2,5', NaN", "1_0, NaN", "' 7', 7"})
    void readsNumbersWithADecimalPoint(String text, Double number) {
        assertThat(answer("point_number", text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "true, 1",
        "TRUE, 1",
        "' True ', 1",
        "false, 0",
        "FALSE, 0",
        "t, NaN",
        "yes, NaN",
        "truer, NaN",
        "waar, NaN"
    })
    void readsOutcomes(String text, Double number) {
        assertThat(answer("outcome_number", text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "\t", "\r", "\n", "\u000b", "\u001f", "\u00a0", " \t ", "NA", "na", " NA ", "N/A", "n/a",
                "NaN", "nan", "NULL", "null", "."
            })
    void knowsMissingValues(String text) {
        assertThat(answer("is_missing", text)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "a", "NAN0", "N A", "none", "-", "..", "?", "unknown", "NL", "\uD83C\uDFE5"})
    void knowsOtherValues(String text) {
        assertThat(answer("is_missing", text)).isZero();
    }
}
