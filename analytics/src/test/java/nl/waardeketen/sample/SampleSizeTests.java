// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSizeTests {
    @ParameterizedTest
    @CsvSource({"2, 2, 2, 2", "4, 2, 3, 1", "11, 6, 7, 2", "12, 7, 8, 3", "70, 38, 45, 13", "99, 54, 63, 18"})
    void letsHospitalsTakePartInOnePatientGroupOrBoth(int hospitals, int hip, int colorectal, int both) {
        var size = new SampleSize(hospitals, 1, 1, 1, "2026Q3", false);

        var region = Hospitals.of(size);
        var first = new HipFracture().participants(region, size);
        var second = new ColorectalCancer().participants(region, size);
        assertThat(first).hasSize(hip).doesNotHaveDuplicates();
        assertThat(second).hasSize(colorectal).doesNotHaveDuplicates();
        assertThat(first.stream()
                        .filter(one -> second.stream()
                                .anyMatch(other -> other.hospital().equals(one.hospital()))))
                .hasSize(both);
        assertThat(Hospitals.of(size).all())
                .hasSize(hospitals)
                .extracting(Hospital::code)
                .doesNotHaveDuplicates()
                .isSorted()
                .contains("waterlinie");
    }

    @ParameterizedTest
    @CsvSource({"2026Q3, 0, 2026Q3", "2026Q3, 11, 2023Q4", "2026Q1, 1, 2025Q4", "2026Q4, 4, 2025Q4"})
    void countsQuartersBack(String last, int quarters, String first) {
        assertThat(Quarter.of(last).minus(quarters)).hasToString(first);
    }

    @Test
    void knowsTheDaysOfAQuarter() {
        var quarter = Quarter.of("2026Q4");

        assertThat(LocalDate.ofEpochDay(quarter.firstDay())).isEqualTo("2026-10-01");
        assertThat(LocalDate.ofEpochDay(quarter.lastDay())).isEqualTo("2026-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 12, 90, 2026Q3, false, hospitals must be 2 to 99",
        "100, 12, 90, 2026Q3, false, hospitals must be 2 to 99",
        "11, 0, 90, 2026Q3, false, quarters must be 1 to 40",
        "11, 12, 0, 2026Q3, false, episodes per quarter must be 1 to 10000",
        "11, 12, 19, 2026Q3, true, errors need at least 20",
        "11, 12, 90, 2026Q5, false, not a quarter like 2026Q3",
        "11, 12, 90, 2026, false, not a quarter like 2026Q3"
    })
    void refusesSizesThatCannotBe(int hospitals, int quarters, int episodes, String last, boolean errors, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SampleSize(hospitals, quarters, episodes, 1, last, errors))
                .withMessageContaining(said);
    }
}
