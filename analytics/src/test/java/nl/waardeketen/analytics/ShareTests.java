// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTests {
    @ParameterizedTest
    @CsvSource({
        "0, 100, 0%",
        "100, 100, 100%",
        "0, 0, 0%",
        "1, 2500, 0.04%",
        "9996, 10000, 99.96%",
        "1, 3, 33%",
        "1, 20000000, 0.000005%",
        "999999999, 1000000000, 99.9999999%"
    })
    void neverRoundsToALie(long part, long whole, String text) {
        assertThat(new Share(part, whole).text()).isEqualTo(text);
    }

    @Test
    void staysOnItsSideOfALimit() {
        assertThat(new Share(5004, 100_000).text(0.05)).isEqualTo("5.004%");
        assertThat(new Share(5, 100).text(0.05)).isEqualTo("5%");
    }
}
