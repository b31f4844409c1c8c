// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shared functions make of delivered dates, times and flags; every engine must agree. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreludeMomentTests {
    private final Scratch scratch = new Scratch();
    private final Engine engine = DuckDbEngine.open(List.of(), scratch.folder());

    @AfterAll
    void close() {
        engine.close();
        scratch.close();
    }

    private record Text(String text) {}

    private String answer(String function, String... values) {
        var question = new ComposedQuery(
                function,
                "SELECT coalesce(CAST(" + function + " AS VARCHAR), 'none') AS text",
                List.of("a", "b").subList(0, values.length));
        var parameters = values.length == 1 ? Map.of("a", values[0]) : Map.of("a", values[0], "b", values[1]);
        return engine.query(question, parameters, Text.class).get(0).text();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-31, 2026-07-31",
        "31-07-2026, 2026-07-31",
        "31/07/2026, 2026-07-31",
        "1-7-2026, 2026-07-01",
        "20260731, 2026-07-31",
        "2024-02-29, 2024-02-29",
        "2026-07-31 00:00:00, 2026-07-31",
        "2026-07-31T00:00, 2026-07-31",
        "2026-07-31 00:00:00.000, 2026-07-31",
        "31-07-2026 00:00, 2026-07-31",
        "1880-01-01, 1880-01-01",
        "2100-12-31, 2100-12-31"
    })
    void readsDates(String text, String date) {
        assertThat(answer("date_value(?)", text)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "2026-13-01",
                "07-31-2026",
                "31-07-26",
                "26-07-31",
                "1879-12-31",
                "2101-01-01",
                "0000-00-00",
                "2026-07",
                "2026",
                "46234",
                "31 juli 2026",
                "2026-07-31T10:00",
                "2026-07-31 00:01",
                "31-07-2026 00:00:01",
                "x",
                "2026-07-31x",
                "-"
            })
    void readsNoDateInOtherTexts(String text) {
        assertThat(answer("date_value(?)", text)).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-31T14:05, 14:05",
        "2026-07-31 14:05, 14:05",
        "2026-07-31T14:05:59, 14:05",
        "31-07-2026 14:05, 14:05",
        "31-07-2026 14:05:30, 14:05",
        "31/07/2026 14:05, 14:05",
        "31-7-2026 14:05, 14:05",
        "'2026-07-31 14:05 ', 14:05",
        "'2026-07-31 14:05:30  ', 14:05",
        "2026-07-30 24:00, 00:00",
        "'2026-07-30T24:00  ', 00:00",
        "2026-07-31 00:00, 00:00"
    })
    void readsTimesToTheMinute(String text, String time) {
        assertThat(answer("time_value(?)", text)).isEqualTo("2026-07-31 " + time + ":00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-31",
                "14:05",
                "2026-07-31 25:00",
                "2026-07-31 14:60",
                "2026-02-30 10:00",
                "31-07-26",
                "2026-07-31T01:0Z",
                "2026-7-1 7:30+02",
                "2026-07-31 7:30Z",
                "2026-07-31T14:05Z",
                "2026-07-31T14:05:00Z",
                "2026-07-31 24:00+02",
                "2026-07-31 24:01",
                "infinity        ",
                "epoch           ",
                "x"
            })
    void readsNoTimeInOtherTexts(String text) {
        assertThat(answer("time_value(?)", text)).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "ja, true",
        "JA, true",
        "j, true",
        "yes, true",
        "y, true",
        "TRUE, true",
        "0, false",
        "nee, false",
        "N, false",
        "no, false",
        "false, false",
        "2, none",
        "t, none",
        "x, none",
        "1.0, none",
        "onbekend, none"
    })
    void readsFlags(String text, String flag) {
        assertThat(answer("flag_value(?)", text)).isEqualTo(flag);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\" a b \", a b",
                "0, 0",
                "007, 007",
                "\" \", none",
                "NA, none",
                "n/a, none",
                "NaN, none",
                "null, none",
                "., none",
                "\"\", none",
                "NULL\u00a0, none",
                "Nee\u00a0, Nee",
                "-, -"
            })
    void givesTextsWithoutSpaces(String text, String given) {
        assertThat(answer("given(?)", text)).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\" P1 \", P1",
                "\"P1 \", \"P1 \"",
                "p-1, p-1",
                "-, none",
                "\" \u00a0\", none",
                "NA\u00a0, none",
                "\"-\u00a0\", none",
                "N1\u00a0, N1",
                "\". - \", none",
                "\"\", none",
                "NULL, none",
                "\"n/a  \", none",
                "NA1, NA1",
                "n-a, n-a",
                "0, 0"
            })
    void givesIdentifiersThatHoldSomething(String text, String given) {
        assertThat(answer("given_identifier(?)", text)).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource({
        "'2,5', 2.5",
        "'5,', 5.0",
        "',5', 0.5",
        "'1_0', none",
        "'1_', none",
        "12, 12.0",
        "1e3, 1000.0",
        "1e400, none",
        "inf, none",
        "nan, none",
        "x, none"
    })
    void readsNumbersThatAreFinite(String text, String number) {
        assertThat(answer("finite_number(?)", text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-28, 2024-03-01, 2",
        "2026-03-28, 2026-03-30, 2",
        "2026-01-02, 2026-01-01, -1",
        "2026-01-01, 2026-01-01, 0"
    })
    void countsDays(String from, String to, String days) {
        assertThat(answer("days_between(CAST(? AS DATE), CAST(? AS DATE))", from, to))
                .isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01 23:50, 2026-01-02 00:20, 30.0", "2026-01-01 10:00, 2026-01-01 09:59, -1.0"})
    void countsMinutes(String from, String to, String minutes) {
        assertThat(answer("minutes_between(CAST(? AS TIMESTAMP), CAST(? AS TIMESTAMP))", from, to))
                .isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({
        "1950-06-15, 2026-06-14, 75",
        "1950-06-15, 2026-06-15, 76",
        "2000-02-29, 2026-02-28, 26",
        "2000-02-29, 2026-03-01, 26"
    })
    void countsCompletedYears(String birth, String moment, String age) {
        assertThat(answer("age_at(CAST(? AS DATE), CAST(? AS DATE))", birth, moment))
                .isEqualTo(age);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01, 8104", "2026-03-31, 8104", "2026-04-01, 8105", "2025-12-31, 8103"})
    void numbersQuarters(String date, String quarter) {
        assertThat(answer("quarter_number(CAST(? AS DATE))", date)).isEqualTo(quarter);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01 00:00, 2026-01-01", "2026-01-01 23:59, 2026-01-01"})
    void knowsTheDateOfATime(String moment, String date) {
        assertThat(answer("date_of(CAST(? AS TIMESTAMP))", moment)).isEqualTo(date);
    }
}
