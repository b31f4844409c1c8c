// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTests {
    private static Period period(String text) {
        return Period.parse(text).orElseThrow();
    }

    private static List<String> texts(List<Period> periods) {
        return periods.stream().map(Period::toString).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2026Q3, 2026-07-01, 2026-10-01",
        "2026Q4, 2026-10-01, 2027-01-01",
        "2026, 2026-01-01, 2027-01-01",
        "2024Q1..2026Q3, 2024-01-01, 2026-10-01",
        "2024..2026Q3, 2024-01-01, 2026-10-01",
        "2024Q2..2025, 2024-04-01, 2026-01-01",
        "' 2024Q1 .. 2024Q2 ', 2024-01-01, 2024-07-01"
    })
    void readsSpansOfWholeQuarters(String text, LocalDate from, LocalDate until) {
        assertThat(Period.parse(text)).contains(new Period(from, until));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "..",
                "2026Q0",
                "2026Q5",
                "2026q3",
                "26Q3",
                "2026-Q3",
                "2026Q3..",
                "..2026Q3",
                "2026Q3..2026Q2",
                "2026..2025",
                "2024Q1...2026Q3",
                "2024Q1..2025Q1..2026Q1",
                "1826",
                "2126",
                "20266",
                "2026Q33",
                "2026Q3 x",
                "\u0662\u0660\u0662\u0666",
                "2026-07",
                "Q3",
                "last year"
            })
    void readsNoneInRubbish(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

    @Test
    void readsWhatItPrints() {
        for (int from = 0; from < 20; from++) {
            for (int quarters = 1; quarters < 20; quarters++) {
                var start = LocalDate.of(2020, 1, 1).plusMonths(3L * from);
                var period = new Period(start, start.plusMonths(3L * quarters));

                assertThat(Period.parse(period.toString())).contains(period);
                assertThat(period.quarters()).hasSize(quarters);
                assertThat(period.isQuarter()).isEqualTo(quarters == 1);
                assertThat(period.isYear()).isEqualTo(quarters == 4 && from % 4 == 0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026Q1..2026Q4, 2026",
        "2026Q3..2026Q3, 2026Q3",
        "2024..2025, 2024Q1..2025Q4",
        "2025Q2..2026Q1, 2025Q2..2026Q1"
    })
    void printsTheShortestText(String text, String printed) {
        assertThat(period(text)).hasToString(printed);
    }

    @Test
    void hasItsQuartersOldestFirst() {
        assertThat(texts(period("2025Q3..2026Q2").quarters())).containsExactly("2025Q3", "2025Q4", "2026Q1", "2026Q2");
    }

    @ParameterizedTest
    @CsvSource({"2023Q4..2026Q3, 2025Q4..2026Q3", "2024..2026, 2026", "2026Q2..2026Q3, 2026Q2..2026Q3", "2026, 2026"})
    void endsInALastYear(String text, String lastYear) {
        assertThat(period(text).lastYear()).hasToString(lastYear);
    }

    @Test
    void standsInOrderOfItsEndAndThenTheShorterFirst() {
        var ordered = List.of("2025Q4", "2025", "2024Q1..2025Q4", "2026Q1", "2025Q2..2026Q1", "2026Q2", "2026Q3");
        var shuffled = new ArrayList<>(ordered.stream().map(PeriodTests::period).toList());
        Collections.shuffle(shuffled, new Random(5));

        assertThat(texts(shuffled.stream().sorted().toList())).isEqualTo(ordered);
        assertThat(period("2026")).isEqualByComparingTo(period("2026Q1..2026Q4"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-01",
        "2026-04-01, 2026-01-01",
        "2026-02-01, 2026-05-01",
        "2026-01-02, 2026-04-01",
        "2026-01-01, 2026-03-31"
    })
    void cannotBeAnotherSpan(LocalDate from, LocalDate until) {
        assertThatThrownBy(() -> new Period(from, until))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(from.toString());
    }
}
