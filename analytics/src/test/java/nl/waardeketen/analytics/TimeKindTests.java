// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeKindTests {

    @ParameterizedTest
    @CsvSource({
        "DATE, 2024-02-29",
        "DATE, 29-2-2024",
        "DATE, 29.02.2024",
        "DATE, 20240229",
        "MOMENT, 2024-02-29T23:59",
        "MOMENT, 29-02-2024 7:05:30",
        "MONTH, 2024-02",
        "MONTH, 2024M2",
        "MONTH, okt. 2024",
        "MONTH, 2024 december",
        "QUARTER, 2024-K4",
        "WEEK, 2024W52",
        "NUMBER, 2024",
        "NUMBER, 10001",
        "NUMBER, -3.5"
    })
    void knowsKinds(TimeKind kind, String text) {
        assertThat(TimeKind.of(List.of(text))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, 2023-02-29",
        "DATE, 2024-13-01",
        "DATE, 31-04-2024",
        "MOMENT, 2024-01-01 24:00",
        "MOMENT, 2024-01-01 10:60",
        "MOMENT, 2024-02-30 10:00",
        "MONTH, 2024-13",
        "MONTH, 2024-00",
        "MONTH, sprokkelmaand 2024",
        "QUARTER, 2024Q5",
        "WEEK, 2024-W53",
        "WEEK, 2024-W00",
        "NUMBER, 1e5",
        "NUMBER, NaN"
    })
    void knowsNoTimesThatAreNone(TimeKind kind, String text) {
        assertThat(kind.place(text)).isNaN();
    }

    @Test
    void countsInUnitsOfTheKind() {
        assertThat(TimeKind.DATE.place("1-1-1970")).isZero();
        assertThat(TimeKind.MOMENT.place("1970-01-02 01:02")).isEqualTo(1502);
        assertThat(TimeKind.MONTH.place("2025-01") - TimeKind.MONTH.place("dec 2024"))
                .isEqualTo(1);
        assertThat(TimeKind.QUARTER.place("Q1 2025") - TimeKind.QUARTER.place("2024K4"))
                .isEqualTo(1);
        assertThat(TimeKind.WEEK.place("2021-W01") - TimeKind.WEEK.place("2020-W53"))
                .isEqualTo(1);
        assertThat(TimeKind.NUMBER.place("1,5")).isEqualTo(1.5);
    }

    @Test
    void readsAStartThatIsWrittenInAnotherWay() {
        assertThat(TimeKind.DATE.start("2024-02")).isEqualTo(TimeKind.DATE.place("2024-2-1"));
        assertThat(TimeKind.DATE.start("2024Q4")).isEqualTo(TimeKind.DATE.place("2024-10-1"));
        assertThat(TimeKind.DATE.start("dec 2024")).isEqualTo(TimeKind.DATE.place("2024-12-1"));
        assertThat(TimeKind.MOMENT.start("1970-01-02")).isEqualTo(1440);
        assertThat(TimeKind.MONTH.start("2024-02-15")).isEqualTo(TimeKind.MONTH.place("2024-02"));
        assertThat(TimeKind.QUARTER.start("2024-03-31")).isEqualTo(TimeKind.QUARTER.place("2024Q1"));
        assertThat(TimeKind.QUARTER.start("2024-04")).isEqualTo(TimeKind.QUARTER.place("2024Q2"));
        assertThat(TimeKind.NUMBER.start("2024-04")).isNaN();
        assertThat(TimeKind.DATE.start("soon")).isNaN();
    }
}
